import type { Closure, ClosureKind } from '@goshayesh/shared/calendar'
import { limits } from '@goshayesh/shared/obstacleInput'
import type { Actor } from '../records/Actor.ts'
import { changeCalendar, type CalendarChange } from './changeCalendar.ts'
import { cleanText } from './cleanText.ts'
import { closureDates } from './closureDates.ts'
import type { Store } from './transact.ts'

export interface DeclareClosureInput {
  from: string
  to: string
  name: string
  /** AD_HOC where nothing is said. */
  kind?: ClosureKind | null | undefined
  /** Of the calendar. */
  expectedVersion?: number | null | undefined
}

/** Closes the offices on every date of the range, and moves every running deadline. Answers with their number. */
export async function declareClosure(
  store: Store,
  actor: Actor,
  input: DeclareClosureInput,
  now: number,
): Promise<number> {
  return changeCalendar(store, actor, closureChange(input), now)
}

/** One closure for each date of the range; INVALID for dates that are none or out of order. */
export function closureChange(input: DeclareClosureInput): CalendarChange {
  const closures = closuresOf(input)
  return {
    path: 'input.to',
    expectedVersion: input.expectedVersion,
    apply: (rules) => ({
      ...rules,
      closures: [
        ...rules.closures.filter((known) => !closures.some((closure) => isReplaced(known, closure))),
        ...closures.filter((closure) => !rules.closures.some((known) => isSame(known, closure))),
      ],
    }),
  }
}

function closuresOf({ from, to, ...input }: DeclareClosureInput): Closure[] {
  const name = cleanText('input.name', input.name, limits.party)
  const kind = input.kind ?? 'AD_HOC'
  return closureDates(from, to, { from: 'input.from', to: 'input.to' }).map((date) => ({ date, name, kind }))
}

function isSame(known: Closure, { date, kind, name }: Closure): boolean {
  return known.date === date && known.kind === kind && known.name === name
}

/** A day is closed ad hoc once, under the last title; several holidays may share it. */
function isReplaced(known: Closure, { date, kind, name }: Closure): boolean {
  return kind === 'AD_HOC' && known.kind === kind && known.date === date && known.name !== name
}
