import { allDone } from '../database/allDone.ts'
import type { Database } from '../database/connect.ts'
import { anyOf } from '../database/dialects.ts'
import { statement, type Places } from '../database/statement.ts'
import { asOne } from '../database/Together.ts'
import type { ObstacleRecord } from './ObstacleRecord.ts'
import { loadRules, type Rules } from './Rules.ts'

/** One record, if there is such an obstacle, and the rules in force: asked for at once, by all who share a transaction. */
export function loadForStep(
  db: Database,
  provinceId: number,
  id: number,
): Promise<{ record: ObstacleRecord | undefined; rules: Rules }> {
  return asOne(
    db,
    'reads',
    () => `for a step in ${provinceId}`,
    id,
    async (db, ids) => {
      const [records, rules] = await allDone([loadRecords(db, provinceId, ids), loadRules(db, provinceId)])
      return ids.map((id) => ({ record: records.get(id), rules }))
    },
  )
}

/** The records of a province by obstacle id, in five statements however many there are. Unknown ids are left out. */
export async function loadRecords(
  db: Database,
  provinceId: number,
  ids: number[],
): Promise<Map<number, ObstacleRecord>> {
  const records = new Map<number, ObstacleRecord>()
  if (ids.length === 0) return records
  const asked = { provinceId, ids }
  const [found, affected, clocks, waits, extended] = await allDone([
    obstacles(db, asked),
    affectedAgencies(db, asked),
    deadlines(db, asked),
    waitings(db, asked),
    extensions(db, asked),
  ])
  for (const obstacle of found) {
    records.set(obstacle.id, {
      obstacle,
      affectedAgencyCodes: [],
      deadlines: [],
      waiting: null,
      extensions: [],
    })
  }
  for (const row of affected) records.get(row.obstacle_id)?.affectedAgencyCodes.push(row.agency_code)
  for (const row of clocks) records.get(row.obstacle_id)?.deadlines.push(row)
  for (const row of waits) {
    const record = records.get(row.obstacle_id)
    if (record) record.waiting = row
  }
  for (const row of extended) records.get(row.obstacle_id)?.extensions.push(row)
  return records
}

type Asked = { provinceId: number; ids: number[] }

const obstacles = statement((db, value: Places<Asked>) =>
  db
    .selectFrom('obstacle')
    .selectAll()
    .where('province_id', '=', value('provinceId'))
    .where('id', ...anyOf(db, 'bigint', value('ids'))),
)

const affectedAgencies = statement((db, value: Places<Asked>) =>
  db
    .selectFrom('obstacle_agency')
    .select(['obstacle_id', 'agency_code'])
    .where('province_id', '=', value('provinceId'))
    .where('obstacle_id', ...anyOf(db, 'bigint', value('ids')))
    .orderBy('agency_code'),
)

const deadlines = statement((db, value: Places<Asked>) =>
  db
    .selectFrom('deadline')
    .selectAll()
    .where('province_id', '=', value('provinceId'))
    .where('obstacle_id', ...anyOf(db, 'bigint', value('ids')))
    .orderBy('id'),
)

const waitings = statement((db, value: Places<Asked>) =>
  db
    .selectFrom('waiting')
    .selectAll()
    .where('province_id', '=', value('provinceId'))
    .where('obstacle_id', ...anyOf(db, 'bigint', value('ids')))
    .where('ended_at', 'is', null),
)

const extensions = statement((db, value: Places<Asked>) =>
  db
    .selectFrom('extension')
    .selectAll()
    .where('province_id', '=', value('provinceId'))
    .where('obstacle_id', ...anyOf(db, 'bigint', value('ids')))
    .orderBy('id'),
)
