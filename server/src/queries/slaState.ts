import { sql, type RawBuilder } from 'kysely'
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
  return sql<SlaState>`case
    when overdue = 1 then 'OVERDUE'
    when next_due_at = ${NEVER} then 'NONE'
    when next_paused = 1 then 'PAUSED'
    when next_soon_at <= ${now} then 'DUE_SOON'
    else 'ON_TRACK' end`
}
