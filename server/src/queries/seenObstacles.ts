import { sees } from '@goshayesh/shared/permissions'
import type { Database } from '../database/connect.ts'
import { anyOf } from '../database/dialects.ts'
import { statement, type Places } from '../database/statement.ts'
import { loadRecords } from '../records/loadRecords.ts'
import { factsOf, type ObstacleRecord } from '../records/ObstacleRecord.ts'
import { loadRules, type Rules } from '../records/Rules.ts'
import type { Actor } from '../records/Actor.ts'

/**
 * An obstacle as it stands, with the rules that its dates follow from. Shared by all who read it and never changed: when
 * the obstacle changes there is another one.
 */
export interface SeenObstacle {
  readonly record: Readonly<ObstacleRecord>
  readonly rules: Rules
}

/** An obstacle's id and the stamp that its record bears now. */
export interface Stamped {
  id: number
  stamp: number
}

/** Those of the obstacles that the viewer sees, by id, in a fixed number of statements. */
export async function seenObstacles(
  db: Database,
  viewer: Actor,
  rules: Rules,
  ids: number[],
): Promise<Map<number, SeenObstacle>> {
  const seen = await seenStamped(db, viewer, rules, await stamps(db, { provinceId: viewer.provinceId, ids }))
  return new Map(seen.map((one) => [one.record.obstacle.id, one]))
}

/** The same for rows of the viewer's province that were just looked up, in their order. */
export async function seenStamped(
  db: Database,
  viewer: Actor,
  rules: Rules,
  stamped: Stamped[],
): Promise<SeenObstacle[]> {
  const known = await knownRecords(db, rules, stamped)
  return stamped.flatMap(({ id }) => {
    const seen = known.get(id)
    return seen && sees(viewer, factsOf(seen.record)) ? seen : []
  })
}

/** One of them, whoever sees it. */
export async function presentObstacle(
  db: Database,
  provinceId: number,
  id: number,
): Promise<SeenObstacle | undefined> {
  const [rules, stamped] = await Promise.all([
    loadRules(db, provinceId),
    stamps(db, { provinceId, ids: [id] }),
  ])
  return (await knownRecords(db, rules, stamped)).get(id)
}

const stamps = statement((db, value: Places<{ provinceId: number; ids: number[] }>) =>
  db
    .selectFrom('obstacle')
    .select(['id', 'stamp'])
    .where('province_id', '=', value('provinceId'))
    .where('id', ...anyOf(db, 'bigint', value('ids'))),
)

/** Loads only what has another stamp than when it was last loaded. */
async function knownRecords(
  db: Database,
  rules: Rules,
  stamped: Stamped[],
): Promise<Map<number, SeenObstacle>> {
  const memory = memories.get(db) ?? new Memory()
  memories.set(db, memory)
  const known = new Map<number, SeenObstacle>()
  const missing: number[] = []
  for (const { id, stamp } of stamped) {
    const seen = memory.get(id)
    if (seen?.record.obstacle.stamp !== stamp) missing.push(id)
    else known.set(id, seen.rules === rules ? seen : memory.keep({ record: seen.record, rules }))
  }
  // A record whose parts were changed while they were loaded bears the earlier stamp, as its own row is loaded first.
  for (const [id, record] of await loadRecords(db, rules.provinceId, missing))
    known.set(id, memory.keep({ record, rules }))
  return known
}

const memories = new WeakMap<Database, Memory>()

/** In letters, about; a record is worth so many beside its description. */
const MOST_LETTERS = 16_000_000
const RECORD = 2_000

/** Keeps what was asked for lately: what is not asked for while as much again comes is dropped. */
class Memory {
  #young = new Map<number, SeenObstacle>()
  #old = new Map<number, SeenObstacle>()
  #letters = 0

  get(id: number): SeenObstacle | undefined {
    const young = this.#young.get(id)
    if (young) return young
    const old = this.#old.get(id)
    return old && this.keep(old)
  }

  keep(seen: SeenObstacle): SeenObstacle {
    const { id, description } = seen.record.obstacle
    this.#young.set(id, seen)
    this.#letters += RECORD + description.length
    if (this.#letters < MOST_LETTERS) return seen
    this.#old = this.#young
    this.#young = new Map()
    this.#letters = 0
    return seen
  }
}
