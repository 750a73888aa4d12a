import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { storageFault } from '../../server/src/database/storageFault.ts'
import { createWorld, type World } from '../helpers/world.ts'

const log = 'mutation ($input: LogObstacleInput!) { logObstacle(input: $input) { obstacle { ref } } }'
const count = '{ obstacles { totalCount } }'
const draft = (title: string) => ({
  input: {
    title,
    description: 'شرح '.repeat(2_000),
    subjectKind: 'SINGLE_WINDOW',
    category: 'SOFTWARE',
    severity: 'HIGH',
  },
})

let world: World
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.close())

const pragma = async (name: string, value?: number) => {
  const text = value === undefined ? `pragma ${name}` : `pragma ${name} = ${value}`
  const { rows } = await sql.raw<Record<string, number>>(text).execute(world.db)
  return Object.values(rows[0] ?? {})[0] ?? 0
}

const lacks: [what: string, begin: () => Promise<unknown>, end: () => Promise<unknown>, fa: string][] = [
  [
    'a full disk',
    async () => pragma('max_page_count', await pragma('page_count')),
    () => pragma('max_page_count', 1_000_000),
    'فضای ذخیره‌سازی پر است',
  ],
  [
    'a disk that can only be read',
    () => pragma('query_only', 1),
    () => pragma('query_only', 0),
    'در دسترس نیست',
  ],
]
test.each(lacks)(
  '%s: writes are refused whole, reads go on, and it mends by itself',
  async (_what, begin, end, fa) => {
    await world.ask('secretary', log, draft('پیش از آن'))
    await begin()
    const refused = []
    // Free pages take some in at first.
    for (let number = 0; refused.length < 3; number++) {
      const { errors } = await world.execute('secretary', log, draft(`در این میان ${number}`))
      refused.push(...errors)
    }
    expect(refused.map(({ extensions }) => extensions?.['code'])).toEqual(Array(3).fill('UNAVAILABLE'))
    expect(refused[0]?.message).toContain(fa)
    expect(world.reported.map(storageFault)).toHaveLength(3)

    const during = await world.ask<{ obstacles: { totalCount: number } }>('secretary', count)
    await end()
    const { rows } = await sql<{ obstacles: number; logged: number; searchable: number; last: number }>`
      select (select count(*) from obstacle) as obstacles,
        (select count(*) from event where kind = 'LOGGED') as logged,
        (select count(*) from obstacle_search) as searchable,
        (select last_number - 100 from province where id = 1) as last`.execute(world.db)
    const whole = during.obstacles.totalCount
    expect(rows).toEqual([{ obstacles: whole, logged: whole, searchable: whole, last: whole }])
    expect(await pragma('integrity_check')).toBe('ok')
    await world.ask('secretary', log, draft('پس از آن'))
  },
)

const codes: [code: string, fault: ReturnType<typeof storageFault>][] = [
  ['SQLITE_FULL', 'FULL'],
  ['ENOSPC', 'FULL'],
  ['53100', 'FULL'],
  ['SQLITE_READONLY_DBMOVED', 'READ_ONLY'],
  ['25006', 'READ_ONLY'],
  ['SQLITE_IOERR_WRITE', 'FAILING'],
  ['57P01', 'FAILING'],
  ['08006', 'FAILING'],
  ['SQLITE_CONSTRAINT_UNIQUE', null],
  ['23505', null],
]
test.each(codes)('%s: %s', (code, fault) => {
  expect(storageFault(Object.assign(new Error('x'), { code }))).toBe(fault)
  expect(storageFault(new Error('outer', { cause: { code } }))).toBe(fault)
})
