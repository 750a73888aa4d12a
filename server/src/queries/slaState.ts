import { sql, type AliasedRawBuilder, type RawBuilder } from 'kysely'
import type { Put } from '../database/statement.ts'
import type { ObstacleRow } from '../database/tables.ts'
import { NEVER } from '../records/ObstacleRecord.ts'

export const slaStates = ['ON_TRACK', 'DUE_SOON', 'OVERDUE', 'PAUSED', 'NONE'] as const
export type SlaState = (typeof slaStates)[number]

type Columns = Pick<ObstacleRow, 'overdue' | 'next_due_at' | 'next_paused' | 'next_soon_at'>

/** How an obstacle stands with its deadlines; what is overdue stays so while its clock stands still. */
export function slaStateOf(
  { overdue, next_due_at, next_paused, next_soon_at }: Columns,
  now: number,
): SlaState {
  if (overdue === 1) return 'OVERDUE'
  if (next_due_at === NEVER) return 'NONE'
  if (next_paused === 1) return 'PAUSED'
  return next_soon_at <= now ? 'DUE_SOON' : 'ON_TRACK'
}

/** The same as a column of a select. */
export function slaStateColumn(now: Put<number>): RawBuilder<SlaState> {
  const cases = casesAt(now).map(([state, where]) => sql`when ${where} then ${sql.lit(state)}`)
  return sql<SlaState>`case ${sql.join(cases, sql` `)} else 'ON_TRACK' end`
}

type Named = Exclude<SlaState, 'ON_TRACK'>

/**
 * How many of a group stand so, as columns of a select; the others are ON_TRACK. To group by the state itself takes
 * twice the time.
 */
export function slaStateCounts(now: Put<number>): AliasedRawBuilder<number, Named>[] {
  const before: RawBuilder<unknown>[] = []
  return casesAt(now).map(([state, where]) => {
    const only = sql.join([...before, where], sql` and `)
    before.push(sql`not ${where}`)
    return sql<number>`count(*) filter (where ${only})`.as(state)
  })
}

/** The first that holds; else it is ON_TRACK. */
function casesAt(now: Put<number>): [Named, RawBuilder<boolean>][] {
  return [
    ['OVERDUE', sql`(overdue = 1)`],
    ['NONE', sql`(next_due_at = ${sql.lit(NEVER)})`],
    ['PAUSED', sql`(next_paused = 1)`],
    ['DUE_SOON', sql`(next_soon_at <= ${now})`],
  ]
}
