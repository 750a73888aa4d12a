import { type JSX, Show, For } from 'solid-js'
import { createData } from '../data/createData.ts'
import { civilDateText, dateText } from '../data/dateText.ts'
import { revalidate } from '../data/revision.ts'
import { viewer } from '../data/session.ts'
import { type CardFragment, QuickViewDocument, type QuickViewQuery } from '../gql/graphql.ts'
import { formatRef, numberOfRef } from '../i18n/formatRef.ts'
import { localText } from '../i18n/localText.ts'
import { t } from '../i18n/t.ts'
import { actorOf, eventText } from '../obstacles/eventText.ts'
import { Kind } from '../obstacles/Kind.tsx'
import { Level } from '../obstacles/Level.tsx'
import { nextStep, otherSteps } from '../obstacles/nextStep.ts'
import { placeOf } from '../obstacles/placeOf.ts'
import { Ref } from '../obstacles/Ref.tsx'
import { SlaChip } from '../obstacles/SlaChip.tsx'
import type { Step } from '../obstacles/Step.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Said } from '../obstacles/Said.tsx'
import { directionOf, languageOf } from '../i18n/languageOf.ts'

type Peeked = NonNullable<QuickViewQuery['obstacle']>

export interface QuickViewProps {
  /** The running number of the obstacle. */
  number: string
  onStep(obstacle: CardFragment, step: Step): void
  onClose(): void
}

/** One obstacle beside the board: enough to decide what to do next. Not a dialog: the board stays in reach. */
export default function QuickView(props: QuickViewProps): JSX.Element {
  const data = createData(QuickViewDocument, () => ({ ref: `OB-${props.number}` }))
  const obstacle = (): Peeked | undefined => {
    const found = data.value?.obstacle ?? undefined
    return found && numberOfRef(found.ref) === props.number ? found : undefined
  }
  return (
    <aside
      class="quick-view quick-view--open"
      aria-label={`${t().quickView.title}${t().comma}${formatRef(`OB-${props.number}`)}`}
      aria-busy={data.loading}
    >
      <div class="quick-view__head">
        <Ref of={`OB-${props.number}`} />
        <Show when={obstacle()}>{(found) => <Kind category={found().category} />}</Show>
        <a class="btn btn--quiet btn--icon" href={`/o/${props.number}`} title={t().quickView.full}>
          <Icon name="expand" />
          <span class="visually-hidden">{t().quickView.full}</span>
        </a>
        <Button
          variant="quiet"
          class="btn--icon"
          icon="close"
          title={`${t().quickView.close} (Esc)`}
          onClick={() => props.onClose()}
        >
          <span class="visually-hidden">{t().quickView.close}</span>
        </Button>
      </div>
      <Show
        when={obstacle()}
        fallback={
          <Show
            when={data.value && !data.loading}
            fallback={
              <Show when={data.error} fallback={<Waiting />}>
                {(error) => <Failure message={error().message} onRetry={revalidate} />}
              </Show>
            }
          >
            <p class="muted">{t().dossier.missingTitle}</p>
          </Show>
        }
      >
        {(found) => (
          <>
            <h2 class="quick-view__title">
              <Said text={found().title} />
            </h2>
            <div class="cluster">
              <SlaChip deadline={found().nextDeadline} exact large />
              <Show when={found().escalationLevel > 0}>
                <Level level={found().displayLevel} />
              </Show>
            </div>
            <Show when={found().description}>
              <p
                class="quick-view__text"
                lang={languageOf(found().description)}
                dir={directionOf(found().description)}
              >
                {localText(found().description)}
              </p>
            </Show>
            <Facts obstacle={found()} />
            <Waits obstacle={found()} />
            <Events obstacle={found()} ladder={data.value?.slaPolicy.ladder ?? []} />
            <Foot obstacle={found()} onStep={(step) => props.onStep(found(), step)} />
          </>
        )}
      </Show>
    </aside>
  )
}

function Facts(props: { obstacle: Peeked }): JSX.Element {
  const affected = (): number => props.obstacle.affectedAgencies.length
  return (
    <dl class="props">
      <div>
        <dt>{t().dossier.agency}</dt>
        <dd>{placeOf(props.obstacle)}</dd>
      </div>
      <div>
        <dt>{t().obstacle.owner}</dt>
        <dd>
          <span class="person">
            <Avatar name={props.obstacle.owner?.name} />
            <bdi>{props.obstacle.owner?.name ?? t().obstacle.noOwner}</bdi>
          </span>
        </dd>
      </div>
      <div>
        <dt>{t().obstacle.status}</dt>
        <dd>{t().statuses[props.obstacle.status]}</dd>
      </div>
      <Show when={props.obstacle.nextDeadline}>
        {(deadline) => (
          <div>
            <dt>{t().deadlines[deadline().kind]}</dt>
            <dd>
              <Show when={deadline().state !== 'PAUSED'} fallback={t().sla.paused}>
                <time datetime={deadline().dueAt}>
                  {dateText(Date.parse(deadline().dueAt), { time: true })}
                </time>
              </Show>
            </dd>
          </div>
        )}
      </Show>
      <div>
        <dt>{t().dossier.severity}</dt>
        <dd>{t().severities[props.obstacle.severity]}</dd>
      </div>
      <div>
        <dt>{t().dossier.reporter}</dt>
        <dd>
          <bdi>{props.obstacle.reporter.name}</bdi>
        </dd>
      </div>
      <Show when={affected() > 0}>
        <div>
          <dt>{t().dossier.affected}</dt>
          <dd>{t().dossier.affectedCount(affected())}</dd>
        </div>
      </Show>
    </dl>
  )
}

/** What the obstacle waits for: another party, or a decision about its deadline. */
function Waits(props: { obstacle: Peeked }): JSX.Element {
  const asked = () => props.obstacle.extensions.find(({ decision }) => decision === 'PENDING')
  return (
    <>
      <Show when={props.obstacle.waiting}>
        {(waiting) => (
          <div class="callout callout--paused">
            <p class="callout__title">
              <Icon name="pause" />
              {t().work.waiting(waiting().party, civilDateText(waiting().until))}
            </p>
            <p class="text-sm">
              <Said text={waiting().reason} />
            </p>
          </div>
        )}
      </Show>
      <Show when={asked()}>
        {(extension) => (
          <div class="callout callout--soon">
            <p class="callout__title">
              <Icon name="calendar-clock" />
              {t().dossier.extensionAsked(
                t().deadlines[extension().deadline.kind],
                civilDateText(extension().until),
              )}
            </p>
            <p class="text-sm">
              «<Said text={extension().reason} />»
            </p>
          </div>
        )}
      </Show>
    </>
  )
}

function Events(props: { obstacle: Peeked; ladder: QuickViewQuery['slaPolicy']['ladder'] }): JSX.Element {
  const last = () => [...props.obstacle.timeline.edges].reverse()
  return (
    <section class="quick-view__events">
      <h3 class="text-sm">{t().quickView.lastEvents}</h3>
      <ol>
        <For each={last()}>
          {({ node }) => (
            <li>
              <span>
                <Show when={actorOf(node)}>
                  {(name) => (
                    <>
                      <bdi>{name()}</bdi>{' '}
                    </>
                  )}
                </Show>
                {eventText(node, props.ladder)}
              </span>
              <time class="muted" datetime={node.at}>
                {dateText(Date.parse(node.at), { time: true, style: 'short', near: true })}
              </time>
            </li>
          )}
        </For>
      </ol>
    </section>
  )
}

function Foot(props: { obstacle: Peeked; onStep(step: Step): void }): JSX.Element {
  const steps = (): Step[] => {
    const first = nextStep(props.obstacle, viewer()?.id)
    return [...(first ? [first] : []), ...otherSteps(props.obstacle, viewer()?.id)].slice(0, 2)
  }
  return (
    <div class="quick-view__foot">
      <a class="btn btn--primary" href={`/o/${numberOfRef(props.obstacle.ref)}`}>
        {t().quickView.openFile}
      </a>
      <For each={steps()}>
        {(step, index) => (
          <Button variant={index() > 0 ? 'quiet' : undefined} onClick={() => props.onStep(step)}>
            {t().steps.names[step]}
          </Button>
        )}
      </For>
    </div>
  )
}

function Waiting(): JSX.Element {
  return (
    <div class="stack" role="status" aria-label={t().loading}>
      <Skeleton width="90%" height="1.2rem" />
      <Skeleton width="45%" height="1.6rem" />
      <Skeleton height="6rem" />
    </div>
  )
}
