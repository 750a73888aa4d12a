import SqliteDatabase from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../helpers/app.ts'
import { DAY, randomOf } from '../helpers/calendars.ts'
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
      app = await startApp({ folder: office.folder, clock: `${clock} x${SPEED}` })
      await writeUntilKilled(round, Math.ceil(random() * MOST_ANSWERS), random() * 10)
      readDatabase((database) => {
        expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
        expect(database.pragma('foreign_key_check')).toEqual([])
        expectWritesOnce(database)
      })
    }
    // Days later it catches up.
    const end = Date.parse(clock) + 4 * DAY
    app = await startApp({ folder: office.folder, clock: new Date(end).toISOString() })
    await retryUnanswered()
    await expect.poll(() => readDatabase((database) => owed(database, end)), { timeout: 60_000 }).toBe(0)
    await app.stop()
    expect(acknowledged.commented.size).toBeGreaterThan(ROUNDS)
    readDatabase((database) => {
      expectWritesOnce(database)
      expectActsOnce(database, end)
    })
  },
)

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

function readDatabase<Result>(read: (database: SqliteDatabase.Database) => Result): Result {
  const database = new SqliteDatabase(office.file)
  try {
    const { last } = database.prepare('select max(recorded_at) as last from event').get() as {
      last: number | null
    }
    if (last !== null) clock = new Date(last).toISOString()
    return read(database)
  } finally {
    database.close()
  }
}

/** Every write that was acknowledged is there once; one that was not is there whole and once, or not at all. */
function expectWritesOnce(database: SqliteDatabase.Database): void {
  const column = (sql: string) => database.prepare(sql).pluck().all() as string[]
  const keys = column('select idempotency_key from obstacle')
  expect(new Set(keys).size).toBe(keys.length)
  expect([...acknowledged.logged.keys()].filter((key) => !keys.includes(key))).toEqual([])
  expect(keys.filter((key) => !asked.logged.has(key))).toEqual([])

  const comments = column(`select comment from event where kind = 'COMMENTED'`)
  expect(new Set(comments).size).toBe(comments.length)
  expect([...acknowledged.commented].filter((text) => !comments.includes(text))).toEqual([])
  expect(comments.filter((text) => !asked.commented.has(text))).toEqual([])

  const assigned = new Set(column("select obstacle_id from event where kind = 'ASSIGNED'").map(String))
  expect([...acknowledged.assigned].filter((id) => !assigned.has(id))).toEqual([])

  const halfWritten = column(`
    select obstacle.id from obstacle
    left join event on event.obstacle_id = obstacle.id and event.kind in ('LOGGED', 'ASSIGNED')
    group by obstacle.id
    having sum(event.kind = 'LOGGED') is not 1
      or (select count(*) from deadline where deadline.obstacle_id = obstacle.id and kind in ('ASSIGN', 'RESOLVE')) <> 2
      or sum(event.kind = 'ASSIGNED') <> (obstacle.owner_id is not null)
      or (select count(*) from deadline where deadline.obstacle_id = obstacle.id and kind = 'ACKNOWLEDGE')
        <> (obstacle.owner_id is not null)
      or not exists (select 1 from obstacle_search where obstacle_search.rowid = obstacle.id)`)
  expect(halfWritten).toEqual([])
  const { last, count } = database
    .prepare('select (select last_number from province) as last, count(*) as count from obstacle')
    .get() as { last: number; count: number }
  expect(last).toBe(count)
}

function owed(database: SqliteDatabase.Database, end: number): number {
  return database.prepare('select count(*) from deadline where next_at <= ?').pluck().get(end) as number
}

function expectActsOnce(database: SqliteDatabase.Database, end: number): void {
  const missing = database
    .prepare(
      `with acts as (
        select deadline.*,
          (select count(*) from event where deadline_id = deadline.id and event.kind = 'WARNED') as warnings,
          (select count(*) from event where deadline_id = deadline.id and event.kind = 'BREACHED') as breaches,
          (select count(*) from event where deadline_id = deadline.id and event.kind = 'ESCALATED') as rungs
        from deadline)
      select * from acts
      where warnings <> (warned_percent >= 75) + (warned_percent >= 90)
        or breaches <> (breached_at is not null)
        or rungs <> level
        or (breached_at is not null and (breached_at <> due_at or warned_percent < 90 or level = 0))
        or (breached_at is null and state = 'RUNNING' and due_at <= ?)`,
    )
    .all(end)
  expect(missing).toEqual([])
  const kinds = database
    .prepare('select distinct kind from event where actor_id is null order by kind')
    .pluck()
    .all()
  expect(kinds).toEqual(['BREACHED', 'ESCALATED', 'WARNED'])
  const twice = database
    .prepare(
      `select kind, deadline_id, level, changes_json, count(*) as times from event
      where actor_id is null group by kind, deadline_id, level, changes_json having times > 1`,
    )
    .all()
  expect(twice).toEqual([])
}
