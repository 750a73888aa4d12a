import { createSignal, For, type JSX, Show } from 'solid-js'
import { civilDateText, dateText } from '../data/dateText.ts'
import { viewer } from '../data/session.ts'
import type { RungFragment, TrackedClockFragment } from '../gql/graphql.ts'
import { numberOfRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { part } from '../loading/part.ts'
import { isFree, usePageKeys } from '../shell/useShortcuts.ts'
import { Button } from '../ui/Button.tsx'
import { createCurrentHeading } from '../ui/createCurrentHeading.ts'
import { Icon } from '../ui/Icon.tsx'
import { lazyDialog } from '../ui/lazyDialog.tsx'
import { Menu } from '../ui/Menu.tsx'
import type { MenuItem } from '../ui/MenuProps.ts'
import { Clocks } from './Clocks.tsx'
import { Composer } from './Composer.tsx'
import { createSteps } from './createSteps.tsx'
import type { DossierObstacle } from './DossierObstacle.ts'
import { EscalationLadder } from './EscalationLadder.tsx'
import { FilesPanel } from './FilesPanel.tsx'
import { Kind } from './Kind.tsx'
import { Level } from './Level.tsx'
import { LongText } from './LongText.tsx'
import { nextStep, otherSteps } from './nextStep.ts'
import { PendingExtension } from './PendingExtension.tsx'
import { Properties } from './Properties.tsx'
import { Ref } from './Ref.tsx'
import { setFollowing } from './setFollowing.ts'
import { SlaChip } from './SlaChip.tsx'
import { SolutionSteps } from './SolutionSteps.tsx'
import { stepOfKey } from './stepKeys.ts'
import type { Step } from './Step.ts'
import { Timeline } from './Timeline.tsx'
import { Written } from './Written.tsx'
import { Said } from './Said.tsx'

const EditDialog = lazyDialog(part(() => import('./EditDialog.tsx')))

const sections = ['clocks', 'timeline', 'properties'] as const

/** The whole file of an obstacle: what it is, how its clocks stand, what happened, and what can be done now. */
export function Dossier(props: { obstacle: DossierObstacle; ladder: readonly RungFragment[] }): JSX.Element {
  const [isEditing, setEditing] = createSignal(false)
  const read = createCurrentHeading(sections)
  const steps = createSteps((id) => (id === props.obstacle.id ? props.obstacle : undefined))
  const may = (action: DossierObstacle['actions'][number]): boolean => props.obstacle.actions.includes(action)
  const take = (step: Step): void => steps.take(step, props.obstacle)
  const press = (event: KeyboardEvent): void => {
    if (!isFree(event) || event.shiftKey) return
    const step = stepOfKey(event.code, props.obstacle.actions)
    if (!step && event.code !== 'KeyF') return
    event.preventDefault()
    if (step) take(step)
    else follow()
  }
  usePageKeys(press)
  const follow = (): void => void setFollowing(props.obstacle, !props.obstacle.followed)
  const first = (): Step | undefined => nextStep(props.obstacle, viewer()?.id)
  const others = (): Step[] => otherSteps(props.obstacle, viewer()?.id)
  const menu = (): MenuItem[] => [
    ...(may('EDIT') ? [{ label: t().steps.names.EDIT, icon: 'edit', onSelect: () => setEditing(true) }] : []),
    ...others()
      .slice(1)
      .map((step) => ({ label: t().steps.names[step], onSelect: () => take(step) })),
  ]
  /** A solution that stands while the work goes on was not accepted. */
  const isRefused = (): boolean =>
    props.obstacle.solution !== null && !['RESOLVED', 'CLOSED'].includes(props.obstacle.status)
  const reopening = () =>
    props.obstacle.timeline.edges.filter(({ node }) => node.kind === 'REOPENED').at(-1)?.node
  const pending = () => props.obstacle.extensions.find(({ decision }) => decision === 'PENDING')
  const track = () => (props.obstacle.subjectKind === 'SINGLE_WINDOW' ? 'single-window' : 'agencies')
  const headline = (): TrackedClockFragment | null =>
    props.obstacle.deadlines.find(({ id }) => id === props.obstacle.nextDeadline?.id) ??
    props.obstacle.deadlines.find(({ kind }) => kind === 'RESOLVE') ??
    null
  const StepButtons = (buttons: { size?: 'large' }): JSX.Element => (
    <>
      <Show when={others()[0]}>
        {(step) => (
          <Button size={buttons.size} onClick={() => take(step())}>
            {t().steps.names[step()]}
          </Button>
        )}
      </Show>
      <Show when={first()}>
        {(step) => (
          <Button
            variant="primary"
            icon={step() === 'ASSIGN' ? 'inbox' : 'check'}
            size={buttons.size}
            onClick={() => take(step())}
          >
            {t().steps.names[step()]}
          </Button>
        )}
      </Show>
    </>
  )
  return (
    <>
      <div class="page-head">
        <nav class="crumbs" aria-label={t().dossier.path}>
          <a class="btn btn--quiet btn--icon" href={`/b/${track()}`}>
            <Icon name="chevron-start" />
            <span class="visually-hidden">{t().dossier.back}</span>
          </a>
          <a class="crumbs__link" href={`/b/${track()}`}>
            {t().board.tracks[track()]}
          </a>
          <span aria-hidden="true" class="muted">
            /
          </span>
          <span class="crumbs__here">
            <Ref of={props.obstacle.ref} />
          </span>
        </nav>
        <div class="page-head__actions page-head__actions--end">
          <Button
            variant="quiet"
            class="btn--icon follow"
            icon="bell"
            aria-pressed={props.obstacle.followed}
            title={`${props.obstacle.followed ? t().follow.stop : t().follow.start} (F)`}
            onClick={follow}
          >
            <span class="visually-hidden">{t().follow.start}</span>
          </Button>
          <Show when={menu().length > 0}>
            <Menu class="btn btn--quiet btn--icon" label={t().dossier.moreSteps} items={menu()}>
              <Icon name="more" />
              <span class="visually-hidden">{t().dossier.moreSteps}</span>
            </Menu>
          </Show>
          <span class="cluster not-phone">
            <StepButtons />
          </span>
        </div>
      </div>
      <div class="main__body dossier">
        <article class="dossier__main">
          <header class="dossier__head">
            <h1 class="dossier__title">
              <Said text={props.obstacle.title} />
            </h1>
            <div class="cluster dossier__tags">
              <Show when={headline()?.state !== 'CANCELLED'}>
                <SlaChip deadline={headline()} exact large />
              </Show>
              <span class="tag">{t().statuses[props.obstacle.status]}</span>
              <span class="tag">
                {t().dossier.severity}: {t().severities[props.obstacle.severity]}
              </span>
              <Kind category={props.obstacle.category} />
              <Show when={props.obstacle.escalationLevel > 0}>
                <Level level={props.obstacle.displayLevel} />
              </Show>
            </div>
          </header>
          <nav class="dossier__tabs" aria-label={t().dossier.sections}>
            <For each={sections}>
              {(section) => (
                <a
                  class="board__tab"
                  href={`#${section}`}
                  aria-current={section === read() ? 'true' : undefined}
                >
                  {t().dossier[section]}
                </a>
              )}
            </For>
          </nav>
          <Show when={props.obstacle.mergedInto}>
            {(main) => (
              <div class="callout">
                <p>
                  {t().dossier.mergedInto}{' '}
                  <a class="link" href={`/o/${numberOfRef(main().ref)}`}>
                    <Ref of={main().ref} /> <Said text={main().title} />
                  </a>
                </p>
              </div>
            )}
          </Show>
          <Show when={props.obstacle.description}>
            <div class="prose">
              <LongText text={props.obstacle.description} />
            </div>
          </Show>
          <Written id="rejection" title={t().dossier.rejection} text={props.obstacle.rejectionReason} />
          <Show when={props.obstacle.waiting}>
            {(waiting) => (
              <section class="callout callout--paused" aria-labelledby="waiting">
                <h2 class="callout__title" id="waiting">
                  <Icon name="pause" />
                  {t().dossier.waiting(waiting().party)}
                </h2>
                <p>
                  <Said text={waiting().reason} />
                </p>
                <p class="text-sm">
                  {t().dossier.waitingSince(
                    dateText(Date.parse(waiting().since), { time: true }),
                    civilDateText(waiting().until),
                  )}
                </p>
              </section>
            )}
          </Show>
          <Show when={pending()}>
            {(extension) => (
              <PendingExtension
                extension={extension()}
                mayDecide={may('DECIDE_EXTENSION')}
                onDecide={(approve, note) =>
                  steps.takeNow('DECIDE_EXTENSION', props.obstacle, {
                    extensionId: extension().id,
                    approve,
                    note,
                  })
                }
              />
            )}
          </Show>
          <Clocks obstacleId={props.obstacle.id} clocks={props.obstacle.deadlines} />
          <Show
            when={isRefused()}
            fallback={<Written id="solution" title={t().dossier.solution} text={props.obstacle.solution} />}
          >
            <Written id="solution" title={t().dossier.refusedSolution} text={props.obstacle.solution}>
              <Show when={reopening()?.comment}>
                {(reason) => (
                  <p class="written">
                    <b>{t().dossier.reopenedFor}</b> <Said text={reason()} />
                  </p>
                )}
              </Show>
            </Written>
          </Show>
          <SolutionSteps obstacle={props.obstacle} />
          <Timeline
            obstacleId={props.obstacle.id}
            page={props.obstacle.timeline}
            files={props.obstacle.attachments}
            ladder={props.ladder}
          >
            <Show when={may('COMMENT')}>
              <Composer obstacle={props.obstacle} />
            </Show>
          </Timeline>
        </article>
        <aside class="dossier__side" aria-label={t().dossier.properties}>
          <Properties obstacle={props.obstacle} />
          <EscalationLadder
            obstacle={props.obstacle}
            ladder={props.ladder}
            events={props.obstacle.timeline.edges.map(({ node }) => node)}
          />
          <section class="panel" aria-labelledby="affected">
            <div class="panel__head">
              <h2 class="panel__title" id="affected">
                {t().dossier.affected}
              </h2>
              <span class="panel__note">
                {t().dossier.affectedCount(props.obstacle.affectedAgencies.length)}
              </span>
            </div>
            <Show
              when={props.obstacle.affectedAgencies.length > 0}
              fallback={<p class="muted text-sm">{t().dossier.affectedNone}</p>}
            >
              <ul class="affected">
                <For each={props.obstacle.affectedAgencies}>{(agency) => <li>{agency.name}</li>}</For>
              </ul>
            </Show>
            <Show when={may('JOIN')}>
              <Button icon="plus" onClick={() => void steps.takeNow('JOIN', props.obstacle)}>
                {t().steps.names.JOIN}
              </Button>
            </Show>
          </section>
          <Show when={may('COMMENT') || props.obstacle.attachments.length > 0}>
            <FilesPanel
              obstacleId={props.obstacle.id}
              files={props.obstacle.attachments}
              mayAdd={may('COMMENT')}
            />
          </Show>
        </aside>
        <Show when={first() ?? others()[0]}>
          <div class="dossier__dock" role="group" aria-label={t().dossier.steps}>
            <StepButtons size="large" />
          </div>
        </Show>
      </div>
      <steps.Outlet />
      <Show when={isEditing()}>
        <EditDialog obstacle={props.obstacle} onClose={() => setEditing(false)} />
      </Show>
    </>
  )
}
