import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import SqliteDatabase from 'better-sqlite3'
import { acknowledgeObstacle } from '../../server/src/commands/acknowledgeObstacle.ts'
import { declareClosure } from '../../server/src/commands/declareClosure.ts'
import { openDatabaseAt } from '../helpers/engines.ts'
import { Office } from '../helpers/office.ts'
import { bareClosure, bareLog, bareStep, bareTick } from './server/bareWork.ts'
import { Child } from './server/Child.ts'
import { drive, driveAfter, driveUntil, median, timed, type Driven, type Request } from './server/drive.ts'
import { fillDue, fillOffice } from './server/fillOffice.ts'

/** BENCH_SIZES=1000000 measures a million. */
const SIZES = (process.env['BENCH_SIZES'] ?? '10000,100000').split(',').map(Number)
const CONCURRENCY = [1, 16, 64]
const TOKEN = randomBytes(32).toString('base64url')

const web = (path: string) => readFileSync(join(import.meta.dirname, '../../web/src', path), 'utf8')
const clientsBoard = web('boards/Board.graphql') + web('obstacles/ObstacleCard.graphql')
const card = `id ref title status severity category overdue escalationLevel version agency { code name } owner { id name }
  nextDeadline { kind dueAt state }`
const page = (filter: string) => `{ obstacles(filter: ${filter}) { edges { node { ${card} } } } }`

/** What is asked of the server, and which page of the limit answers the same. */
type Read = [what: string, limit: string, body: object]
const reads: [Read, ...Read[]] = [
  [
    'board',
    '/board',
    { query: `{ board { columns { status totalCount overdueCount obstacles { ${card} } } } }` },
  ],
  [
    'board as the client asks',
    '/board',
    { query: clientsBoard, operationName: 'Board', variables: { perColumn: 50 } },
  ],
  ['overdue page', '/overdue', { query: page('{ overdue: true }') }],
  [
    'overdue by agency',
    '/summary',
    { query: '{ overdueSummary(by: AGENCY) { key label openCount overdueCount } }' },
  ],
  ['search, common words', '/search', { query: page('{ search: "وب سرویس" }') }],
]

await main()

/**
 * Prints what the server takes, beside the limit: the same with nothing in between, measured in the same run. A ratio is
 * one of processor time for reads over HTTP, else of time.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'goshayesh-bench-'))
  try {
    for (const size of SIZES) {
      console.log(`\nSQLite, ${size.toLocaleString('en')} obstacles`)
      const office = await fillOffice(join(folder, `${size}.sqlite`), size, TOKEN)
      const { people, now } = office
      await office.close()
      await measureReads(join(folder, `${size}.sqlite`), now)
      await measureWrites(join(folder, `${size}.sqlite`), people, now)
      await measureTick(join(folder, `due-${size}.sqlite`), Math.min(size, 100_000))
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function measureReads(file: string, now: number): Promise<void> {
  const begun = performance.now()
  const server = await Child.start('serveOffice', [file, String(now)])
  const startedIn = performance.now() - begun
  const bareBegun = performance.now()
  const limit = await Child.start('serveLimit', [file])
  compare('cold start', startedIn, performance.now() - bareBegun, 'ms')
  try {
    console.log(
      `${''.padEnd(30)} at once   req/s  p50 ms  p99 ms  CPU µs     limit:  p50 ms  p99 ms  CPU µs   ratio`,
    )
    for (const [what, path, body] of reads) {
      for (const concurrency of what === 'board' || what === 'overdue page' ? CONCURRENCY : [1]) {
        const one = await drive(server, asked(body), concurrency, 200)
        const other = await drive(limit, { path }, concurrency, 200)
        const cells = [one, other].map(shown).join('  ')
        console.log(
          `${what.padEnd(30)}${String(concurrency).padStart(8)}${cells}  ${ratio(one.cpu, other.cpu)}`,
        )
      }
    }
    const [, path, body] = reads[0]
    const afterWrite = await driveAfter(server, asked(body), () => server.ask('write'), 40)
    compare(
      'board, the first after a write',
      afterWrite,
      await driveAfter(limit, { path }, () => {}, 40),
      'ms',
    )
    const [one, other] = [await server.usage(), await limit.usage()]
    compare('memory', one.memory / 2 ** 20, other.memory / 2 ** 20, 'MB')
  } finally {
    await server.stop()
    await limit.stop()
  }
}

async function measureWrites(file: string, people: Office['people'], now: number): Promise<void> {
  const office = new Office(await openDatabaseAt(file), people)
  office.now = now
  const raw = new SqliteDatabase(file)
  raw.pragma('synchronous = FULL')
  try {
    const log = bareLog(raw, people.secretary.id)
    const step = bareStep(raw, now)
    const ids = raw
      .prepare("select id from obstacle where status = 'ASSIGNED' limit 2000")
      .pluck()
      .all() as number[]
    const acknowledge = (id: number) =>
      office.do(acknowledgeObstacle, 'secretary', { id, note: 'تلفنی اعلام شد' })
    const together = (work: () => Promise<unknown>) => Promise.all(Array.from({ length: 64 }, work))
    await inTurn(
      'create, durable',
      1,
      () => office.log(),
      () => log(1),
    )
    await inTurn(
      'create, durable, 64 at once',
      64,
      () => together(() => office.log()),
      () => log(64),
    )
    await inTurn(
      'step, durable',
      1,
      () => acknowledge(ids.pop() ?? 0),
      () => step(ids.splice(0, 1)),
    )
    await inTurn(
      'step, durable, 64 at once',
      64,
      () => together(() => acknowledge(ids.pop() ?? 0)),
      () => step(ids.splice(0, 64)),
      6,
    )
    await measureClosure(office, raw)
  } finally {
    raw.close()
    await office.close()
  }
}

async function measureClosure(office: Office, raw: SqliteDatabase.Database): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const closure = { from: '1405-05-03', to: '1405-05-03', name: 'گرما' }
  let moved = 0
  const took = await timed(async () => (moved = await office.do(declareClosure, 'secretary', closure)))
  await new Promise((resolve) => setTimeout(resolve, 20))
  delay.disable()
  compare(
    `a closure moves ${moved.toLocaleString('en')} deadlines`,
    took,
    await timed(() => bareClosure(raw)),
    'ms',
  )
  console.log(`${'  and holds others for up to'.padEnd(44)} ${(delay.max / 1e6).toFixed(0).padStart(10)} ms`)
}

async function measureTick(file: string, count: number): Promise<void> {
  const office = await fillDue(file, count, TOKEN)
  const { now } = office
  await office.close()
  const copy = `${file}.bare`
  copyFileSync(file, copy)
  const raw = new SqliteDatabase(copy)
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = FULL')
  const bare = await timed(() => bareTick(raw, now))
  raw.close()
  const server = await Child.start('serveOffice', [file, String(now)])
  try {
    const board = asked({ query: `{ board(perColumn: 10) { columns { obstacles { ${card} } } } }` })
    const quiet = await drive(server, board, 1, 100)
    const tick = server.ask('tick') as Promise<number>
    const waits = (await driveUntil(server, board, tick)).sort((a, b) => a - b)
    compare(`${count.toLocaleString('en')} breaches at one instant`, await tick, bare, 'ms')
    const p99 = waits[Math.floor(waits.length * 0.99)] ?? NaN
    compare('  a board read meanwhile, p99', p99, quiet.p99, 'ms')
  } finally {
    await server.stop()
  }
}

function asked(body: object): Request {
  const headers = { 'content-type': 'application/json', cookie: `goshayesh=${TOKEN}` }
  return { path: '/graphql', headers, body: JSON.stringify(body) }
}

/** Both in turn, so that they meet the same noise; the first rounds only warm up. Prints the medians for one of `many`. */
async function inTurn(
  what: string,
  many: number,
  server: () => unknown,
  bare: () => unknown,
  rounds = many === 1 ? 150 : 30,
): Promise<void> {
  const [ones, others]: number[][] = [[], []]
  for (let round = -3; round < rounds; round++) {
    const [one, other] = [await timed(server), await timed(bare)]
    if (round < 0) continue
    ones?.push(one / many)
    others?.push(other / many)
  }
  compare(what, median(ones ?? []) * 1000, median(others ?? []) * 1000, 'µs')
}

function compare(what: string, server: number, limit: number, unit: string): void {
  const [one, other] = [server, limit].map((value) =>
    `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`.padStart(13),
  )
  console.log(`${what.padEnd(44)}${one}   limit:${other}  ${ratio(server, limit)}`)
}

function shown({ perSecond, p50, p99, cpu }: Driven): string {
  return [perSecond.toFixed(0), p50.toFixed(1), p99.toFixed(1), cpu.toFixed(0)]
    .map((cell) => cell.padStart(8))
    .join('')
}

function ratio(one: number, other: number): string {
  return `${(one / other).toFixed(2)}x`.padStart(7)
}
