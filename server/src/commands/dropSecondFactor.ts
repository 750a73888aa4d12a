import type { Database } from '../database/connect.ts'

/** Forgets the secret and the recovery codes. Answers whether the second factor was on. */
export async function dropSecondFactor(db: Database, userId: number): Promise<boolean> {
  await db.deleteFrom('recovery_code').where('user_id', '=', userId).execute()
  const dropped = await db
    .deleteFrom('second_factor')
    .where('user_id', '=', userId)
    .returning('confirmed_at')
    .execute()
  return dropped.some(({ confirmed_at }) => confirmed_at !== null)
}
