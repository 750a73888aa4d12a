import { expect } from 'vitest'
import type { Database } from '../../server/src/database/connect.ts'
import { seenObstacles } from '../../server/src/queries/seenObstacles.ts'
import type { Actor } from '../../server/src/records/Actor.ts'
import { loadRecords } from '../../server/src/records/loadRecords.ts'
import type { ObstacleRecord } from '../../server/src/records/ObstacleRecord.ts'
import { loadRules } from '../../server/src/records/Rules.ts'

/** What readers were told of obstacles, and will be told again, is what is stored: whoever changed them raised their stamps. */
export async function expectKnownAsStored(db: Database): Promise<void> {
  const all = await db.selectFrom('obstacle').select(['id', 'province_id']).execute()
  for (const [provinceId, obstacles] of Map.groupBy(all, ({ province_id }) => province_id)) {
    const ids = obstacles.map(({ id }) => id)
    const secretary: Actor = { id: 0, name: '', role: 'SECRETARY', agencyCode: null, provinceId }
    const known = await seenObstacles(db, secretary, await loadRules(db, provinceId), ids)
    const stored = await loadRecords(db, provinceId, ids)
    for (const [id, record] of stored) expect(readable(known.get(id)?.record)).toEqual(readable(record))
  }
}

/** Without what only the enforcer looks at. */
function readable(record: Readonly<ObstacleRecord> | undefined) {
  const deadlines = record?.deadlines.map(({ next_at: _, warned_percent: __, ...seen }) => seen)
  return { ...record, deadlines }
}
