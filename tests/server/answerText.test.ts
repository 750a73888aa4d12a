import { parse } from 'graphql'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { commentObstacle } from '../../server/src/commands/commentObstacle.ts'
import { AnswerText } from '../../server/src/graphql/AnswerText.ts'
import { bytesOf } from '../../server/src/graphql/bytesOf.ts'
import { schema } from '../../server/src/graphql/schema.ts'
import { HandClock } from '../helpers/HandClock.ts'
import { serveWorld } from '../helpers/serveWorld.ts'
import { createWorld, type World } from '../helpers/world.ts'

/* That every answer of the tests is the ordinary one, to the byte, is held by the world (expectSameBytes). */

let world: World
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.close())

const log = `mutation { logObstacle(input: { title: "کندی سامانه", subjectKind: AGENCY, agencyCode: "gaz",
  category: SOFTWARE, severity: HIGH }) { obstacle { id } } }`
const card = `id ref title severity status overdue agency { name } owner { name agency { name } } commentCount actions version
  milestone { name } nextDeadline { dueAt remainingMinutes totalMinutes } slaState`

describe('a card that was told before is told as it is', () => {
  beforeEach(() => world.ask('secretary', log))
  it.each<[string, () => unknown]>([
    [
      'commented',
      () => mutate('official', 'commentObstacle(input: { id: 1, text: "پیگیری شد" }) { obstacle { id } }'),
    ],
    [
      'assigned',
      () => mutate('secretary', 'assignObstacle(input: { id: 1, ownerId: 5 }) { obstacle { id } }'),
    ],
    [
      'edited',
      () => mutate('secretary', 'editObstacle(input: { id: 1, severity: LOW }) { obstacle { id } }'),
    ],
    [
      'of an agency with another name',
      () =>
        mutate(
          'administrator',
          'editAgency(input: { code: "gaz", nameFa: "گاز استان" }) { agency { code } }',
        ),
    ],
    [
      'of people with other names',
      async () => {
        await mutate('secretary', 'assignObstacle(input: { id: 1, ownerId: 5 }) { obstacle { id } }')
        await told()
        await mutate('administrator', 'editUser(input: { id: 5, name: "نام تازه" }) { user { id } }')
      },
    ],
    [
      'under other rules',
      () =>
        mutate(
          'secretary',
          'declareClosure(input: { from: "1405-04-21", to: "1405-04-21", name: "سرما" }) { movedDeadlines }',
        ),
    ],
    [
      'under a milestone that is withdrawn',
      async () => {
        await mutate(
          'leader',
          'defineMilestone(input: { name: "پایان تیر", dueDate: "1405-04-31", subjectKind: AGENCY }) { milestone { id } }',
        )
        expect((await told())[0]).toMatchObject({ milestone: { name: 'پایان تیر' } })
        await mutate('leader', 'withdrawMilestone(id: 1) { movedDeadlines }')
      },
    ],
    ['a minute later', () => void (world.clock.now += 60_000)],
    [
      'by another person',
      () => mutate('secretary', 'assignObstacle(input: { id: 1, ownerId: 6 }) { obstacle { id } }'),
    ],
  ])('%s', async (_what, change) => {
    const before = await told()
    await change()
    expect(await told()).not.toEqual(before)
  })
})

test('only what has changed is loaded again', async () => {
  for (let count = 0; count < 3; count++) await world.ask('secretary', log)
  await told()
  const loads = async () => {
    world.statements.length = 0
    await told()
    return world.statements.filter((text) => text.includes('from "deadline"')).length
  }
  expect(await loads()).toBe(0)
  await commentObstacle(world.store, world.actor('official'), { id: 2, text: 'پیگیری شد' }, world.clock.now)
  expect(await loads()).toBe(1)
  expect(await loads()).toBe(0)
})

describe('what is not told as a text', () => {
  it.each([
    ['a mutation', 'mutation { signOut }'],
    ['a subscription', 'subscription { obstacleChanged { kind } }'],
    ['the schema', '{ __schema { description } }'],
    ['the type', '{ viewer { __typename } }'],
    ['what a variable leaves out', 'query ($is: Boolean!) { viewer { id @include(if: $is) } }'],
  ])('%s', (_what, document) => {
    expect(() => new AnswerText(schema, parse(document))).toThrow()
  })
  test('is answered all the same', async () => {
    const served = await serveWorld(world)
    for (let time = 1; time <= 3; time++) {
      const named = await served.ask('secretary', '{ viewer { __typename name } }')
      expect(named).toEqual({ data: { viewer: { __typename: 'User', name: 'secretary' } }, errors: [] })
      const refused = await served.ask(
        'secretary',
        `query ($id: ID!) { obstacle(id: $id, ref: "OB-1") { id } }`,
        { id: '1' },
      )
      expect(refused.errors).toMatchObject([{ extensions: { code: 'INVALID' }, path: ['obstacle'] }])
      const unread = await served.ask('secretary', 'query ($id: ID!) { obstacle(id: $id) { id } }', {
        id: { not: 'one' },
      })
      expect(unread.errors).toHaveLength(1)
    }
    await served.close()
  })
})

test('over HTTP: the same whether a document was seen before or not, by name and with variables', async () => {
  await world.ask('secretary', log)
  const clock = new HandClock(world.clock.now)
  const served = await serveWorld(world, { clock })
  const query = `query One($id: ID!) { obstacle(id: $id) { title actions } } query Board { board { columns { obstacles { ${card} } } } }`
  for (const [operationName, variables] of [
    ['One', { id: '1' }],
    ['One', { id: '999' }],
    ['Board', {}],
  ] as const) {
    const answers = []
    for (let time = 1; time <= 3; time++) {
      // Nothing that was finished before is sent again.
      clock.set(clock.now() + 1_000)
      const response = await served.post('official', { query, operationName, variables })
      answers.push({ type: response.headers.get('content-type'), text: await response.text() })
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveProperty('size', 1)
  }
  await served.close()
})

test('parts of a text become its bytes, however many and long they are', () => {
  const parts = ['{', Buffer.from('گ'), ['"', ['آ'.repeat(200_000)], Buffer.from('…')], '', [], '😀}']
  expect(bytesOf(parts).toString()).toBe(`{گ"${'آ'.repeat(200_000)}…😀}`)
  expect(bytesOf([]).toString()).toBe('')
})

async function told(): Promise<object[]> {
  const { board } = await world.ask<{ board: { columns: { obstacles: object[] }[] } }>(
    'official',
    `{ board { columns { obstacles { ${card} } } } }`,
  )
  return board.columns.flatMap(({ obstacles }) => obstacles)
}

function mutate(who: 'administrator' | 'secretary' | 'leader' | 'official', mutation: string) {
  return world.ask(who, `mutation { ${mutation} }`)
}
