import type { Database } from '../database/connect.ts'
import type { MoveReason } from './clocks.ts'

/** How many deadlines of each owner a change of the rules has moved, by the owner's id. */
export type MovesByOwner = Map<number, number>

/** Tells each owner once of all deadlines that moved; not the one who moved them. */
export async function tellMoves(
  db: Database,
  provinceId: number,
  moves: MovesByOwner,
  reason: MoveReason,
  actorId: number,
  now: number,
): Promise<void> {
  const owners = await db
    .selectFrom('user')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('suspended_at', 'is', null)
    .where('id', '!=', actorId)
    .orderBy('id')
    .execute()
  const rows = owners.flatMap(({ id }) => {
    const count = moves.get(id)
    return count === undefined ? [] : { user_id: id, count }
  })
  const shared = { province_id: provinceId, event_id: null, obstacle_id: null, actor_id: actorId, reason }
  for (let from = 0; from < rows.length; from += CHUNK) {
    const values = rows
      .slice(from, from + CHUNK)
      .map((row) => ({ ...shared, ...row, kind: 'DEADLINES_MOVED' as const, at: now, read_at: null }))
    await db.insertInto('notice').values(values).execute()
  }
}

/** A statement takes a limited number of values. */
const CHUNK = 1_000
