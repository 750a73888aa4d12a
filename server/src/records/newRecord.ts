import type { ObstacleRow } from '../database/tables.ts'
import { NEVER, unsaved, type ObstacleRecord } from './ObstacleRecord.ts'

type Given = Pick<
  ObstacleRow,
  | 'province_id'
  | 'number'
  | 'title'
  | 'description'
  | 'subject_kind'
  | 'agency_code'
  | 'service_code'
  | 'category'
  | 'severity'
  | 'reporter_id'
  | 'reporter_agency_code'
  | 'milestone_id'
  | 'idempotency_key'
  | 'created_at'
> &
  Partial<Pick<ObstacleRow, 'window_step' | 'letter_number' | 'letter_date'>>

/** A record as it stands when the obstacle is logged: no owner, no clocks yet, no id before it is saved. */
export function newRecord(given: Given, affectedAgencyCodes: string[]): ObstacleRecord {
  return {
    obstacle: {
      ...given,
      window_step: given.window_step ?? null,
      letter_number: given.letter_number ?? null,
      letter_date: given.letter_date ?? null,
      id: unsaved,
      status: 'LOGGED',
      owner_id: null,
      owner_agency_code: null,
      solution: null,
      rejection_reason: null,
      merged_into_id: null,
      assigned_at: null,
      acknowledged_at: null,
      started_at: null,
      resolved_at: null,
      comment_count: 0,
      version: 1,
      stamp: 0,
      updated_at: given.created_at,
      severity_rank: 0,
      next_due_at: NEVER,
      next_soon_at: NEVER,
      next_paused: 0,
      overdue: 0,
      escalation_level: 0,
    },
    affectedAgencyCodes,
    deadlines: [],
    waiting: null,
    extensions: [],
  }
}
