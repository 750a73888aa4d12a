import { afterEach, beforeEach, expect, test } from 'vitest'
import { NewEvents } from '../../server/src/database/NewEvents.ts'
import type { Database } from '../../server/src/database/connect.ts'
import { lock } from '../../server/src/database/dialects.ts'
import { Office } from '../helpers/office.ts'

let office: Office
let obstacle_id: number
beforeEach(async () => {
  office = await Office.open()
  obstacle_id = await office.log()
})
afterEach(() => office.close())

/** An event in a transaction that stays open until it is told how to end. */
async function begin(comment: string) {
  let end = (_commits: boolean) => {}
  const ending = new Promise<boolean>((resolve) => (end = resolve))
  let written = () => {}
  const isWritten = new Promise<void>((resolve) => (written = resolve))
  const over = office.db.transaction().execute(async (db) => {
    await lock(db, ['nothing that anybody else wants'], 'beside')
    await write(db, comment)
    written()
    if (!(await ending)) throw new Error('taken back')
  })
  await isWritten
  return {
    commit: () => (end(true), over),
    takeBack: () => (end(false), over.catch(() => {})),
  }
}

async function write(db: Database, comment: string): Promise<void> {
  const row = {
    province_id: 1,
    obstacle_id,
    kind: 'COMMENTED',
    at: 0,
    recorded_at: 0,
    actor_id: null,
  } as const
  const rest = { comment, level: null, deadline_id: null, changes_json: '[]' }
  await db
    .insertInto('event')
    .values({ ...row, ...rest })
    .execute()
}

const read = async (news: NewEvents) => (await news.read())?.map(({ comment }) => comment)

test('what is committed later than what began after it is not passed over', async () => {
  const news = await NewEvents.startingNow(office.db)
  const slow = await begin('slow')
  await write(office.db, 'quick')
  expect(await read(news)).toEqual(['quick'])
  await write(office.db, 'quicker')
  expect(await read(news)).toEqual(['quicker'])
  await slow.commit()
  expect(await read(news)).toEqual(['slow'])
  expect(await read(news)).toEqual([])
})
test('what is taken back is waited for no longer', async () => {
  const news = await NewEvents.startingNow(office.db)
  const vain = await begin('vain')
  const slow = await begin('slow')
  await write(office.db, 'quick')
  expect(await read(news)).toEqual(['quick'])
  await vain.takeBack()
  expect(await read(news)).toEqual([])
  await slow.commit()
  expect(await read(news)).toEqual(['slow'])
  // Transactions of other tests on the same server may have begun before; they end.
  const waitsFor = async () => (await read(news), news.waitsFor())
  await expect.poll(waitsFor, { timeout: 20_000 }).toBe(0)
})
test('what was being written at the start is heard of', async () => {
  const slow = await begin('slow')
  await write(office.db, 'before')
  const news = await NewEvents.startingNow(office.db)
  expect(await read(news)).toEqual([])
  await slow.commit()
  expect(await read(news)).toEqual(['slow'])
})
