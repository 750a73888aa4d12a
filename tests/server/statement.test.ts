import { expect, test } from 'vitest'
import { execute } from '../../server/src/database/execute.ts'
import { shapedQuery, type Places } from '../../server/src/database/statement.ts'
import { openDatabase } from '../helpers/engines.ts'

test('a statement is built once for each shape, and answers each asking by its own values', async () => {
  const { db, close } = await openDatabase()
  let built = 0
  type Order = { direction: 'asc' | 'desc' }
  const query = shapedQuery((db, value: Places<{ least: number; most: number }>, { direction }: Order) => {
    built++
    return db
      .selectFrom('sign_in_attempt')
      .select('failures')
      .where('failures', '>=', value('least'))
      .where('failures', '<=', value('most'))
      .orderBy('failures', direction)
  })
  const ask = async (direction: Order['direction'], least: number, most: number) => {
    const { rows } = await execute(db, query(db, { direction }, { least, most }))
    return rows.map(({ failures }) => failures)
  }
  try {
    const attempts = [1, 2, 3].map((failures) => ({ email: `${failures}`, failures, last_failed_at: 0 }))
    await db.insertInto('sign_in_attempt').values(attempts).execute()
    expect(await ask('asc', 1, 2)).toEqual([1, 2])
    expect(await ask('asc', 2, 3)).toEqual([2, 3])
    expect(built).toBe(1)
    expect(await ask('desc', 1, 3)).toEqual([3, 2, 1])
    expect(await ask('asc', 3, 3)).toEqual([3])
    expect(built).toBe(2)
    // However many shapes are asked, no more than some are kept.
    for (let n = 0; n < 1_000; n++) query(db, { direction: 'asc', n } as Order, { least: 1, most: 1 })
    expect(await ask('asc', 1, 1)).toEqual([1])
    expect(built).toBe(1_003)
  } finally {
    await close()
  }
})
