import type { Pause, Progress, Terms } from '@goshayesh/shared/deadline'
import type { EventKind } from '@goshayesh/shared/eventKinds'
import type { ObstacleFacts } from '@goshayesh/shared/permissions'
import { severities, type EscalationParty } from '@goshayesh/shared/policy'
import type { Position } from '@goshayesh/shared/workflow'
import type { DeadlineRow, ExtensionRow, Flag, ObstacleRow, WaitingRow } from '../database/tables.ts'
import { capOf, type Rules } from './Rules.ts'

/** An obstacle with all that its steps look at. Commands change it in memory and save it whole. */
export interface ObstacleRecord {
  obstacle: ObstacleRow
  affectedAgencyCodes: string[]
  deadlines: DeadlineRow[]
  waiting: WaitingRow | null
  extensions: ExtensionRow[]
}

/** A fact that a command adds to the record; the table's own columns are filled in when it is saved. */
export interface NewFact {
  kind: EventKind
  /** Left out: the time of recording. */
  at?: number
  /** An act of the enforcer, whoever's command records it. */
  owed?: boolean
  comment?: string | null
  level?: number
  deadline?: DeadlineRow
  changes?: Change[]
  /** To whom an escalation goes. */
  party?: EscalationParty
  /** Who is named in the comment. */
  mentionIds?: number[]
  /** Who had asked for what is decided. */
  requesterId?: number
}

export interface Change {
  field: string
  before: string | null
  after: string | null
}

/** A record as it was and as it is, and the facts that made the difference. */
export interface RecordChange {
  before: ObstacleRecord
  record: ObstacleRecord
  facts: NewFact[]
}

/** Rows are flat, so a copy of each is a copy of all. */
export function copyRecord(record: ObstacleRecord): ObstacleRecord {
  return {
    obstacle: { ...record.obstacle },
    affectedAgencyCodes: [...record.affectedAgencyCodes],
    deadlines: record.deadlines.map((deadline) => ({ ...deadline })),
    waiting: record.waiting && { ...record.waiting },
    extensions: record.extensions.map((extension) => ({ ...extension })),
  }
}

/** The id of a row that is not in the database yet. */
export const unsaved = 0

/** "Since never": sorts behind every date, so that keyset pages need no special case for null. */
export const NEVER = 8_640_000_000_000_000

export function factsOf({ obstacle, affectedAgencyCodes }: ObstacleRecord): ObstacleFacts {
  return {
    status: obstacle.status,
    subjectKind: obstacle.subject_kind,
    agencyCode: obstacle.agency_code,
    affectedAgencyCodes,
    reporterId: obstacle.reporter_id,
    reporterAgencyCode: obstacle.reporter_agency_code,
    ownerId: obstacle.owner_id,
    ownerAgencyCode: obstacle.owner_agency_code,
  }
}

export function positionOf({ obstacle, extensions }: ObstacleRecord): Position {
  return {
    status: obstacle.status,
    acknowledged: obstacle.acknowledged_at !== null,
    started: obstacle.started_at !== null,
    extensionPending: extensions.some(({ decision }) => decision === 'PENDING'),
  }
}

export function isClockOpen({ state }: DeadlineRow): boolean {
  return state === 'RUNNING' || state === 'PAUSED'
}

/** The earliest deadline whose clock runs or stands paused; of several at once the one that began first. */
export function nextDeadlineOf(deadlines: DeadlineRow[]): DeadlineRow | null {
  // In their order and not by their ids: those that have just begun have none yet.
  return deadlines.filter(isClockOpen).sort((a, b) => a.due_at - b.due_at)[0] ?? null
}

export function pausesOf(deadline: DeadlineRow): Pause[] {
  return JSON.parse(deadline.pauses_json) as Pause[]
}

/** What the due date of a deadline follows from, under the rules given. */
export function termsOf(rules: Rules, record: ObstacleRecord, deadline: DeadlineRow): Terms {
  const { target_amount, target_unit } = deadline
  const granted = record.extensions
    .filter((extension) => extension.deadline_id === deadline.id && extension.decision === 'APPROVED')
    .at(-1)
  return {
    startedAt: deadline.started_at,
    target:
      target_amount === null || target_unit === null
        ? null
        : { kind: deadline.kind, amount: target_amount, unit: target_unit },
    pauses: pausesOf(deadline),
    grant: granted
      ? {
          at: granted.decided_at ?? granted.requested_at,
          until: granted.until,
          pastCap: granted.past_cap === 1,
        }
      : null,
    cap: deadline.kind === 'RESOLVE' ? capOf(rules, record.obstacle) : null,
  }
}

/** How far a deadline has come: what is owed next follows from it. */
export function progressOf(deadline: DeadlineRow): Progress {
  return {
    state: deadline.state,
    dueAt: deadline.due_at,
    breachedAt: deadline.breached_at,
    warnedPercent: deadline.warned_percent,
    level: deadline.level,
  }
}

type Derived = Pick<
  ObstacleRow,
  'severity_rank' | 'next_due_at' | 'next_soon_at' | 'next_paused' | 'overdue' | 'escalation_level'
>

/** The columns that lists filter and sort by, from the deadlines as they stand. */
export function derivedColumns({ obstacle, deadlines }: ObstacleRecord): Derived {
  const open = deadlines.filter(isClockOpen)
  const next = nextDeadlineOf(open)
  const flag = (is: boolean): Flag => (is ? 1 : 0)
  return {
    severity_rank: severities.indexOf(obstacle.severity),
    next_due_at: next?.due_at ?? NEVER,
    next_soon_at: next?.soon_at ?? NEVER,
    next_paused: flag(next?.state === 'PAUSED'),
    overdue: flag(open.some(({ breached_at }) => breached_at !== null)),
    escalation_level: Math.max(0, ...open.map(({ level }) => level)),
  }
}
