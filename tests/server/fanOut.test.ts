import { execute, parse, type ExecutionArgs } from 'graphql'
import { afterEach, describe, expect, it, test } from 'vitest'
import { createContext } from '../../server/src/graphql/Context.ts'
import { executeShared } from '../../server/src/graphql/executeShared.ts'
import { schema } from '../../server/src/graphql/schema.ts'
import { Office, type Who } from '../helpers/office.ts'
import { createWorld, type World } from '../helpers/world.ts'

let world: World | null
afterEach(() => world?.close())

const changed = 'subscription { obstacleChanged { kind obstacle { id title overdue } } }'
const log = `mutation { logObstacle(input: {
  title: "کندی سامانه", subjectKind: SINGLE_WINDOW, category: SOFTWARE, severity: HIGH }) { obstacle { id } } }`

test('a change costs as many statements for fifty listeners as for one', async () => {
  const statements: number[] = []
  for (const listeners of [1, 50]) {
    world = await createWorld()
    const subscriptions = await Promise.all(
      Array.from({ length: listeners }, () => (world as World).subscribe('secretary', changed)),
    )
    const told = subscriptions.map((subscription) => subscription.next())
    world.statements.length = 0
    await world.ask('leader', log)
    const [first, ...others] = await Promise.all(told)
    expect(first?.data).toMatchObject({
      obstacleChanged: { kind: 'LOGGED', obstacle: { title: 'کندی سامانه' } },
    })
    for (const other of others) expect(other).toEqual(first)
    statements.push(world.statements.length)
    for (const subscription of subscriptions) await subscription.end()
    await world.close()
    world = null
  }
  expect(statements[1]).toBe(statements[0])
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
              trace: { operation: null, code: null, userId: null, report: () => {} },
              session: { token: null, signIn: () => Promise.reject(new Error()), signOut: async () => {} },
            }),
          })
          const own = await execute({ ...args(), rootValue: event })
          expect(
            await executeShared(args(), event as object, { viewer: office.people[who], now: office.now }),
            `${who} ${language}`,
          ).toEqual(own)
        }
      }
    } finally {
      await office.close()
    }
  })
})
