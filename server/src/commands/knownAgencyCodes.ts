import { invalid } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import { anyOf } from '../database/dialects.ts'
import { statement, type Places } from '../database/statement.ts'
import type { Rules } from '../records/Rules.ts'
import type { Actor } from '../records/Actor.ts'

/** The codes, sorted and each once, if all are agencies of the actor's province; INVALID otherwise. */
export async function knownAgencyCodes(
  db: Database,
  actor: Actor,
  path: string,
  codes: string[],
): Promise<string[]> {
  const wanted = [...new Set(codes)].sort()
  if (wanted.length === 0) return []
  const rows = await agencies(db, { provinceId: actor.provinceId, codes: wanted })
  if (rows.length < wanted.length) throw invalid(path, 'UNKNOWN')
  return wanted
}

const agencies = statement((db, value: Places<{ provinceId: number; codes: string[] }>) =>
  db
    .selectFrom('agency')
    .select('code')
    .where('province_id', '=', value('provinceId'))
    .where('code', ...anyOf(db, 'text', value('codes'))),
)

export function knownMilestoneId(
  rules: Rules,
  id: number | null | undefined,
  path = 'input.milestoneId',
): number | null {
  if (id == null) return null
  if (!rules.milestones.some((milestone) => milestone.id === id)) throw invalid(path, 'UNKNOWN')
  return id
}

/** One that takes in what is logged at this instant; INVALID for one that has ended by then. */
export function openMilestoneId(
  rules: Rules,
  id: number | null | undefined,
  loggedAt: number,
): number | null {
  const known = knownMilestoneId(rules, id)
  if (rules.milestones.some((milestone) => milestone.id === known && milestone.due_at <= loggedAt))
    throw invalid('input.milestoneId', 'NOT_ALLOWED')
  return known
}
