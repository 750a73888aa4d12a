import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { acknowledgeObstacle } from '../../server/src/commands/acknowledgeObstacle.ts'
import { declareClosure } from '../../server/src/commands/declareClosure.ts'
import { isPostgresUrl } from '../../server/src/database/dialects.ts'
import { openDatabaseAt } from '../helpers/engines.ts'
import { Office } from '../helpers/office.ts'
import { createDatabase } from '../helpers/postgresDatabases.ts'
import { startPostgres } from '../helpers/startPostgres.ts'
import { bareTick, openBare, type Bare } from './server/bareWork.ts'
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
 * one of processor time for reads over HTTP, else of time. BENCH_ENGINES=SQLite leaves PostgreSQL out.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'goshayesh-bench-'))
  const engines = (process.env['BENCH_ENGINES'] ?? 'SQLite,PostgreSQL').split(',')
  const postgres = engines.includes('PostgreSQL') ? await startPostgres({ durable: true }) : null
  try {
    for (const size of SIZES) {
      if (engines.includes('SQLite'))
        await measure(`SQLite, ${size.toLocaleString('en')} obstacles`, size, (name) =>
          Promise.resolve(join(folder, `${name}.sqlite`)),
        )
      if (postgres)
        await measure(`PostgreSQL, ${size.toLocaleString('en')} obstacles`, size, (name) =>
          createDatabase(postgres.url, name, { bare: true }),
        )
    }
  } finally {
    await postgres?.stop()
    rmSync(folder, { recursive: true })
  }
}

async function measure(title: string, size: number, place: (name: string) => Promise<string>): Promise<void> {
  console.log(`\n${title}`)
  const location = await place(`live_${size}`)
  const office = await fillOffice(location, size, TOKEN)
  const { people, now } = office
  await office.close()
  await measureReads(location, now)
  await measureWrites(location, people, now)
  await measureTick(await place(`due_${size}`), Math.min(size, 100_000))
}

async function measureReads(location: string, now: number): Promise<void> {
  const begun = performance.now()
  const server = await Child.start('serveOffice', [location, String(now)])
  const startedIn = performance.now() - begun
  const bareBegun = performance.now()
  const limit = await Child.start('serveLimit', [location])
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

async function measureWrites(location: string, people: Office['people'], now: number): Promise<void> {
  const office = new Office(await openDatabaseAt(location, { durable: true }), people)
  office.now = now
  const bare = isPostgresUrl(location) ? null : openBare(location, people.secretary.id, now)
  try {
    const assigned = await office.db
      .selectFrom('obstacle')
      .select('id')
      .where('status', '=', 'ASSIGNED')
      .limit(2000)
      .execute()
    const ids = assigned.map(({ id }) => id)
    const acknowledge = () =>
      office.do(acknowledgeObstacle, 'secretary', { id: ids.pop() ?? 0, note: 'تلفنی اعلام شد' })
    const together = (work: () => Promise<unknown>) => Promise.all(Array.from({ length: 64 }, work))
    const log = () => office.log()
    await inTurn('create, durable', 1, 150, log, bare && (() => bare.log(1)))
    await inTurn('create, durable, 64 at once', 64, 30, () => together(log), bare && (() => bare.log(64)))
    await inTurn('step, durable', 1, 100, acknowledge, bare && (() => bare.step(ids.splice(0, 1))))
    const steps = bare && (() => bare.step(ids.splice(0, 64)))
    await inTurn('step, durable, 64 at once', 64, 6, () => together(acknowledge), steps)
    await measureClosure(office, bare)
  } finally {
    bare?.close()
    await office.close()
  }
}

async function measureClosure(office: Office, bare: Bare | null): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const closure = { from: '1405-05-03', to: '1405-05-03', name: 'گرما' }
  let moved = 0
  const took = await timed(async () => (moved = await office.do(declareClosure, 'secretary', closure)))
  await new Promise((resolve) => setTimeout(resolve, 20))
  delay.disable()
  const what = `a closure moves ${moved.toLocaleString('en')} deadlines`
  compare(what, took, bare && (await timed(() => bare.closure())), 'ms')
  compare('  and keeps the process busy for up to', delay.max / 1e6, null, 'ms')
}

async function measureTick(location: string, count: number): Promise<void> {
  const office = await fillDue(location, count, TOKEN)
  const { now } = office
  await office.close()
  const bare = isPostgresUrl(location) ? null : await timed(() => bareTick(location, now))
  const server = await Child.start('serveOffice', [location, String(now)])
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
  rounds: number,
  server: () => unknown,
  bare: (() => unknown) | null,
): Promise<void> {
  const times = { server: [] as number[], bare: [] as number[] }
  for (let round = -3; round < rounds; round++) {
    const [one, other] = [await timed(server), bare && (await timed(bare))]
    if (round < 0) continue
    times.server.push((one / many) * 1000)
    if (other !== null) times.bare.push((other / many) * 1000)
  }
  compare(what, median(times.server), bare && median(times.bare), 'µs')
}

function compare(what: string, server: number, limit: number | null, unit: string): void {
  const cell = (value: number) => `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`.padStart(13)
  const beside = limit === null ? '' : `   limit:${cell(limit)}  ${ratio(server, limit)}`
  console.log(`${what.padEnd(44)}${cell(server)}${beside}`)
}

function shown({ perSecond, p50, p99, cpu }: Driven): string {
  return [perSecond.toFixed(0), p50.toFixed(1), p99.toFixed(1), cpu.toFixed(0)]
    .map((cell) => cell.padStart(8))
    .join('')
}

function ratio(one: number, other: number): string {
  return `${(one / other).toFixed(2)}x`.padStart(7)
}
