import type { Database } from '../database/connect.ts'
import type { SolutionStepRow } from '../database/tables.ts'

/** The steps of obstacles' solutions in their order, by obstacle id. */
export async function solutionStepsOf(
  db: Database,
  provinceId: number,
  obstacleIds: number[],
): Promise<Map<number, SolutionStepRow[]>> {
  const rows = await db
    .selectFrom('solution_step')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('obstacle_id', 'in', obstacleIds)
    .orderBy('place')
    .execute()
  return Map.groupBy(rows, ({ obstacle_id }) => obstacle_id)
}
