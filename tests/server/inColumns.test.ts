import { expect, test } from 'vitest'
import { inColumns, rowsInColumns } from '../../server/src/database/inColumns.ts'
import { openDatabase } from '../helpers/engines.ts'

test('rows that travel in columns are those of the query, in its order, of every type', async () => {
  const { db, close } = await openDatabase()
  try {
    const attempt = (email: string, failures: number, last_failed_at: number) => ({
      email,
      failures,
      last_failed_at,
    })
    const attempts = [
      attempt('"ب", {}', 2, Number.MAX_SAFE_INTEGER),
      attempt('الف\\', 3, 0),
      attempt('پ', 1, -1),
    ]
    const query = db
      .selectFrom('sign_in_attempt')
      .select((eb) => ['email', 'failures', 'last_failed_at', eb.lit(null).as('nothing')])
      .orderBy('failures', 'desc')
    const ask = (limit: number) =>
      rowsInColumns(
        db,
        inColumns(db, query.limit(limit), ['email', 'failures', 'last_failed_at', 'nothing']).compile(),
      )
    expect(await ask(5)).toEqual([])
    await db.insertInto('sign_in_attempt').values(attempts).execute()
    const inOrder = [1, 0, 2].map((place) => ({ ...attempts[place], nothing: null }))
    expect(await ask(5)).toEqual(inOrder)
    expect(await ask(2)).toEqual(inOrder.slice(0, 2))
  } finally {
    await close()
  }
})
