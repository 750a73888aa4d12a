import { DEMO_NOW } from '../../../server/src/config.ts'
import { openDatabaseAt } from '../../helpers/engines.ts'
import * as ask from './asked.ts'
import type { BenchData, Engine, Kind } from './BenchData.ts'
import type { BenchTable, Goal } from './BenchTable.ts'
import { Child } from './Child.ts'
import { drive, driveAfter, type Request } from './drive.ts'

/** Long enough that what is measured is no longer the compiling. */
const ROUNDS = 600
const ROUNDS_AGAIN = 3_000

interface Read {
  what: string
  request: Request
  /** The page of the limit that answers the same. */
  limit: string
  atOnce: number[]
  goal: Goal
  flat?: boolean
  rounds?: number
}

const aList: Goal = { ratio: 5 }
const aSearch: Goal = { ratio: 5 }
const CONCURRENCY = [1, 16, 64]

/** While the clock wanders (all at once only where the columns of the board are full, whatever the size): nothing that was finished a second ago is sent again. Counts are kept until a write. */
function madeAnew(kind: Kind): Read[] {
  const atOnce = kind === 'province' ? CONCURRENCY : [1]
  const cards: Goal = { ratio: 1.5 }
  return [
    {
      what: 'board, made anew',
      request: ask.asked(ask.board),
      limit: '/board',
      atOnce,
      goal: cards,
      flat: true,
    },
    {
      what: 'board as the client asks, made anew',
      request: ask.asked(ask.boardOfClient),
      limit: '/board/with-kept-counts',
      atOnce: [1],
      goal: aList,
      flat: true,
    },
    {
      what: 'board, made anew and packed',
      request: ask.askedPacked(ask.board),
      limit: '/board/packed',
      atOnce: [1],
      goal: cards,
      flat: true,
    },
    {
      what: 'overdue page, made anew',
      request: ask.asked(ask.overduePage),
      limit: '/overdue',
      atOnce,
      goal: aList,
      flat: true,
    },
    {
      what: 'search, two common words',
      request: ask.asked(ask.commonSearch),
      limit: '/search/common',
      atOnce: [1],
      goal: aSearch,
    },
    {
      what: 'search, a number',
      request: ask.asked(ask.rareSearch),
      limit: '/search/rare',
      atOnce: [1],
      goal: aSearch,
    },
  ]
}

function askedAgain(kind: Kind): Read[] {
  const atOnce = kind === 'province' ? CONCURRENCY : [1]
  const kept = { goal: { ratio: 2 }, flat: true, rounds: ROUNDS_AGAIN }
  return [
    { ...kept, what: 'board, asked again', request: ask.asked(ask.board), limit: '/kept', atOnce },
    {
      ...kept,
      what: 'board, asked again, packed',
      request: ask.askedPacked(ask.board),
      limit: '/kept/packed',
      atOnce: [1],
    },
  ]
}

/** Reads over HTTP of the office of one province, beside the limit: processor time a request, that of PostgreSQL included. */
export async function measureReads(
  table: BenchTable,
  data: BenchData,
  engine: Engine,
  kind: Kind,
  size: number,
): Promise<void> {
  const location = await data.take(engine, kind, size)
  await signIn(location)
  const server = await Child.start('serveOffice', [location, String(DEMO_NOW)], data.postmaster)
  const limit = await Child.start('serveLimit', [location], data.postmaster)
  try {
    await server.ask('wander')
    for (const read of madeAnew(kind)) await measureRead(table, server, limit, read)
    await server.ask('stand')
    for (const read of askedAgain(kind)) await measureRead(table, server, limit, read)
    await measureAfterWrites(table, server, limit)
    if (kind === 'province') await measurePeers(table, data, engine, location, server)
    const [one, other] = [await server.usage(), await limit.usage()]
    table.row({
      what: 'memory of the process after that',
      ours: one.memory / 2 ** 20,
      beside: other.memory / 2 ** 20,
      unit: 'MB',
    })
  } finally {
    await server.stop()
    await limit.stop()
  }
}

async function signIn(location: string): Promise<void> {
  const { db, close } = await openDatabaseAt(location)
  await ask.signInSecretary(db, DEMO_NOW)
  await close()
}

async function measureRead(table: BenchTable, server: Child, limit: Child, read: Read): Promise<void> {
  for (const atOnce of read.atOnce) {
    const { what, goal, flat = false, rounds = ROUNDS } = read
    const { cpu, ...shown } = await drive(server, read.request, atOnce, rounds)
    const other = await drive(limit, { path: read.limit }, atOnce, rounds)
    table.row({ what, atOnce, ...shown, ours: cpu, beside: other.cpu, unit: 'µs CPU', goal, flat })
  }
}

/**
 * What is counted, is counted anew by the first who asks after a write, and what has changed is loaded anew;
 * milliseconds until the answer.
 */
async function measureAfterWrites(table: BenchTable, server: Child, limit: Child): Promise<void> {
  for (const [what, body, path, write] of [
    ['board, every card changed since', ask.board, '/board', 'change'],
    ['board as the client asks, first after a write', ask.boardOfClient, '/board/with-counts', 'write'],
    ['overdue by agency, first after a write', ask.overdueByAgency, '/summary', 'write'],
  ] as const) {
    const ours = await driveAfter(server, ask.asked(body), () => server.ask(write), 30)
    const beside = await driveAfter(limit, { path }, () => {}, 30)
    table.row({ what, ours, beside, unit: 'ms', goal: aList, flat: true })
  }
}

/** What a user would pick instead, asked for the same cards of the same database. */
async function measurePeers(
  table: BenchTable,
  data: BenchData,
  engine: Engine,
  location: string,
  server: Child,
): Promise<void> {
  const folder = process.env['BENCH_POSTGRAPHILE'] ?? ''
  const manual = () => Child.start('serveManual', [location], data.postmaster)
  const postgraphile = () => Child.start('servePostgraphile', [location, folder], data.postmaster)
  await server.ask('wander')
  await measurePeer(table, server, 'Apollo as its manual has it', manual, ask.askedOfPeer('/', ask.board), 9)
  if (engine === 'PostgreSQL' && folder) {
    const request = ask.askedOfPeer('/graphql', ask.boardOfPostgraphile)
    await measurePeer(table, server, 'PostGraphile', postgraphile, request, 10)
  } else if (engine === 'PostgreSQL')
    table.note(
      `PostGraphile: not installed: ${process.env['BENCH_POSTGRAPHILE_FAULT'] ?? 'npm run bench does that'}`,
    )
}

async function measurePeer(
  table: BenchTable,
  server: Child,
  name: string,
  start: () => Promise<Child>,
  request: Request,
  goal: number,
): Promise<void> {
  const peer = await start()
  try {
    for (const atOnce of [1, 16]) {
      const { cpu, ...shown } = await drive(server, ask.asked(ask.board), atOnce, ROUNDS)
      const other = await drive(peer, request, atOnce, ROUNDS)
      table.row({
        what: `board, made anew, beside ${name}`,
        atOnce,
        ...shown,
        ours: cpu,
        beside: other.cpu,
        unit: 'µs CPU',
        goal: { peer: goal },
      })
    }
  } catch (error) {
    table.failed(`board, beside ${name}`, error)
  } finally {
    await peer.stop()
  }
}
