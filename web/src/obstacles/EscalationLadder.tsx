import { For, type JSX, Show } from 'solid-js'
import { dateText } from '../data/dateText.ts'
import { calendar } from '../data/session.ts'
import type { CardFragment, ClimbFragment, RungFragment, TimelineEventFragment } from '../gql/graphql.ts'
import { formatNumber } from '../i18n/formatNumber.ts'
import { t } from '../i18n/t.ts'
import { now } from '../now.ts'
import { rungAt } from './nextRung.ts'
import { rungName } from './rungName.ts'

export interface EscalationLadderProps {
  obstacle: CardFragment & ClimbFragment
  ladder: readonly RungFragment[]
  events: readonly TimelineEventFragment[]
}

/** Who follows an obstacle up by now, and who is next and when. The owner is rung 1. */
export function EscalationLadder(props: EscalationLadderProps): JSX.Element {
  const level = (): number => props.obstacle.escalationLevel
  const reachedAt = (rung: RungFragment): string | undefined =>
    props.events.filter((event) => event.kind === 'ESCALATED' && event.level === rung.level).at(-1)?.at
  /** When a rung ahead is reached if nothing is done; only while a clock runs. */
  const aheadAt = (rung: RungFragment): number | null => {
    const days = calendar()
    return days ? rungAt(rung, props.obstacle, days, now()) : null
  }
  return (
    <section class="panel" aria-labelledby="ladder">
      <h2 class="panel__title" id="ladder">
        {t().dossier.ladder}
      </h2>
      <ol class="ladder">
        <Step place={1} level={level() + 1} who={t().parties.OWNER}>
          {props.obstacle.owner?.name ?? t().obstacle.noOwner}
        </Step>
        <For each={props.ladder}>
          {(rung) => (
            <Step place={rung.level + 1} level={level() + 1} who={rungName(rung)}>
              <Show
                when={rung.level > level()}
                fallback={
                  <Show when={reachedAt(rung)}>
                    {(at) => (
                      <time datetime={at()}>{t().dossier.rungReached(dateText(Date.parse(at())))}</time>
                    )}
                  </Show>
                }
              >
                <Show when={aheadAt(rung)}>{(at) => <>{dateText(at(), { time: true, near: true })}</>}</Show>
              </Show>
            </Step>
          )}
        </For>
      </ol>
    </section>
  )
}

function Step(props: { place: number; level: number; who: string; children: JSX.Element }): JSX.Element {
  const isNow = (): boolean => props.place === props.level && props.level > 1
  return (
    <li
      class="ladder__step"
      classList={{
        'ladder__step--done': props.place <= props.level && !isNow(),
        'ladder__step--now': isNow(),
      }}
      aria-current={props.place === props.level ? 'step' : undefined}
    >
      <span class="ladder__no">{formatNumber(props.place)}</span>
      <span class="ladder__who">
        {props.who}
        <span class="ladder__when">{props.children}</span>
      </span>
    </li>
  )
}
