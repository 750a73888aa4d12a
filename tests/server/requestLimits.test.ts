import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getIntrospectionQuery, getNullableType, isListType, isObjectType, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { Refusal } from '@goshayesh/shared/refusal'
import { checkRequest, requestLimits } from '../../server/src/graphql/checkRequest.ts'
import { measureDocument, rowsOfList } from '../../server/src/graphql/measureDocument.ts'
import { schema } from '../../server/src/graphql/schema.ts'
import { serveWorld, type Served } from '../helpers/serveWorld.ts'
import { createWorld, type World } from '../helpers/world.ts'

let world: World
let served: Served
beforeAll(async () => {
  world = await createWorld()
  served = await serveWorld(world)
})
afterAll(async () => {
  await served.close()
  await world.close()
})

const measure = (text: string, variables = {}) => measureDocument(schema, parse(text), variables)
const nested = (levels: number) =>
  `{ obstacle(id: "1") { ${'mergedInto { '.repeat(levels - 2)} id ${'} '.repeat(levels - 2)} } }`
const aliased = (count: number) =>
  `{ ${Array.from({ length: count }, (_, n) => `a${n}: unreadCount`).join(' ')} }`
const repeated = (count: number, what: string) => `{ ${`${what} `.repeat(count)} }`
const previews = (count: number) =>
  `{ ${Array.from({ length: count }, (_, n) => `a${n}: previewMilestoneWithdrawal(id: ${n}) { movedDeadlines }`).join(' ')} }`
const closures = (count: number) =>
  Array.from(
    { length: count },
    (_, n) => `a${n}: withdrawClosure(date: "1405-04-2${n}") { movedDeadlines }`,
  ).join(' ')
/** Each fragment spreads the next one twice: as many fields as 2 to the power of the levels. */
const doubled = (levels: number) =>
  `{ obstacle(id: "1") { ...f0 } } ${Array.from(
    { length: levels },
    (_, n) => `fragment f${n} on Obstacle { ${n === levels - 1 ? 'id' : `...f${n + 1} ...f${n + 1}`} }`,
  ).join(' ')}`

describe('what is measured', () => {
  it.each<[text: string, expected: Partial<ReturnType<typeof measure>>]>([
    ['{ unreadCount }', { depth: 1, aliases: 0, fields: 1, cost: 1, operations: 1 }],
    ['{ a: unreadCount ... { b: unreadCount } }', { depth: 1, aliases: 2, cost: 2 }],
    ['{ obstacles(first: 10) { edges { node { id } } } }', { depth: 4, cost: 31 }],
    ['{ obstacles { edges { node { id } } } }', { cost: 151 }],
    ['{ obstacles(last: 7) { edges { node { id } } } }', { cost: 22 }],
    ['query ($n: Int) { obstacles(first: $n) { totalCount } }', { cost: 101 }],
    ['{ obstacles(first: 2000000) { totalCount } }', { cost: 101 }],
    ['{ obstacles(first: -5) { totalCount } }', { cost: 2 }],
    ['{ agencies { services { code } } }', { depth: 3, cost: 1101 }],
    ['{ unreadCount @skip(if: false) @include(if: true) }', { directives: 2 }],
    ['{ __schema { types { name } } }', { depth: 0, introspects: true }],
    [
      '{ ...a } fragment a on Query { ...b } fragment b on Query { __type(name: "x") { name } }',
      { introspects: true },
    ],
    ['subscription { noticed { id } }', { subscribes: true }],
    ['query a { unreadCount } query b { unreadCount }', { operations: 2, fields: 2 }],
    ['{ nothing { like { this } } }', { depth: 3, cost: 3 }],
    ['{ ...a } fragment a on Query { ...a unreadCount }', { depth: 1, cost: 1 }],
    ['{ ...missing }', { depth: 0 }],
  ])('%s', (text, expected) => expect(measure(text)).toMatchObject(expected))

  test('a size given by a variable', () => {
    const text = 'query ($n: Int) { obstacles(first: $n) { totalCount } }'
    expect(measure(text, { n: 3 }).cost).toBe(4)
    expect(measure(text, { n: '3' }).cost).toBe(101)
  })
  test('doubled fragments, each once', () => {
    const { visits, cost } = measure(doubled(40))
    expect(visits).toBeLessThanOrEqual(2 + 2 * 40)
    expect(cost).toBeGreaterThan(2 ** 39)
  })
  test('every list without a size has its rows reckoned', () => {
    const lists = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter(({ name }) => !name.startsWith('__'))
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter(({ type }) => isListType(getNullableType(type)))
          .filter(({ args }) => !args.some(({ name }) => /^(first|last|perColumn)$/.test(name)))
          .map((field) => `${type.name}.${field.name}`),
      )
    expect(Object.keys(rowsOfList).sort()).toEqual(lists.sort())
  })
})

const refusal = (request: Parameters<typeof checkRequest>[0], where: Parameters<typeof checkRequest>[1]) => {
  try {
    checkRequest(request, where)
    return 'answered'
  } catch (error) {
    const cause = (error as { originalError?: unknown }).originalError ?? error
    if (!(cause instanceof Refusal)) throw error
    return `${cause.code} ${cause.fields.map(({ path, rule }) => `${path} ${rule}`).join()}`
  }
}
const { depth, aliases, directives, operations, fields } = requestLimits
const tooComplex = 'INVALID query TOO_COMPLEX'
let deep: unknown = 1
for (let n = 0; n < 5_000; n++) deep = [deep]

describe('what is refused', () => {
  it.each<[what: string, query: string, expected: string]>([
    [`${depth} levels`, nested(depth), 'answered'],
    [`${depth + 1} levels`, nested(depth + 1), tooComplex],
    [`${aliases} aliases`, aliased(aliases), 'answered'],
    [`${aliases + 1} aliases`, aliased(aliases + 1), tooComplex],
    ['a directive too many', repeated(directives + 1, 'unreadCount @skip(if: true)'), tooComplex],
    ['a field too many', repeated(fields + 1, 'unreadCount'), tooComplex],
    [
      'an operation too many',
      Array.from({ length: operations + 1 }, (_, n) => `query q${n} { unreadCount }`).join(' '),
      tooComplex,
    ],
    ['doubled fragments', doubled(30), tooComplex],
    [
      'agencies of services of agencies',
      '{ agencies { services { agency { services { agency { services { code } } } } } } }',
      tooComplex,
    ],
    [
      'a thousand histories',
      '{ obstacles(first: 100) { edges { node { timeline(first: 100) { edges { node { id kind at actor { name } } } } } } } }',
      tooComplex,
    ],
    ['five previews of a change of the rules', previews(5), 'answered'],
    ['six', previews(6), tooComplex],
    ['six changes of the rules', `mutation { ${closures(6)} }`, tooComplex],
    ['the whole introspection', getIntrospectionQuery(), 'answered'],
    [
      'introspection without end',
      '{ __schema { types { fields { args { type { fields { args { type { fields { name } } } } } } } } } }',
      tooComplex,
    ],
    ['a subscription', 'subscription { noticed { id } }', 'INVALID query BAD_VALUE'],
    [
      'one behind a query',
      'query a { unreadCount } subscription b { noticed { id } }',
      'INVALID query BAD_VALUE',
    ],
    ['a fragment within itself: validation says so', '{ ...a } fragment a on Query { ...a }', 'answered'],
  ])('%s', (_, query, expected) => expect(refusal({ query }, 'requests')).toBe(expected))

  test('what is no document', () => {
    expect(() => checkRequest({ query: '{{{' }, 'requests')).toThrow('Syntax Error')
  })

  it.each<[what: string, query: string, expected: string]>([
    ['a subscription', 'subscription { noticed { id } }', 'answered'],
    ['a query', '{ unreadCount }', 'INVALID query BAD_VALUE'],
    ['a mutation', 'mutation { signOut }', 'INVALID query BAD_VALUE'],
    [
      'a deep one',
      `subscription { obstacleChanged { obstacle { ${'mergedInto { '.repeat(depth)} id ${'} '.repeat(depth)} } } }`,
      tooComplex,
    ],
  ])('over the socket: %s', (_, query, expected) =>
    expect(refusal({ query }, 'subscriptions')).toBe(expected),
  )

  it.each<[what: string, request: object]>([
    ['variables', { variables: { a: deep } }],
    ['extensions', { extensions: { a: deep } }],
  ])('%s of 5,000 levels', (what, request) =>
    expect(refusal({ query: '{ unreadCount }', ...request }, 'requests')).toBe(`INVALID ${what} TOO_COMPLEX`),
  )

  test('the cost of a document that was answered before', () => {
    const query =
      'query ($n: Int) { board(perColumn: $n) { columns { obstacles { id timeline { edges { node { id at } } } } } } }'
    expect(refusal({ query, variables: { n: 1 } }, 'requests')).toBe('answered')
    expect(refusal({ query, variables: { n: 100 } }, 'requests')).toBe(tooComplex)
  })
})

describe("the client's own documents", () => {
  const generated = readFileSync(join(import.meta.dirname, '../../web/src/gql/graphql.ts'), 'utf8')
  const documents = [...generated.matchAll(/const (\w+)Document = new TypedDocumentString\(`([^`]+)`/g)]
  test('are found', () => expect(documents.length).toBeGreaterThan(50))
  it.each(documents.map(([, name = '', text = '']) => [name, text] as const))('%s', (_, query) => {
    expect(refusal({ query }, /^\s*subscription\b/.test(query) ? 'subscriptions' : 'requests')).toBe(
      'answered',
    )
  })
})

describe('over HTTP', () => {
  it.each<[what: string, body: string, status: number, path: string]>([
    ['a document too deep', JSON.stringify({ query: nested(13) }), 400, 'query'],
    ['doubled fragments', JSON.stringify({ query: doubled(20) }), 400, 'query'],
    ['5,001 tokens', JSON.stringify({ query: repeated(5_000, 'unreadCount') }), 400, ''],
    [
      'a body of two megabytes',
      JSON.stringify({ query: '{ unreadCount }', variables: { a: 'x'.repeat(2_000_000) } }),
      413,
      'body',
    ],
    [
      'half a megabyte of brackets',
      `{"query":"{ unreadCount }","variables":{"a":${'['.repeat(500_000)}${']'.repeat(500_000)}}}`.slice(
        0,
        1_048_000,
      ),
      400,
      'variables',
    ],
    [
      'variables of 5,000 levels',
      `{"query":"{ unreadCount }","variables":{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}}`,
      400,
      'variables',
    ],
    ['no JSON', '{', 400, 'body'],
    ['nothing', '', 400, 'body'],
    ['many requests in one', JSON.stringify([{ query: '{ unreadCount }' }]), 400, 'body'],
    [
      'a hash in the place of a document',
      JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }),
      400,
      'query',
    ],
    ['a list in the place of a document', JSON.stringify({ query: ['{ unreadCount }'] }), 400, 'query'],
  ])('%s', async (_, body, status, path) => {
    const response = await served.post('secretary', body, { 'accept-language': 'en' })
    const { errors } = (await response.json()) as {
      errors: { message: string; extensions: { code: string; fields: { path: string }[] } }[]
    }
    expect(response.status).toBe(status)
    expect(errors[0]?.extensions.code).toBe('INVALID')
    expect(errors[0]?.message).toBe('The input needs correction.')
    expect(errors[0]?.extensions.fields.map((field) => field.path)).toEqual(path === '' ? [] : [path])
    expect(world.reported).toEqual([])
  })
  test('the message comes in Persian where nothing else is asked for', async () => {
    const { errors } = await served.ask('secretary', nested(13))
    expect(errors[0]?.extensions?.['fields']).toEqual([
      {
        path: 'query',
        rule: 'TOO_COMPLEX',
        limit: 12,
        message: 'درخواست از حد مجاز ۱۲ سنگین‌تر است. کمتر بخواهید.',
      },
    ])
  })
  it.each([
    '{ obstacles(first: 101) { totalCount } }',
    '{ obstacles(last: 101) { totalCount } }',
    '{ board(perColumn: 101) { openCount } }',
    '{ inbox(first: 101) { totalCount } }',
    '{ people(first: 101) { id } }',
    '{ similarObstacles(text: "سامانه", first: 101) { score } }',
    '{ obstacles { edges { node { timeline(first: 101) { totalCount } } } } }',
    '{ obstacles { edges { node { timeline(last: 101) { totalCount } } } } }',
  ])('no page is longer than a hundred: %s', async (query) => {
    await world.ask('secretary', log)
    const { errors } = await served.ask('secretary', query)
    expect(errors[0]?.extensions).toMatchObject({
      code: 'INVALID',
      fields: [{ rule: 'TOO_LARGE', limit: 100 }],
    })
  })
  test('every list that takes a size is among those', () => {
    const sized = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) =>
        Object.values(type.getFields()).flatMap((field) =>
          field.args
            .filter(({ name }) => /^(first|last|perColumn)$/.test(name))
            .map(({ name }) => `${field.name} ${name}`),
        ),
      )
    expect(sized.sort()).toEqual([
      'board perColumn',
      'inbox first',
      'obstacles first',
      'obstacles last',
      'people first',
      'similarObstacles first',
      'timeline first',
      'timeline last',
    ])
  })
})

const log = `mutation { logObstacle(input: { title: "کندی سامانه", subjectKind: SINGLE_WINDOW, category: SOFTWARE, severity: HIGH }) {
  obstacle { id } } }`
