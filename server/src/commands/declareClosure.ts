import { createCalendar, type Closure } from '@goshayesh/shared/calendar'
import { civilDayOf, jalaliDateOf, parseJalaliDate } from '@goshayesh/shared/jalali'
import { limits } from '@goshayesh/shared/obstacleInput'
import { invalid } from '@goshayesh/shared/refusal'
import type { Rules } from '../records/Rules.ts'
import { changeRules } from './changeRules.ts'
import { cleanText } from './cleanText.ts'
import type { Actor } from '../records/Actor.ts'
import type { Store } from './transact.ts'

export interface DeclareClosureInput {
  from: string
  to: string
  name: string
}

/** Closes the offices on every date of the range, and moves every running deadline. Answers with their number. */
export async function declareClosure(
  store: Store,
  actor: Actor,
  input: DeclareClosureInput,
  now: number,
): Promise<number> {
  const closures = closuresOf(input)
  const { movedDeadlines } = await changeRules(
    store,
    actor,
    'DECLARE_CLOSURE',
    'CALENDAR',
    now,
    async (db, rules) => {
      rulesWithClosures(rules, closures)
      const rows = newClosures(rules, closures).map((closure) => ({
        ...closure,
        province_id: actor.provinceId,
      }))
      if (rows.length > 0) await db.insertInto('closure').values(rows).execute()
    },
  )
  return movedDeadlines
}

const MOST_DAYS = 60

/** One closure for each date of the range; INVALID for dates that are none or out of order. */
export function closuresOf(input: DeclareClosureInput): Closure[] {
  const name = cleanText('input.name', input.name, limits.party)
  const from = parseJalaliDate(input.from)
  const to = parseJalaliDate(input.to)
  if (!from) throw invalid('input.from', 'BAD_DATE')
  if (!to) throw invalid('input.to', 'BAD_DATE')
  const first = civilDayOf(from)
  const days = civilDayOf(to) - first + 1
  if (days < 1) throw invalid('input.to', 'ORDER')
  if (days > MOST_DAYS) throw invalid('input.to', 'TOO_MANY', MOST_DAYS)
  return Array.from({ length: days }, (_, n) => ({ date: jalaliDateOf(first + n), name, kind: 'AD_HOC' }))
}

/** The rules as they would be with the closures; INVALID if no office hours were left. */
export function rulesWithClosures(rules: Rules, closures: Closure[]): Rules {
  const { calendarRules } = rules
  const next = { ...calendarRules, closures: [...calendarRules.closures, ...newClosures(rules, closures)] }
  try {
    return { ...rules, calendarRules: next, calendar: createCalendar(next) }
  } catch {
    throw invalid('input.to', 'OFFICE_CLOSED')
  }
}

function newClosures({ calendarRules }: Rules, closures: Closure[]): Closure[] {
  const closed = new Set(
    calendarRules.closures.filter(({ kind }) => kind === 'AD_HOC').map(({ date }) => date),
  )
  return closures.filter(({ date }) => !closed.has(date))
}
