import { type JSX, Show } from 'solid-js'
import { civilDateText, dateText } from '../data/dateText.ts'
import { calendar } from '../data/session.ts'
import type { RungFragment } from '../gql/graphql.ts'
import { numberOfRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { now } from '../now.ts'
import { Level } from '../obstacles/Level.tsx'
import { nextRung } from '../obstacles/nextRung.ts'
import { nextStep } from '../obstacles/nextStep.ts'
import { Ref } from '../obstacles/Ref.tsx'
import { rungName } from '../obstacles/rungName.ts'
import { SlaChip } from '../obstacles/SlaChip.tsx'
import type { Step } from '../obstacles/Step.ts'
import { Button } from '../ui/Button.tsx'
import { linkIdOf } from './linkIdOf.ts'
import type { WorkRow } from './workGroups.ts'
import { Said } from '../obstacles/Said.tsx'

export interface WorkItemProps {
  row: WorkRow
  ladder: readonly RungFragment[]
  isCurrent: boolean
  onCurrent(): void
  onStep(step: Step): void
}

/** One obstacle in the list of work: how it stands, what comes next, and the button for it. */
export function WorkItem(props: WorkItemProps): JSX.Element {
  const href = (): string => `/o/${numberOfRef(props.row.ref)}`
  const step = (): Step | undefined => {
    const next = nextStep(props.row)
    return next === 'JOIN' ? undefined : next
  }
  return (
    <li class="work" aria-current={props.isCurrent ? 'true' : undefined} onFocusIn={() => props.onCurrent()}>
      <SlaChip deadline={chipOf(props.row)} />
      <span class="work__ref">
        <Ref of={props.row.ref} />
      </span>
      <a class="work__title" id={linkIdOf(props.row.id)} href={href()}>
        <Said text={props.row.title} />
      </a>
      <p class="work__next">{nextText(props.row, props.ladder)}</p>
      <Show when={props.row.escalationLevel > 0} fallback={<span class="work__gap" />}>
        <Level level={props.row.displayLevel} />
      </Show>
      <span class="work__act">
        <Show
          when={step()}
          fallback={
            <a class="btn" href={href()}>
              {t().work.open}
            </a>
          }
        >
          {(name) => <Button onClick={() => props.onStep(name())}>{t().steps.names[name()]}</Button>}
        </Show>
      </span>
    </li>
  )
}

/** Once declared resolved, what counts is how that was met, not how long the secretariat takes. */
function chipOf({ status, deadlines, nextDeadline }: WorkRow) {
  const resolve = deadlines.find(({ kind }) => kind === 'RESOLVE') ?? null
  return status === 'RESOLVED' || status === 'WAITING' ? (resolve ?? nextDeadline) : (nextDeadline ?? resolve)
}

function nextText(row: WorkRow, ladder: readonly RungFragment[]): string {
  const { work } = t()
  if (row.waiting) return work.waiting(row.waiting.party, civilDateText(row.waiting.until))
  if (row.status === 'RESOLVED') return work.verifying
  if (row.extensions.some(({ decision }) => decision === 'PENDING')) return work.extensionPending
  const days = calendar()
  const next = row.overdue && days ? nextRung(ladder, row, days, now()) : null
  if (next) return work.climbs(dateText(next.at, { near: true }), rungName(next.rung))
  if (row.status === 'LOGGED') return work.notAssigned
  if (row.status === 'ASSIGNED') return work.notAnswered
  return row.nextDeadline
    ? work.dueAt(dateText(Date.parse(row.nextDeadline.dueAt), { time: true, near: true }))
    : ''
}
