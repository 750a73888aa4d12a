import type { Database } from '../database/connect.ts'

/** How a person signs in: of no concern to most others. */
export interface WaysIn {
  secondFactor: boolean
  passwordExpiresAt: number | null
}

export async function waysInOf(
  db: Database,
  provinceId: number,
  userIds: number[],
): Promise<Map<number, WaysIn>> {
  const rows = await db
    .selectFrom('user')
    .leftJoin('second_factor', 'second_factor.user_id', 'user.id')
    .select(['user.id', 'user.password_expires_at', 'second_factor.confirmed_at'])
    .where('user.province_id', '=', provinceId)
    .where('user.id', 'in', userIds)
    .execute()
  return new Map(
    rows.map(({ id, password_expires_at, confirmed_at }) => [
      id,
      { secondFactor: confirmed_at !== null, passwordExpiresAt: password_expires_at },
    ]),
  )
}
