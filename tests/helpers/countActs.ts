import type { Database } from '../../server/src/database/connect.ts'

/** How often each act was done on each deadline, counted. */
export async function countActs(db: Database): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('event')
    .select((eb) => ['kind', 'level', 'deadline_id', eb.fn.countAll<number>().as('times')])
    .where('deadline_id', 'is not', null)
    .groupBy(['kind', 'level', 'deadline_id', 'changes_json'])
    .execute()
  const found: Record<string, number> = {}
  for (const { kind, level, times } of rows) {
    const key = `${kind}${level ? ` ${level}` : ''} x ${times}`
    found[key] = (found[key] ?? 0) + 1
  }
  return found
}

/** What is done on so many deadlines that nobody touches: all of it, each act once. */
export const eachActOnce = (deadlines: number) => ({
  'WARNED x 1': 2 * deadlines,
  'BREACHED x 1': deadlines,
  'ESCALATED 1 x 1': deadlines,
  'ESCALATED 2 x 1': deadlines,
  'ESCALATED 3 x 1': deadlines,
  'ESCALATED 4 x 1': deadlines,
})
