import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Refusal } from '@goshayesh/shared/refusal'
import { acknowledgeObstacle } from '../../server/src/commands/acknowledgeObstacle.ts'
import { assignObstacle } from '../../server/src/commands/assignObstacle.ts'
import { commentObstacle } from '../../server/src/commands/commentObstacle.ts'
import { commit, uncommitted, type Company } from '../../server/src/database/commit.ts'
import type { Database } from '../../server/src/database/connect.ts'
import { untilCommit } from '../../server/src/database/dialects.ts'
import { leave, writeLeft } from '../../server/src/database/leave.ts'
import { asOne } from '../../server/src/database/Together.ts'
import { verifyTrail } from '../../server/src/queries/verifyTrail.ts'
import { breakEventsOf } from '../helpers/breakDatabase.ts'
import { openDatabase } from '../helpers/engines.ts'
import { Office } from '../helpers/office.ts'

let office: Office
let statements: string[]
beforeEach(async () => {
  statements = []
  office = await Office.in(await openDatabase({ onQuery: (text) => statements.push(text) }))
  statements.length = 0
})
afterEach(() => office.close())

const outcomes = async (works: Promise<unknown>[]) =>
  (await Promise.allSettled(works)).map((end) =>
    end.status === 'fulfilled' ? end.value : (end.reason as Error).message,
  )
const begun = () => statements.filter((text) => text.startsWith('begin')).length
const fault = async () => (await verifyTrail(office.db, 1, null)).fault
const many = (times: number, work: (place: number) => Promise<unknown>) =>
  Promise.all(Array.from({ length: times }, (_, place) => work(place)))

describe('work of a province that comes in together', () => {
  const write = (name: string, then: (db: Database) => unknown = () => {}, company: Company = {}) =>
    commit(office.db, 1, company, async (db) => {
      await db.insertInto('sign_in_attempt').values({ email: name, failures: 1, last_failed_at: 0 }).execute()
      await then(db)
      return name
    })
  const written = async () =>
    (await office.db.selectFrom('sign_in_attempt').select('email').orderBy('email').execute()).map(
      ({ email }) => email,
    )
  const refuse = () => {
    throw new Refusal('NOT_FOUND')
  }

  test('is committed together', async () => {
    expect(await outcomes([write('a'), write('b'), write('c')])).toEqual(['a', 'b', 'c'])
    expect(begun()).toBe(1)
    await write('d')
    expect(begun()).toBe(2)
  })
  test('is apart from that of another province', async () => {
    await Promise.all([write('a'), commit(office.db, 2, {}, async () => {}), write('b')])
    expect(begun()).toBe(2)
  })
  test.each([
    ['what is refused after it has written', refuse, 'NOT_FOUND'],
    ['what fails', () => Promise.reject(new Error('a bug')), 'a bug'],
    [
      'what the database refuses',
      (db: Database) => sql`select 1 from nowhere`.execute(db),
      expect.stringContaining('nowhere') as string,
    ],
  ])('%s takes back itself only', async (_, then, told) => {
    expect(await outcomes([write('a'), write('b', then), write('c')])).toEqual(['a', told, 'c'])
    expect(await written()).toEqual(['a', 'c'])
  })
  test('what is refused before anything was written just leaves', async () => {
    expect(await outcomes([write('a'), commit(office.db, 1, {}, async () => refuse()), write('c')])).toEqual([
      'a',
      'NOT_FOUND',
      'c',
    ])
    expect(begun()).toBe(1)
  })
  test('nobody has written before the last has looked', async () => {
    const seen: string[] = []
    const work = (name: string, looks: number) =>
      commit(office.db, 1, {}, async (db) => {
        for (let look = 0; look < looks; look++)
          await asOne(
            db,
            'reads',
            () => 'look',
            name,
            async (_, names) => {
              seen.push(`look ${names.join()}`)
              return names
            },
          )
        await asOne(
          db,
          'writes',
          () => 'write',
          name,
          async (_, names) => {
            seen.push(`write ${names.join()}`)
            return names
          },
        )
      })
    await Promise.all([work('a', 1), work('b', 3), work('c', 0)])
    expect(seen).toEqual(['look a,b', 'look b', 'look b', 'write c,a,b'])
  })
  test('who claims the same comes one after another, others along with the first', async () => {
    const order: string[] = []
    const claim = (name: string, company: Company) =>
      write(name, () => order.push(name), company).then(() => order.push(`${name} is committed`))
    await Promise.all([
      claim('a', { obstacleIds: [1] }),
      claim('b', { obstacleIds: [1, 2] }),
      claim('c', { obstacleIds: [2] }),
      claim('d', { obstacleIds: [3], key: 'x' }),
      claim('e', { key: 'x' }),
    ])
    expect(begun()).toBe(3)
    for (const [first, then] of [
      ['a', 'b'],
      ['b', 'c'],
      ['d', 'e'],
    ])
      expect(order.indexOf(`${first} is committed`)).toBeLessThan(order.indexOf(then ?? ''))
  })
  test('is told of a commit that fails, and not done again', async () => {
    let times = 0
    const breakAtCommit = async (db: Database) => {
      times++
      await untilCommit(db)
      await db
        .insertInto('session')
        .values({ token_hash: 'x', user_id: 999, created_at: 0, expires_at: 0 })
        .execute()
    }
    const told = await outcomes([write('a'), write('b', breakAtCommit)])
    expect(told).toEqual(Array(2).fill(expect.stringMatching(/foreign key/i)))
    expect(await written()).toEqual([])
    expect(times).toBe(1)
    expect(await outcomes([write('c')])).toEqual(['c'])
  })
  test('takes turns where it is much', async () => {
    const names = Array.from({ length: 150 }, (_, number) => `${100 + number}`)
    expect(await outcomes(names.map((name) => write(name)))).toEqual(names)
    expect(begun()).toBe(3)
    expect(await written()).toEqual(names)
  })
  test('is counted until it is committed', async () => {
    const works = outcomes([write('a'), write('b', refuse), write('c')])
    expect(uncommitted(office.db)).toBe(3)
    await works
    expect(uncommitted(office.db)).toBe(0)
  })
  test('shares with nobody who wants to be alone', async () => {
    const nothing = () => {}
    const works = [write('a'), write('b', nothing, 'alone'), write('c', nothing, 'beside'), write('d')]
    expect(await outcomes(works)).toEqual(['a', 'b', 'c', 'd'])
    expect(begun()).toBe(3)
  })
  test('is done by itself where the database takes back all of it', async () => {
    const loseAll = async (db: Database) => {
      await sql`rollback`.execute(db)
      throw new Error('taken back')
    }
    expect(await outcomes([write('a'), write('b', loseAll), write('c')])).toEqual(['a', 'taken back', 'c'])
    expect(await written()).toEqual(['a', 'c'])
  })

  const ending = (told: string[][]) => async (db: Database, names: string[]) => {
    told.push(names)
    const rows = names.map((email) => ({ email, failures: 1, last_failed_at: 0 }))
    await db.insertInto('sign_in_attempt').values(rows).execute()
  }

  test('what is left to the end is written at once for all who share a transaction, but for those that fail', async () => {
    const told: string[][] = []
    const writeNames = ending(told)
    const leaving = (name: string) => (db: Database) => leave(db, writeNames, [`${name}-1`, `${name}-2`])
    const refused = commit(office.db, 1, {}, async () => refuse())
    expect(await outcomes([write('a', leaving('a')), refused, write('c', leaving('c'))])).toEqual([
      'a',
      'NOT_FOUND',
      'c',
    ])
    expect(told).toEqual([['a-1', 'a-2', 'c-1', 'c-2']])
    const fails = write('e', async (db) => {
      await leaving('e')(db)
      refuse()
    })
    expect(await outcomes([write('d', leaving('d')), fails])).toEqual(['d', 'NOT_FOUND'])
    expect(told.slice(1)).toEqual([['d-1', 'd-2']])
    expect(await written()).toEqual(['a', 'a-1', 'a-2', 'c', 'c-1', 'c-2', 'd', 'd-1', 'd-2'])
  })

  test('where the end fails, each is done anew by itself', async () => {
    const noEnd = (db: Database) => leave(db, () => Promise.reject(new Error('no end')), ['b'])
    expect(await outcomes([write('a'), write('b', noEnd)])).toEqual(['a', 'no end'])
    expect(await written()).toEqual(['a'])
  })

  test('whoever leaves too much to keep it writes a part before the end; outside of a commit nothing waits', async () => {
    const told: string[][] = []
    const writeNames = ending(told)
    const inParts = async (db: Database) => {
      await leave(db, writeNames, ['p-1'])
      await writeLeft(db)
      await leave(db, writeNames, ['p-2'])
    }
    expect(await outcomes([write('a', inParts, 'alone')])).toEqual(['a'])
    expect(told).toEqual([['p-1'], ['p-2']])
    await leave(office.db, writeNames, ['p-3'])
    expect(await written()).toEqual(['a', 'p-1', 'p-2', 'p-3'])
  })
})

describe('commands that come in together', () => {
  const said = async () => {
    const rows = await office.db
      .selectFrom('event')
      .select(['obstacle_id', 'comment'])
      .orderBy('id')
      .execute()
    return rows.filter(({ comment }) => comment !== null)
  }
  const comment = (id: number, text = `پیگیری ${id}`) => office.do(commentObstacle, 'secretary', { id, text })

  test('cost as many statements for many as for few', async () => {
    const costOf = async (work: () => Promise<unknown>) => {
      statements.length = 0
      await work()
      return [...statements]
    }
    const logged = async (times: number) =>
      (await many(times, () => office.log({ idempotencyKey: crypto.randomUUID() }))) as number[]
    const assigned = async (ids: number[]) => {
      for (const id of ids)
        await office.do(assignObstacle, 'secretary', { id, ownerId: office.people.ict.id })
      return ids
    }
    const acknowledge = (id: number) => office.do(acknowledgeObstacle, 'ict', { id })
    const [few, more] = [await assigned(await logged(2)), await assigned(await logged(30))]
    expect(await costOf(() => logged(30))).toEqual(await costOf(() => logged(2)))
    expect(await costOf(() => Promise.all(more.map(acknowledge)))).toEqual(
      await costOf(() => Promise.all(few.map(acknowledge))),
    )
  })
  test('each get what is theirs: numbers without a gap, events, clocks, notices and seals', async () => {
    const titles = Array.from({ length: 20 }, (_, place) => `مانع ${place}`)
    const ids = await Promise.all(titles.map((title) => office.log({ title })))
    expect(begun()).toBe(1)
    for (const [place, id] of ids.entries()) {
      const { obstacle, deadlines } = await office.record(id)
      expect([obstacle.title, obstacle.number]).toEqual([titles[place], place + 1])
      expect(deadlines.map(({ kind, obstacle_id }) => [kind, obstacle_id])).toEqual([
        ['ASSIGN', id],
        ['RESOLVE', id],
      ])
    }
    await Promise.all(ids.map((id) => comment(id)))
    expect(await said()).toEqual(ids.map((id) => ({ obstacle_id: id, comment: `پیگیری ${id}` })))
    expect(await fault()).toBeNull()
  })
  test('on one obstacle, each sees what the one before it did', async () => {
    const id = await office.log()
    const { version } = (await office.record(id)).obstacle
    const assign = () =>
      office.do(assignObstacle, 'secretary', { id, ownerId: office.people.ict.id, expectedVersion: version })
    expect(await outcomes([assign(), assign(), comment(id)])).toEqual([id, 'CONFLICT', id])
  })
  test('one whose record is broken keeps nobody from going on', async () => {
    const ids = (await many(5, () => office.log())) as number[]
    const [broken = 0, ...others] = ids
    const mend = await breakEventsOf(office.db, broken)
    expect(await outcomes(ids.map((id) => comment(id)))).toEqual(['broken', ...others])
    await mend()
    expect((await said()).map(({ obstacle_id }) => obstacle_id).sort((a, b) => a - b)).toEqual(others)
    expect((await office.record(broken)).obstacle.comment_count).toBe(0)
    expect(await fault()).toBeNull()
  })
})
