import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { openStatuses } from '@goshayesh/shared/workflow'
import { simulatedClock } from '../../server/src/clock.ts'
import { acknowledgeObstacle } from '../../server/src/commands/acknowledgeObstacle.ts'
import { assignObstacle } from '../../server/src/commands/assignObstacle.ts'
import { enforceDeadlines } from '../../server/src/commands/enforceDeadlines.ts'
import { resolveObstacle } from '../../server/src/commands/resolveObstacle.ts'
import { waitObstacle } from '../../server/src/commands/waitObstacle.ts'
import { connect } from '../../server/src/database/connect.ts'
import { FileStore } from '../../server/src/files/FileStore.ts'
import { createHttp } from '../../server/src/http.ts'
import { createLive } from '../../server/src/live.ts'
import { Metrics } from '../../server/src/metrics.ts'
import { tokenHash } from '../../server/src/queries/viewerOf.ts'
import { copyObstacle } from '../helpers/copyObstacle.ts'
import { Office } from '../helpers/office.ts'

const SIZES = [10_000, 100_000]
const READS = 60
const WRITES = 150
const DUE_AT_ONCE = 10_000
/** As the enforcer takes them. */
const BATCH = 50
const TOKEN = randomBytes(32).toString('base64url')
const BOARD = `{ board { columns { status totalCount overdueCount obstacles {
  id ref title status severity category overdue escalationLevel version agency { code name } owner { id name }
  nextDeadline { kind dueAt state } } } } }`
const SUMMARY = '{ overdueSummary(by: AGENCY) { openCount overdueCount oldestDueAt key label } }'

await main()

/** Prints what the server takes for its daily work, beside the same work in bare SQL, as medians and their ratio. */
async function main(): Promise<void> {
  console.log(`${''.padEnd(44)} ${'server'.padStart(10)} ${'bare'.padStart(10)} ${'ratio'.padStart(7)}`)
  for (const size of SIZES) {
    const folder = mkdtempSync(join(tmpdir(), 'goshayesh-bench-'))
    try {
      await measure(join(folder, 'live.sqlite'), size)
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
}

async function measure(file: string, size: number): Promise<void> {
  const people = await fill(file, size)
  const office = new Office(await connect(file), people)
  const raw = new SqliteDatabase(file)
  raw.pragma('synchronous = FULL')
  const live = await createLive(office.db, console.error)
  office.at('04-22 09:00')
  const app = await createHttp({
    store: office.store,
    clock: simulatedClock(office.now),
    live,
    files: new FileStore(''),
    metrics: new Metrics(),
    metricsToken: null,
    isStuck: () => false,
    publicUrl: null,
    requestRate: null,
    openSchema: true,
    logLevel: 'silent',
    webFolder: '',
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const bare = await serveBare(raw)
  try {
    const at = (what: string) => `${what}, ${size.toLocaleString('en')} obstacles`
    const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/graphql`
    const bareUrl = `http://127.0.0.1:${(bare.address() as AddressInfo).port}`
    await compare(
      at('board over HTTP'),
      READS,
      () => ask(url, BOARD),
      () => read(`${bareUrl}/board`),
    )
    await compare(
      at('overdue summary over HTTP'),
      READS,
      () => ask(url, SUMMARY),
      () => read(`${bareUrl}/summary`),
    )
    await compare(at('log'), WRITES, () => office.log(), bareLog(raw, people.secretary.id))
    await compareSteps(at('acknowledge'), office, raw)
    await compareTick(at(`${DUE_AT_ONCE.toLocaleString('en')} breaches at once`), office, raw)
  } finally {
    await live.close()
    await app.close()
    bare.close()
    raw.close()
    await office.close()
  }
}

/** Obstacles in every column, of several agencies and owners, as the commands leave them. */
async function fill(file: string, size: number): Promise<Office['people']> {
  const office = await Office.open(file)
  const templates: number[] = []
  for (const agencyCode of ['ict', 'sabt', 'maliat', 'tamin'] as const) {
    for (const status of openStatuses) templates.push(await template(office, agencyCode, status))
  }
  await office.live('04-22 08:00')
  for (const id of templates) await copyObstacle(office.db, id, size / templates.length - 1)
  const { secretary } = office.people
  await office.db
    .insertInto('session')
    .values({
      token_hash: tokenHash(TOKEN),
      user_id: secretary.id,
      created_at: 0,
      expires_at: office.now * 2,
    })
    .execute()
  await office.close()
  return office.people
}

async function template(
  office: Office,
  agencyCode: string,
  status: (typeof openStatuses)[number],
): Promise<number> {
  const id = await office.at('04-20 10:15').log({ agencyCode, severity: 'HIGH' })
  if (status === 'LOGGED') return id
  const ownerId = office.people[agencyCode === 'sabt' ? 'sabt' : 'ict'].id
  const note = 'تلفنی'
  await office.do(assignObstacle, 'secretary', { id, ownerId })
  if (status === 'ASSIGNED') return id
  await office.do(acknowledgeObstacle, 'secretary', { id, note })
  const wait = { on: 'BUDGET', party: 'سازمان برنامه', reason: 'تخصیص', until: '1405-05-10' } as const
  if (status === 'WAITING') await office.do(waitObstacle, 'secretary', { id, ...wait })
  if (status === 'RESOLVED') await office.do(resolveObstacle, 'secretary', { id, solution: 'راه‌اندازی شد' })
  return id
}

async function ask(url: string, query: string): Promise<void> {
  const headers = { 'content-type': 'application/json', cookie: `goshayesh=${TOKEN}` }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) })
  const { errors } = (await response.json()) as { errors?: unknown[] }
  if (errors) throw new Error(JSON.stringify(errors))
}

async function read(url: string): Promise<void> {
  await (await fetch(url)).json()
}

/** The same answers from one statement each, built as JSON by the database. */
async function serveBare(raw: SqliteDatabase.Database): Promise<Server> {
  const card = `json_object('id', o.id, 'number', o.number, 'title', o.title, 'status', o.status, 'severity', o.severity,
    'category', o.category, 'overdue', o.overdue, 'level', o.escalation_level, 'version', o.version, 'dueAt', o.next_due_at,
    'agency', json_object('code', a.code, 'name', a.name_fa), 'owner', json_object('id', u.id, 'name', u.name))`
  const cards = raw.prepare(`select json_group_array(json(card)) from (select ${card} as card from obstacle o
    left join agency a on a.province_id = o.province_id and a.code = o.agency_code left join user u on u.id = o.owner_id
    where o.province_id = 1 and o.status = ? order by o.next_due_at, o.id limit 50)`)
  const counts =
    raw.prepare(`select json_group_array(json_object('status', status, 'total', total, 'overdue', overdue)) from
    (select status, count(*) as total, sum(overdue) as overdue from obstacle where province_id = 1
    and status in (${openStatuses.map((status) => `'${status}'`).join()}) group by status)`)
  const summary =
    raw.prepare(`select json_group_array(json_object('agency', agency_code, 'open', open, 'overdue', late)) from
    (select agency_code, count(*) as open, sum(overdue) as late from obstacle where province_id = 1
    and status in (${openStatuses.map((status) => `'${status}'`).join()}) group by agency_code)`)
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    if (request.url === '/summary') return response.end(summary.pluck().get())
    const columns = openStatuses.map((status) => cards.pluck().get(status))
    response.end(`{"counts":${String(counts.pluck().get())},"columns":[${columns.join()}]}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

/** Returns a function that copies the newest obstacle as it was logged: obstacle, two deadlines, event, search. */
function bareLog(raw: SqliteDatabase.Database, reporter: number): () => void {
  const { id } = raw.prepare("select max(id) as id from obstacle where status = 'LOGGED'").get() as {
    id: number
  }
  const columns = (table: string) =>
    (raw.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => `"${name}"`)
  const insert = (table: string, own: Record<string, string>, where: string) => {
    const names = columns(table)
    const values = names.map((name) => own[name.slice(1, -1)] ?? name)
    return raw.prepare(
      `insert into ${table} (${names.join()}) select ${values.join()} from ${table} where ${where}`,
    )
  }
  const number = raw.prepare(
    'update province set last_number = last_number + 1 where id = 1 returning last_number',
  )
  const obstacle = insert(
    'obstacle',
    { id: 'null', number: '?', reporter_id: String(reporter) },
    `id = ${id}`,
  )
  const deadlines = insert(
    'deadline',
    { id: 'null', obstacle_id: '?' },
    `province_id = 1 and obstacle_id = ${id}`,
  )
  const event = insert(
    'event',
    { id: 'null', obstacle_id: '?' },
    `province_id = 1 and obstacle_id = ${id} and kind = 'LOGGED'`,
  )
  const search = raw.prepare('insert into obstacle_search(rowid, key) values (?, ?)')
  const log = raw.transaction(() => {
    const { lastInsertRowid } = obstacle.run(number.pluck().get())
    deadlines.run(lastInsertRowid)
    event.run(lastInsertRowid)
    search.run(lastInsertRowid, 'نبود وب سرویس استعلام')
  })
  return () => log.immediate()
}

async function compareSteps(what: string, office: Office, raw: SqliteDatabase.Database): Promise<void> {
  const ids = raw
    .prepare("select id from obstacle where status = 'ASSIGNED' order by id limit ?")
    .pluck()
    .all(WRITES * 2 + 20) as number[]
  const [load, clocks] = [
    raw.prepare('select * from obstacle where id = ?'),
    raw.prepare('select * from deadline where province_id = 1 and obstacle_id = ?'),
  ]
  const obstacle = raw.prepare(
    "update obstacle set status = 'IN_PROGRESS', acknowledged_at = ?, version = version + 1, updated_at = ? where id = ?",
  )
  const deadline = raw.prepare(
    "update deadline set state = 'DONE', stopped_at = ?, next_at = null where province_id = 1 and obstacle_id = ? and kind = 'ACKNOWLEDGE'",
  )
  const event = raw.prepare(
    "insert into event (province_id, obstacle_id, kind, at, recorded_at, actor_id, changes_json) values (1, ?, 'ACKNOWLEDGED', ?, ?, 2, '[]')",
  )
  const step = raw.transaction((id: number) => {
    load.get(id)
    clocks.all(id)
    obstacle.run(office.now, office.now, id)
    deadline.run(office.now, id)
    event.run(id, office.now, office.now)
  })
  await compare(
    what,
    WRITES,
    () => office.do(acknowledgeObstacle, 'secretary', { id: ids.pop() ?? 0, note: 'تلفنی اعلام شد' }),
    () => step.immediate(ids.pop() ?? 0),
  )
}

async function compareTick(what: string, office: Office, raw: SqliteDatabase.Database): Promise<void> {
  // One is brought to the minute before its breach, then copied: each owes the breach and the first step of the ladder.
  office.at('04-27 10:15')
  while ((await enforceDeadlines(office.store, office.now, 1_000)) > 0);
  const id = await office.log({ severity: 'CRITICAL' })
  await office.live('04-27 12:14')
  await copyObstacle(office.db, id, DUE_AT_ONCE * 2 - 1)
  const half = id + DUE_AT_ONCE
  const { next_at: due } = await office.clock(id, 'ASSIGN')
  raw
    .prepare('update deadline set next_at = next_at + 1 where obstacle_id >= ? and next_at = ?')
    .run(half, due)
  office.now = due ?? 0
  const server = await timed(async () => {
    while ((await enforceDeadlines(office.store, office.now, BATCH)) > 0);
  })
  const find = raw.prepare('select id, obstacle_id from deadline where next_at <= ? order by next_at limit ?')
  const deadline = raw.prepare('update deadline set breached_at = ?, level = 1, next_at = ? where id = ?')
  const obstacle = raw.prepare(
    'update obstacle set overdue = 1, escalation_level = 1, version = version + 1, updated_at = ? where id = ?',
  )
  const event = raw.prepare(
    "insert into event (province_id, obstacle_id, kind, at, recorded_at, level, deadline_id, changes_json) values (1, ?, ?, ?, ?, ?, ?, '[]')",
  )
  const batch = raw.transaction((now: number) => {
    const rows = find.all(now, BATCH) as { id: number; obstacle_id: number }[]
    for (const row of rows) {
      deadline.run(now, now + 86_400_000, row.id)
      obstacle.run(now, row.obstacle_id)
      event.run(row.obstacle_id, 'BREACHED', now, now, null, row.id)
      event.run(row.obstacle_id, 'ESCALATED', now, now, 1, row.id)
    }
    return rows.length
  })
  const bare = await timed(async () => {
    while (batch.immediate(office.now + 1) > 0);
  })
  line(what, server, bare)
}

/** Both in turn, so that they meet the same noise; the first rounds only warm up. */
async function compare(
  what: string,
  rounds: number,
  server: () => unknown,
  bare: () => unknown,
): Promise<void> {
  const times = { server: [] as number[], bare: [] as number[] }
  for (let round = -10; round < rounds; round++) {
    const [one, other] = [await timed(server), await timed(bare)]
    if (round < 0) continue
    times.server.push(one)
    times.bare.push(other)
  }
  line(what, median(times.server), median(times.bare))
}

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}

function line(what: string, server: number, bare: number): void {
  const [one, other] = [server, bare].map((ms) => `${ms.toFixed(ms < 100 ? 2 : 0)} ms`.padStart(10))
  console.log(`${what.padEnd(44)} ${one} ${other} ${(server / bare).toFixed(1).padStart(6)}x`)
}
