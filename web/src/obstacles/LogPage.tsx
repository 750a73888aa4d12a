import { createEffect, createSignal, type JSX, Show, untrack } from 'solid-js'
import { dropFiles } from '../data/draftFiles.ts'
import { dropDraft } from '../data/drafts.ts'
import { viewer } from '../data/session.ts'
import type { CardFragment } from '../gql/graphql.ts'
import { numberOfRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { address, navigate } from '../routing/router.ts'
import { Page } from '../shell/Page.tsx'
import { Empty } from '../ui/Empty.tsx'
import { createSteps } from './createSteps.tsx'
import { LogForm } from './LogForm.tsx'
import { draftName } from './logDraft.ts'
import type { Entry } from './outbox.ts'
import { queue } from './queue.ts'

/** Says what is in the way: one sentence and a few choices. */
export default function LogPage(): JSX.Element {
  const [hasErrors, setHasErrors] = createSignal(false)
  const steps = createSteps(() => undefined)
  const params: { queued?: string } = address.query
  const queued = (): Entry | undefined => queue.entries().find(({ key }) => key === params.queued)
  const open = (ref: string): void => {
    navigate(`/o/${numberOfRef(ref)}`)
  }
  const join = async (obstacle: CardFragment): Promise<void> => {
    if (!(await steps.takeNow('JOIN', obstacle))) return
    dropDraft(draftName(params.queued))
    void dropFiles(draftName(params.queued))
    if (params.queued) await queue.remove(params.queued)
    open(obstacle.ref)
  }
  createEffect(() => {
    document.title = `${hasErrors() ? `${t().validation.title} ` : ''}${t().nav.log} · ${t().product}`
  })
  return (
    <Page
      title={t().nav.log}
      sub={[viewer()?.name, viewer()?.agency?.name].filter(Boolean).join(t().comma)}
      actions={
        <a class="btn btn--quiet" href="/b/single-window">
          {t().log.cancel}
        </a>
      }
    >
      <Show
        when={viewer()?.role !== 'VIEWER'}
        fallback={
          <div class="main__body">
            <Empty icon="lock" title={t().log.notYou} text={t().log.notYouText}>
              <a class="btn" href="/b/single-window">
                {t().notFound.toBoard}
              </a>
            </Empty>
          </div>
        }
      >
        <Show when={queue.ready() && (params.queued ?? 'new')} keyed>
          {(_) => (
            <LogForm
              queued={untrack(queued)}
              onErrors={setHasErrors}
              onJoin={(obstacle) => void join(obstacle)}
              onLogged={open}
              onKept={() => navigate('/my-work?as=reporter')}
            />
          )}
        </Show>
      </Show>
    </Page>
  )
}
