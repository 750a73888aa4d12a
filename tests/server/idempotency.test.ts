import { afterEach, beforeEach, expect, it, test } from 'vitest'
import { openDatabaseAt } from '../helpers/engines.ts'
import { Office, refusalOf } from '../helpers/office.ts'

let office: Office
beforeEach(async () => {
  office = await Office.open()
})
afterEach(() => office.close())

const count = async (table: 'obstacle' | 'event' | 'deadline' = 'obstacle') =>
  (await office.db.selectFrom(table).select('id').execute()).length

test('the same key again answers with the same obstacle', async () => {
  const first = await office.log({ idempotencyKey: 'a' })
  office.at('04-21 10:00')
  expect(await office.log({ idempotencyKey: 'a', title: 'عنوانی دیگر' })).toBe(first)
  expect([await count(), await count('event'), await count('deadline')]).toEqual([1, 1, 2])
})
test('twenty at once make one', async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, () => office.log({ idempotencyKey: 'a' })))
  expect(new Set(ids).size).toBe(1)
  expect([await count(), await count('event'), await count('deadline')]).toEqual([1, 1, 2])
})
test('keys are of one person', async () => {
  const first = await office.log({ idempotencyKey: 'a' })
  expect(await office.log({ idempotencyKey: 'a' }, 'leader')).not.toBe(first)
})
it.each([undefined, null, ''])('%j is no key', async (idempotencyKey) => {
  await office.log({ idempotencyKey })
  await office.log({ idempotencyKey })
  expect(await count()).toBe(2)
})
it.each([
  ['a'.repeat(201), 'INVALID input.idempotencyKey TOO_LONG'],
  ['a\u0000', 'INVALID input.idempotencyKey BAD_CHARACTER'],
])('a key of no use is refused', async (idempotencyKey, refusal) => {
  expect(await refusalOf(office.log({ idempotencyKey }))).toBe(refusal)
})
test('a refused one leaves its key free', async () => {
  await refusalOf(office.log({ idempotencyKey: 'a', agencyCode: 'nasa' }))
  await office.log({ idempotencyKey: 'a' })
  expect(await count()).toBe(1)
})
test('numbers run on without a gap, whatever is refused in between', async () => {
  await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      office.log(n % 3 === 0 ? { agencyCode: 'nasa' } : {}).catch(() => undefined),
    ),
  )
  const rows = await office.db.selectFrom('obstacle').select('number').orderBy('number').execute()
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})
test('it survives a restart', async () => {
  const before = await Office.open()
  const id = await before.log({ idempotencyKey: 'a' })
  const after = new Office(await openDatabaseAt(before.location), before.people)
  expect(await after.log({ idempotencyKey: 'a' })).toBe(id)
  await after.close()
  await before.close()
})
