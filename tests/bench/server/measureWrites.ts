import { monitorEventLoopDelay } from 'node:perf_hooks'
import { acknowledgeObstacle } from '../../../server/src/commands/acknowledgeObstacle.ts'
import { assignObstacle } from '../../../server/src/commands/assignObstacle.ts'
import { declareClosure } from '../../../server/src/commands/declareClosure.ts'
import { inThread } from '../../../server/src/commands/inThread.ts'
import { logObstacle } from '../../../server/src/commands/logObstacle.ts'
import type { Store } from '../../../server/src/commands/transact.ts'
import { DEMO_NOW } from '../../../server/src/config.ts'
import { WorkThread } from '../../../server/src/jobs/WorkThread.ts'
import type { Actor } from '../../../server/src/records/Actor.ts'
import { openDatabaseAt } from '../../helpers/engines.ts'
import { signInSecretary } from './asked.ts'
import { openBare, type Bare } from './Bare.ts'
import type { BenchTable, Goal } from './BenchTable.ts'
import { median, timed } from './drive.ts'

const WARM = 3
const TOGETHER = 64
const rounds = { create: 100, createTogether: 20, step: 60, stepTogether: 5 }

const draft = {
  title: 'نبود وب‌سرویس استعلام',
  subjectKind: 'AGENCY',
  agencyCode: 'ict',
  category: 'INTEGRATION',
  severity: 'HIGH',
} as const

/** As the client sends it. */
const drafted = () => ({ ...draft, idempotencyKey: crypto.randomUUID() })

/** Writes something into the database at `location`, by the commands and in bare SQL. */
interface Desk {
  store: Store
  secretary: Actor
  bare: Bare
}

/** What daily work takes, in microseconds for one, each acknowledged once it is on disk. */
export async function measureWrites(table: BenchTable, location: string): Promise<void> {
  await atDesk(location, async ({ store, secretary, bare }) => {
    const now = DEMO_NOW
    const ids = await assigned(store, secretary)
    const log = () => logObstacle(store, secretary, drafted(), now)
    const step = () =>
      acknowledgeObstacle(store, secretary, { id: ids.pop() ?? 0, note: 'تلفنی اعلام شد' }, now)
    const create: Goal = { ratio: 1.3, figure: 250 }
    await inTurn(table, 'create, durable', 1, rounds.create, log, () => bare.log(1))
    await inTurn(
      table,
      'create, durable',
      TOGETHER,
      rounds.createTogether,
      log,
      () => bare.log(TOGETHER),
      create,
    )
    await inTurn(table, 'step, durable', 1, rounds.step, step, () => bare.step(ids.splice(0, 1)))
    await inTurn(table, 'step, durable', TOGETHER, rounds.stepTogether, step, () =>
      bare.step(ids.splice(0, TOGETHER)),
    )
  })
}

/** Tomorrow is closed: every running clock of the province is reckoned anew. */
export async function measureClosure(table: BenchTable, location: string): Promise<void> {
  await atDesk(location, async ({ store, secretary, bare }) => {
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const tomorrow = { from: '1405-04-21', to: '1405-04-21', name: 'گرما' }
    let moved = 0
    const ours = await timed(
      async () => (moved = await inThread(store, declareClosure, secretary, tomorrow, DEMO_NOW)),
    )
    await new Promise((resolve) => setTimeout(resolve, 20))
    delay.disable()
    const beside = await timed(() => bare.closure())
    const goal = { figure: moved / 200 }
    const what = `a closure moves ${moved.toLocaleString('en')} deadlines`
    table.row({ what, ours, beside, unit: 'ms', goal })
    table.row({
      what: '  keeps the process busy for up to',
      ours: delay.max / 1e6,
      unit: 'ms',
      goal: { figure: 20 },
    })
  })
}

async function atDesk(location: string, work: (desk: Desk) => Promise<void>): Promise<void> {
  const { db, close } = await openDatabaseAt(location, { durable: true })
  try {
    const secretary = await signInSecretary(db, DEMO_NOW)
    const bare = await openBare(location, secretary.id, DEMO_NOW)
    const thread = new WorkThread(db, location, () => {})
    try {
      await work({ store: { db, committed: () => {}, thread }, secretary, bare })
    } finally {
      await thread.close()
      await bare.close()
    }
  } finally {
    await close()
  }
}

/** As many obstacles as will be acknowledged. */
async function assigned(store: Store, secretary: Actor): Promise<number[]> {
  const { id: ownerId } = await store.db
    .selectFrom('user')
    .select('id')
    .where('province_id', '=', secretary.provinceId)
    .where('agency_code', '=', 'ict')
    .limit(1)
    .executeTakeFirstOrThrow()
  const ids: number[] = []
  const enough = 2 * (rounds.step + WARM + TOGETHER * (rounds.stepTogether + WARM))
  while (ids.length < enough)
    ids.push(
      ...(await together(TOGETHER, async () => {
        const id = await logObstacle(store, secretary, drafted(), DEMO_NOW)
        await assignObstacle(store, secretary, { id, ownerId }, DEMO_NOW)
        return id
      })),
    )
  return ids
}

function together<Result>(many: number, work: () => Promise<Result>): Promise<Result[]> {
  return Promise.all(Array.from({ length: many }, work))
}

/** Both in turn, so that they meet the same noise; the first rounds only warm up. The medians, for one of `many`. */
async function inTurn(
  table: BenchTable,
  what: string,
  many: number,
  rounds: number,
  ours: () => Promise<unknown>,
  bare: () => unknown,
  goal?: Goal,
): Promise<void> {
  const times = { ours: [] as number[], bare: [] as number[] }
  for (let round = -WARM; round < rounds; round++) {
    const [one, other] = [await timed(() => together(many, ours)), await timed(bare)]
    if (round < 0) continue
    times.ours.push((one / many) * 1000)
    times.bare.push((other / many) * 1000)
  }
  const [one, other] = [median(times.ours), median(times.bare)]
  table.row({
    what,
    atOnce: many,
    perSecond: 1e6 / one,
    ours: one,
    beside: other,
    unit: 'µs',
    ...(goal ? { goal } : {}),
  })
}
