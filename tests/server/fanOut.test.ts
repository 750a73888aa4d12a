import { execute, parse, type ExecutionArgs } from 'graphql'
import { afterEach, describe, expect, it, test } from 'vitest'
import { assignObstacle } from '../../server/src/commands/assignObstacle.ts'
import { declareClosure } from '../../server/src/commands/declareClosure.ts'
import { logObstacle } from '../../server/src/commands/logObstacle.ts'
import type { EventRow } from '../../server/src/database/tables.ts'
import { createContext } from '../../server/src/graphql/Context.ts'
import { executeShared, questionOf } from '../../server/src/graphql/executeShared.ts'
import { schema } from '../../server/src/graphql/schema.ts'
import { Audience } from '../../server/src/guard/Audience.ts'
import { expectSameCost } from '../helpers/expectSameCost.ts'
import { Office, type Who } from '../helpers/office.ts'
import { createWorld, type Someone, type World } from '../helpers/world.ts'

let open: World | null = null
afterEach(async () => {
  await open?.close()
  open = null
})

const log = `mutation { logObstacle(input: {
  title: "کندی سامانه", subjectKind: SINGLE_WINDOW, category: SOFTWARE, severity: HIGH }) { obstacle { id } } }`
interface Logged {
  logObstacle: { obstacle: { id: string } }
}
const comment = `mutation ($id: ID!) { commentObstacle(input: { id: $id, text: "پیگیری شد" }) { obstacle { id } } }`
const listening: [what: string, document: string, isTold: (who: Someone) => boolean][] = [
  ['changes', 'obstacleChanged { kind obstacle { id title overdue } }', () => true],
  [
    'changes that a filter names',
    'obstacleChanged(filter: { severity: [HIGH], search: "کندی", slaState: [ON_TRACK] }) { kind obstacle { title } }',
    () => true,
  ],
  [
    'changes that a filter does not name',
    'obstacleChanged(filter: { severity: [LOW] }) { kind obstacle { title } }',
    () => false,
  ],
  ['notices', 'noticed { id kind }', (who) => who === 'secretary'],
]

const everybody = ['secretary', 'leader', 'viewer', 'official', 'neighbour'] as const

test.each(listening)('%s cost as many statements for many listeners as for one of each', async (...row) => {
  const [, document, isTold] = row
  const statements: string[][] = []
  for (const each of [1, 20]) {
    const world = (open = await createWorld())
    // Whoever hears of nothing else hears of the end.
    const all = await world.subscribe('viewer', 'subscription { obstacleChanged { kind } }')
    const { logObstacle: logged } = await world.ask<Logged>('secretary', log)
    await all.next()
    const subscribe = (who: Someone) => world.subscribe(who, `subscription { ${document} }`)
    const hearers = await Promise.all(
      everybody.flatMap((who) =>
        Array.from({ length: each }, async () => ({ who, line: await subscribe(who) })),
      ),
    )
    const told = hearers.filter(({ who }) => isTold(who)).map(({ line }) => line.next())
    world.statements.length = 0
    await world.ask('leader', comment, { id: logged.obstacle.id })
    await all.next()
    const [first, ...others] = await Promise.all(told)
    expect(first?.errors ?? []).toEqual([])
    for (const other of others) expect(other).toEqual(first)
    statements.push([...world.statements])
    await world.close()
    open = null
  }
  expectSameCost(statements[1] ?? [], statements[0] ?? [])
})

test('an obstacle that changed is looked up once for people of all rights', async () => {
  const statements: string[][] = []
  for (const hearers of [['viewer'], everybody] as const) {
    const world = (open = await createWorld())
    const { logObstacle: logged } = await world.ask<Logged>('secretary', log)
    const document = 'subscription { obstacleChanged { kind obstacle { id title overdue } } }'
    const lines = await Promise.all(hearers.map((who) => world.subscribe(who, document)))
    world.statements.length = 0
    await world.ask('leader', comment, { id: logged.obstacle.id })
    for (const line of lines) expect((await line.next()).errors).toEqual([])
    statements.push([...world.statements])
    await world.close()
    open = null
  }
  expectSameCost(statements[1] ?? [], statements[0] ?? [])
})

test('a change of the rules tells each owner once, whenever he or she began to listen', async () => {
  const world = (open = await createWorld())
  const { secretary, official } = { secretary: world.actor('secretary'), official: world.actor('official') }
  const own = async () => {
    const input = { title: 'کندی سامانه', category: 'SOFTWARE', severity: 'HIGH' } as const
    const id = await logObstacle(
      world.store,
      secretary,
      { ...input, subjectKind: 'SINGLE_WINDOW', agencyCode: null },
      world.clock.now,
    )
    await assignObstacle(world.store, secretary, { id, ownerId: official.id }, world.clock.now)
  }
  const close = (date: string) =>
    declareClosure(world.store, secretary, { from: date, to: date, name: 'گرما' }, world.clock.now)
  const listen = async () =>
    (await world.subscribe('official', 'subscription { noticed { kind count } }')).next
  const moved = { noticed: { kind: 'DEADLINES_MOVED', count: expect.any(Number) as number } }
  const assigned = { noticed: { kind: 'ASSIGNED', count: 1 } }

  const early = await listen()
  for (let number = 0; number < 3; number++) {
    await own()
    expect((await early()).data).toEqual(assigned)
  }
  await close('1405-04-22')
  expect((await early()).data).toEqual(moved)
  const late = await listen()
  await close('1405-04-23')
  await own()
  for (const next of [early, late])
    expect([(await next()).data, (await next()).data]).toEqual([moved, assigned])
})

test('of more events than can be told one by one nobody is told, and all are to come again', async () => {
  const world = (open = await createWorld())
  const line = await world.subscribe('viewer', 'subscription { obstacleChanged { kind } }')
  await world.ask('secretary', log)
  expect((await line.next()).data).toEqual({ obstacleChanged: { kind: 'LOGGED' } })
  const { id: _id, ...event } = await world.db.selectFrom('event').selectAll().executeTakeFirstOrThrow()
  await world.db
    .insertInto('event')
    .values(Array.from({ length: 2_001 }, () => event))
    .execute()
  world.store.committed()
  await expect(line.next()).rejects.toThrow('ended')
})

test('where it can not be known who still listens nobody is told, and all are to come again', async () => {
  const faults: unknown[] = []
  const lost: string[] = []
  const audience = new Audience({
    now: () => 0,
    viewers: () => Promise.reject(new Error('the disk is gone')),
    report: (error) => faults.push(error),
  })
  for (const token of ['one', 'other'])
    audience.add({
      token,
      hear: () => Promise.reject(new Error('told all the same')),
      lose: () => lost.push(token),
    })
  await audience.tell({} as EventRow)
  expect(faults.map(String)).toEqual(['Error: the disk is gone'])
  expect(lost).toEqual(['one', 'other'])
  expect(audience.size).toBe(0)
})

describe('everybody gets what an execution of the own would give', () => {
  const people: Who[] = ['administrator', 'secretary', 'leader', 'viewer', 'ict', 'colleague', 'sabt']
  const selections = {
    'what all of the same rights have alike': 'kind obstacle { id title status escalationLevel }',
    'what depends on the person': 'kind obstacle { id actions owner { name } }',
    'dates and their reasons': 'obstacle { nextDeadline { dueAt remainingMinutes why { text } } }',
  }
  it.each(Object.entries(selections))('%s', async (_what, selection) => {
    const office = await Office.open()
    try {
      const id = await office.inProgress()
      const event = (await office.events(id)).at(-1)
      const document = parse(`subscription { obstacleChanged { ${selection} } }`)
      for (const language of ['fa', 'en'] as const) {
        for (const who of people) {
          const args = (): ExecutionArgs => ({
            schema,
            document,
            contextValue: createContext({
              store: office.store,
              viewer: office.people[who],
              language,
              now: office.now,
              deviceNow: office.now,
              clock: { simulated: true, speed: 1 },
              trace: { operation: null, code: null, userId: null, requestId: null, report: () => {} },
              session: { token: null, signIn: () => Promise.reject(new Error()), signOut: async () => {} },
            }),
          })
          const own = await execute({ ...args(), rootValue: event })
          const asked = { args: args(), question: questionOf(args()) }
          const moment = { viewer: office.people[who], now: office.now }
          expect(await executeShared(asked, event as object, moment), `${who} ${language}`).toEqual(own)
        }
      }
    } finally {
      await office.close()
    }
  })
})
