import { A, useNavigate } from '@solidjs/router'
import { createEffect, createSignal, type JSX, Show } from 'solid-js'
import { viewer } from '../data/session.ts'
import type { CardFragment } from '../gql/graphql.ts'
import { numberOfRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { Page } from '../shell/Page.tsx'
import { Empty } from '../ui/Empty.tsx'
import { createSteps } from './createSteps.tsx'
import { LogForm } from './LogForm.tsx'
import { dropDraft } from './logDraft.ts'

/** Says what is in the way: one sentence and a few choices. */
export default function LogPage(): JSX.Element {
  const navigate = useNavigate()
  const [hasErrors, setHasErrors] = createSignal(false)
  const steps = createSteps(() => undefined)
  const open = (ref: string): void => {
    dropDraft()
    navigate(`/o/${numberOfRef(ref)}`)
  }
  const join = async (obstacle: CardFragment): Promise<void> => {
    if (await steps.takeNow('JOIN', obstacle)) open(obstacle.ref)
  }
  createEffect(() => {
    document.title = `${hasErrors() ? `${t().errors.title} ` : ''}${t().nav.log} · ${t().product}`
  })
  return (
    <Page
      title={t().nav.log}
      sub={[viewer()?.name, viewer()?.agency?.name].filter(Boolean).join(t().comma)}
      actions={
        <A class="btn btn--quiet" href="/b/single-window">
          {t().log.cancel}
        </A>
      }
    >
      <Show
        when={viewer()?.role !== 'VIEWER'}
        fallback={
          <div class="main__body">
            <Empty icon="lock" title={t().log.notYou} text={t().log.notYouText} />
          </div>
        }
      >
        <LogForm onErrors={setHasErrors} onJoin={(obstacle) => void join(obstacle)} onLogged={open} />
      </Show>
    </Page>
  )
}
