import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../helpers/app.ts'
import { DAY, randomOf } from '../helpers/calendars.ts'
import { openDatabaseAt, postgresUrl } from '../helpers/engines.ts'
import { post, prepareOffice, type GraphqlAnswer, type PreparedOffice } from '../helpers/prepareOffice.ts'

const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 20)
const SEED = Number(process.env.FAULT_SEED ?? 1405)
const WRITERS = 8
/** Hours pass within a round, so that the enforcer has something to do in each. */
const SPEED = 20_000
/** Answers, after which the server is killed; at most. */
const MOST_ANSWERS = 40

const log = `mutation ($input: LogObstacleInput!) { logObstacle(input: $input) { obstacle { id } } }`
const assign = `mutation ($input: AssignObstacleInput!) { assignObstacle(input: $input) { obstacle { version } } }`
const comment = `mutation ($input: CommentInput!) { commentObstacle(input: $input) { obstacle { version } } }`

let office: PreparedOffice
let app: App
let clock = '2026-07-11T06:45:00Z'
beforeAll(async () => {
  office = await prepareOffice()
})
afterAll(async () => {
  await app?.stop('SIGKILL')
  await office.remove()
})

/** What the server has said, by the word that makes it known again: a key, a comment. */
const acknowledged = {
  logged: new Map<string, string>(),
  commented: new Set<string>(),
  assigned: new Set<string>(),
}
/** Asked for, whatever came of it. */
const asked = { logged: new Set<string>(), commented: new Set<string>() }

test(
  `killed ${ROUNDS} times at random moments under concurrent writes, it loses nothing and does nothing twice`,
  { timeout: 60_000 + ROUNDS * 10_000 },
  async () => {
    console.log(`FAULT_SEED=${SEED}`)
    const random = randomOf(SEED)
    for (let round = 0; round < ROUNDS; round++) {
      app = await start(`${clock} x${SPEED}`)
      await writeUntilKilled(round, Math.ceil(random() * MOST_ANSWERS), random() * 10)
      await readDatabase(async (rows) => {
        if (postgresUrl === null) await expectSound(rows)
        await expectWritesOnce(rows)
      })
    }
    // Days later it catches up.
    const end = Date.parse(clock) + 4 * DAY
    app = await start(new Date(end).toISOString())
    await retryUnanswered()
    await expect.poll(() => readDatabase((rows) => owed(rows, end)), { timeout: 60_000 }).toEqual([])
    await app.stop()
    expect(acknowledged.commented.size).toBeGreaterThan(ROUNDS)
    await readDatabase(async (rows) => {
      await expectWritesOnce(rows)
      await expectActsOnce(rows, end)
    })
  },
)

/** Writers in a hurry are not what is tested here: no limit holds them back. */
const start = (at: string) =>
  startApp({ folder: office.folder, clock: at, env: { ...office.env, REQUEST_RATE: 'off' } })

/** All write at once; after so many answers, and a moment more, the server is killed. */
async function writeUntilKilled(round: number, answers: number, moment: number): Promise<void> {
  let left = answers
  const killed: Promise<void>[] = []
  const answered = () => {
    if (--left === 0)
      killed.push(new Promise((resolve) => setTimeout(() => resolve(app.stop('SIGKILL')), moment)))
  }
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(`${round}-${writer}`, answered)))
  await Promise.all(killed)
}

/** Logs, assigns and comments, one after the other, until the server is gone. */
async function write(name: string, answered: () => void): Promise<void> {
  const cookie = office.cookie('secretary')
  try {
    for (let number = 0; ; number++) {
      const key = `${name}-${number}`
      const id = await logWith(key)
      answered()
      expectDone(await post(app, cookie, assign, { input: { id, ownerId: String(office.people.ict.id) } }))
      acknowledged.assigned.add(id)
      answered()
      asked.commented.add(key)
      expectDone(await post(app, cookie, comment, { input: { id, text: key } }))
      acknowledged.commented.add(key)
      answered()
    }
  } catch (error) {
    // Cut off: fetch says no more than that.
    if (!(error instanceof TypeError)) throw error
  }
}

async function logWith(key: string): Promise<string> {
  asked.logged.add(key)
  const input = {
    idempotencyKey: key,
    title: `مانع ${key}`,
    subjectKind: 'SINGLE_WINDOW',
    category: 'SOFTWARE',
    severity: 'CRITICAL',
  }
  const answer = await post<{ logObstacle: { obstacle: { id: string } } }>(
    app,
    office.cookie('secretary'),
    log,
    { input },
  )
  const { id } = expectDone(answer).logObstacle.obstacle
  // The same key again is the same obstacle.
  expect(acknowledged.logged.get(key) ?? id).toBe(id)
  acknowledged.logged.set(key, id)
  return id
}

/** What a client does that got no answer: the same once more. */
async function retryUnanswered(): Promise<void> {
  for (const key of asked.logged) await logWith(key)
}

function expectDone<Data>({ data, errors }: GraphqlAnswer<Data>): Data {
  expect(errors).toBeUndefined()
  return data as Data
}

type Rows = (text: string) => Promise<Record<string, unknown>[]>

async function readDatabase<Result>(read: (rows: Rows) => Promise<Result>): Promise<Result> {
  const { db, close } = await openDatabaseAt(office.file)
  const rows: Rows = async (text) => (await sql.raw<Record<string, unknown>>(text).execute(db)).rows
  try {
    const [row] = await rows('select max(recorded_at) as last from event')
    if (row?.['last']) clock = new Date(Number(row['last'])).toISOString()
    return await read(rows)
  } finally {
    await close()
  }
}

async function expectSound(rows: Rows): Promise<void> {
  expect(await rows('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
  expect(await rows('pragma foreign_key_check')).toEqual([])
}

/** Every write that was acknowledged is there once; one that was not is there whole and once, or not at all. */
async function expectWritesOnce(rows: Rows): Promise<void> {
  const column = async (text: string) => (await rows(text)).map((row) => String(Object.values(row)[0]))
  const keys = await column('select idempotency_key from obstacle')
  expect(new Set(keys).size).toBe(keys.length)
  expect([...acknowledged.logged.keys()].filter((key) => !keys.includes(key))).toEqual([])
  expect(keys.filter((key) => !asked.logged.has(key))).toEqual([])

  const comments = await column(`select comment from event where kind = 'COMMENTED'`)
  expect(new Set(comments).size).toBe(comments.length)
  expect([...acknowledged.commented].filter((text) => !comments.includes(text))).toEqual([])
  expect(comments.filter((text) => !asked.commented.has(text))).toEqual([])

  const assigned = new Set(await column(`select obstacle_id from event where kind = 'ASSIGNED'`))
  expect([...acknowledged.assigned].filter((id) => !assigned.has(id))).toEqual([])

  const deadlines = (kinds: string) => `(select count(*) from deadline
    where deadline.obstacle_id = obstacle.id and deadline.kind in (${kinds}))`
  const halfWritten = await rows(`
    select obstacle.id from obstacle left join event on event.obstacle_id = obstacle.id
    group by obstacle.id, obstacle.owner_id
    having count(*) filter (where event.kind = 'LOGGED') <> 1
      or ${deadlines(`'ASSIGN', 'RESOLVE'`)} <> 2
      or (count(*) filter (where event.kind = 'ASSIGNED') = 1) <> (obstacle.owner_id is not null)
      or (${deadlines(`'ACKNOWLEDGE'`)} = 1) <> (obstacle.owner_id is not null)
      or not exists (select 1 from obstacle_search where obstacle_search.rowid = obstacle.id)`)
  expect(halfWritten).toEqual([])
  expect(await rows('select last_number from province')).toEqual([{ last_number: keys.length }])
}

function owed(rows: Rows, end: number) {
  return rows(`select id from deadline where next_at <= ${end} limit 1`)
}

async function expectActsOnce(rows: Rows, end: number): Promise<void> {
  const times = (kind: string) => `coalesce(sum(case when kind = '${kind}' then 1 end), 0)`
  const missing = await rows(`
    with counted as (
      select deadline_id, ${times('WARNED')} as warnings, ${times('BREACHED')} as breaches,
        ${times('ESCALATED')} as rungs
      from event group by deadline_id),
    acts as (
      select deadline.*, coalesce(warnings, 0) as warnings, coalesce(breaches, 0) as breaches,
        coalesce(rungs, 0) as rungs
      from deadline left join counted on counted.deadline_id = deadline.id)
    select * from acts
    where warnings <> case when warned_percent >= 90 then 2 when warned_percent >= 75 then 1 else 0 end
      or breaches <> case when breached_at is null then 0 else 1 end
      or rungs <> level
      or (breached_at is not null and (breached_at <> due_at or warned_percent < 90 or level = 0))
      or (breached_at is null and state = 'RUNNING' and due_at <= ${end})`)
  expect(missing).toEqual([])
  const kinds = await rows('select distinct kind from event where actor_id is null order by kind')
  expect(kinds.map(({ kind }) => kind)).toEqual(['BREACHED', 'ESCALATED', 'WARNED'])
  const twice = await rows(`
    select kind, deadline_id, level, changes_json from event where actor_id is null
    group by kind, deadline_id, level, changes_json having count(*) > 1`)
  expect(twice).toEqual([])
}
