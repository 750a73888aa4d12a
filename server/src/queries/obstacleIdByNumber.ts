import type { Database } from '../database/connect.ts'
import { statement, type Places } from '../database/statement.ts'

/** The id of the obstacle of a province with a running number; whether anybody sees it is not asked here. */
export async function obstacleIdByNumber(
  db: Database,
  provinceId: number,
  number: number | null,
): Promise<number | null> {
  if (number === null) return null
  const [row] = await numbered(db, { provinceId, number })
  return row?.id ?? null
}

const numbered = statement((db, value: Places<{ provinceId: number; number: number }>) =>
  db
    .selectFrom('obstacle')
    .select('id')
    .where('province_id', '=', value('provinceId'))
    .where('number', '=', value('number')),
)
