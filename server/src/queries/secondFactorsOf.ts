import type { Database } from '../database/connect.ts'

/** Which of these people are asked for a code when they sign in. */
export async function secondFactorsOf(
  db: Database,
  provinceId: number,
  userIds: number[],
): Promise<Map<number, true>> {
  const rows = await db
    .selectFrom('second_factor')
    .select('user_id')
    .where('province_id', '=', provinceId)
    .where('user_id', 'in', userIds)
    .where('confirmed_at', 'is not', null)
    .execute()
  return new Map(rows.map(({ user_id }) => [user_id, true]))
}
