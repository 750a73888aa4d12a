import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLFormattedError,
  type GraphQLInputType,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { schema } from '../../server/src/graphql/schema.ts'
import { writeAgainstReferences } from '../helpers/breakDatabase.ts'
import { createWorld, type Someone, type World } from '../helpers/world.ts'

/*
 * Every id that the schema takes, wherever it stands, given that of something in another province: nobody may come to
 * see it, point at it or change it.
 */

const FOREIGN = 777
const SECRET = 'رازی‌که‌در‌فارس‌است'
const askers = ['administrator', 'secretary', 'leader', 'viewer', 'official'] as const satisfies Someone[]

let world: World
let own: { obstacle: string; user: string; milestone: string }
beforeAll(async () => {
  world = await createWorld()
  const { obstacle, extension } = await fill('secretary')
  own = { obstacle, user: String(world.actor('official').id), milestone: await milestone('secretary') }
  expect(extension).toBeTruthy()
  await fill('stranger')
  await milestone('stranger')
  await renumber()
})
afterAll(() => world.close())

const log = 'mutation ($input: LogObstacleInput!) { logObstacle(input: $input) { obstacle { id } } }'
const step = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { obstacle { id } } }`

/** An obstacle with an owner and an extension asked for. */
async function fill(who: 'secretary' | 'stranger') {
  const draft = { title: who === 'stranger' ? SECRET : 'کندی سامانه', subjectKind: 'SINGLE_WINDOW' }
  const input = { ...draft, category: 'SOFTWARE', severity: 'HIGH' }
  const { logObstacle } = await world.ask<{ logObstacle: { obstacle: { id: string } } }>(who, log, { input })
  const { id } = logObstacle.obstacle
  const ownerId = String(world.actor(who).id)
  await world.ask(who, step('assignObstacle', 'AssignObstacleInput'), { input: { id, ownerId } })
  const asked = { id, kind: 'RESOLVE', reason: 'زمان بیشتری لازم است', until: '1405-06-20' }
  await world.ask(who, step('requestExtension', 'RequestExtensionInput'), { input: asked })
  const { id: extension } = await world.db
    .selectFrom('extension')
    .select('id')
    .where('obstacle_id', '=', Number(id))
    .executeTakeFirstOrThrow()
  return { obstacle: id, extension }
}

async function milestone(who: 'secretary' | 'stranger'): Promise<string> {
  const define = 'mutation ($input: MilestoneInput!) { defineMilestone(input: $input) { milestone { id } } }'
  const input = { name: who === 'stranger' ? SECRET : 'پایان شهریور', dueDate: '1405-06-31' }
  const made = await world.ask<{ defineMilestone: { milestone: { id: string } } }>(who, define, { input })
  return made.defineMilestone.milestone.id
}

/** All that is in Fars gets the same id, which nothing in Golestan has. */
function renumber(): Promise<void> {
  const { provinceId, id } = world.actor('stranger')
  const first = (table: string) => `(select min(id) from ${table} where province_id = ${provinceId})`
  const ofObstacle = ['deadline', 'extension', 'event', 'notice']
  return writeAgainstReferences(world.db, [
    ...['obstacle', 'extension', 'milestone', 'deadline', 'notice'].map(
      (table) => `update ${table} set id = ${FOREIGN} where id = ${first(table)}`,
    ),
    `update "user" set id = ${FOREIGN} where id = ${id}`,
    ...ofObstacle.map(
      (table) => `update ${table} set obstacle_id = ${FOREIGN} where province_id = ${provinceId}`,
    ),
  ])
}

interface Case {
  name: string
  kind: 'query' | 'mutation'
  field: GraphQLField<unknown, unknown>
  path: string
}

/** The paths at which an argument, or a field within it, is an id. */
function idPaths(type: GraphQLInputType, path: string): string[] {
  const named = getNamedType(type)
  if (named.name === 'ID') return [path]
  if (!isInputObjectType(named)) return []
  return Object.values(named.getFields()).flatMap((field) => idPaths(field.type, `${path}.${field.name}`))
}

const cases: Case[] = (['query', 'mutation'] as const).flatMap((kind) => {
  const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType()
  return Object.values(root?.getFields() ?? {}).flatMap((field) =>
    field.args
      .flatMap((argument) => idPaths(argument.type, argument.name))
      .map((path) => ({ name: `${field.name} ${path}`, kind, field, path })),
  )
})

/** A value that is right in itself; ids are those of Golestan but for the one at `foreign`. */
function valueOf(type: GraphQLInputType, path: string, foreign: string): unknown {
  const bare = getNullableType(type)
  if (isListType(bare)) return [valueOf(bare.ofType, path, foreign)]
  if (isEnumType(bare)) return bare.name === 'SubjectKind' ? 'SINGLE_WINDOW' : bare.getValues()[0]?.name
  if (isInputObjectType(bare)) {
    const fields = Object.values(bare.getFields()).filter(
      (field) => isNonNullType(field.type) || idPaths(field.type, `${path}.${field.name}`).includes(foreign),
    )
    return Object.fromEntries(
      fields.map((field) => [field.name, valueOf(field.type, `${path}.${field.name}`, foreign)]),
    )
  }
  const name = path.split('.').at(-1) ?? ''
  if (bare.name === 'ID') return path === foreign ? String(FOREIGN) : ownId(foreign, name)
  if (bare.name === 'Int') return 1
  if (bare.name === 'Boolean') return true
  if (bare.name === 'JalaliDate') return '1405-06-20'
  return /code/i.test(name) ? 'gaz' : 'متنی درست و خوانا'
}

function ownId(_foreign: string, name: string): string {
  if (/owner|user|mention|focal|reporter/i.test(name)) return own.user
  return /milestone/i.test(name) ? own.milestone : own.obstacle
}

function documentOf({ kind, field, path }: Case) {
  const given = field.args.filter(
    (argument) => isNonNullType(argument.type) || idPaths(argument.type, argument.name).includes(path),
  )
  const variables = Object.fromEntries(
    given.map((argument) => [argument.name, valueOf(argument.type, argument.name, path)]),
  )
  const definitions = given.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')
  const passed = given.map(({ name }) => `${name}: $${name}`).join(', ')
  const selection = isObjectType(getNamedType(field.type)) ? '{ __typename }' : ''
  return { document: `${kind} (${definitions}) { ${field.name}(${passed}) ${selection} }`, variables }
}

/** All that belongs to Fars, in whatever order the database finds it. */
async function dump(): Promise<string> {
  const { provinceId } = world.actor('stranger')
  const tables = [
    'obstacle',
    'deadline',
    'extension',
    'event',
    'notice',
    'milestone',
    'user',
    'agency',
    'follower',
    'act',
    'second_factor',
  ] as const
  const rows: string[] = []
  for (const table of tables) {
    const found = await world.db.selectFrom(table).selectAll().where('province_id', '=', provinceId).execute()
    rows.push(...found.map((row) => `${table} ${JSON.stringify(row)}`))
  }
  return rows.sort().join('\n')
}

describe('an id of another province', () => {
  test('is tried at every place that takes one', () => {
    expect(cases.length).toBeGreaterThan(30)
  })
  it.each(cases.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    const before = await dump()
    const { document, variables } = documentOf(one)
    const answers: string[] = []
    for (const who of askers) {
      const { data, errors } = await world.execute(who, document, variables)
      answers.push(errors[0] ? refusalIn(errors[0]) : JSON.stringify(data))
    }
    expect(JSON.stringify(answers)).not.toContain(SECRET)
    expect(await dump()).toBe(before)
    expect(answers.filter((answer) => !isHarmless(answer, one))).toEqual([])
    // Somebody who may do it at all was told that there is no such thing.
    expect(
      answers.some((answer) => answer !== 'FORBIDDEN'),
      answers.join(),
    ).toBe(true)
  })
})

/** 'INVALID input.steps.id': places within lists don't matter. */
function refusalIn({ extensions }: GraphQLFormattedError): string {
  const fields = (extensions?.['fields'] ?? []) as { path: string }[]
  const paths = fields.map(({ path }) => path.replaceAll(/\.\d+/g, ''))
  return [extensions?.['code'], ...paths].join(' ')
}

/** Nothing was found or done; the id itself was refused, before all else that could be wrong. */
function isHarmless(answer: string, { field, path }: Case): boolean {
  if (['NOT_FOUND', 'FORBIDDEN', `INVALID ${path}`].includes(answer)) return true
  const nothing: Record<string, string> = {
    obstacle: '{"obstacle":null}',
    // A filter by somebody who is not there finds nothing.
    obstacles: '{"obstacles":{"__typename":"ObstacleConnection"}}',
    board: '{"board":{"__typename":"Board"}}',
    markNoticesRead: '{"markNoticesRead":0}',
    people: '{"people":[]}',
  }
  return answer === nothing[field.name]
}

test('a filter by somebody, or by a milestone, of another province finds nothing', async () => {
  for (const filter of [
    { ownerId: String(FOREIGN) },
    { reporterId: String(FOREIGN) },
    { milestoneId: String(FOREIGN) },
  ]) {
    const query =
      'query ($filter: ObstacleFilter) { obstacles(filter: $filter) { totalCount } board(filter: $filter) { openCount } }'
    const { data } = await world.execute('secretary', query, { filter })
    expect(data === null || JSON.stringify(data)).toBe(
      data === null || '{"obstacles":{"totalCount":0},"board":{"openCount":0}}',
    )
  }
})
