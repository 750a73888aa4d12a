import { DEMO_NOW } from '../../../server/src/config.ts'
import { openDatabaseAt } from '../../helpers/engines.ts'
import { asked, board, signInSecretary } from './asked.ts'
import { openBare } from './Bare.ts'
import type { BenchData, Engine } from './BenchData.ts'
import type { BenchTable } from './BenchTable.ts'
import { Child } from './Child.ts'
import { drive, driveUntil, timed } from './drive.ts'

/** All that is due at one instant, and what a board read waits meanwhile. */
export async function measureTick(
  table: BenchTable,
  data: BenchData,
  engine: Engine,
  size: number,
): Promise<void> {
  const beside = await withCopy(data, engine, size, async (location, { now, secretary }) => {
    const bare = await openBare(location, secretary, now)
    const took = await timed(() => bare.tick())
    await bare.close()
    return took
  })
  await withCopy(data, engine, size, async (location, { now, count }) => {
    const server = await Child.start('serveOffice', [location, String(now)], data.postmaster)
    try {
      const quiet = await drive(server, asked(board), 1, 100)
      const tick = server.ask('tick') as Promise<number>
      const waits = (await driveUntil(server, asked(board), tick)).sort((a, b) => a - b)
      const what = `${count.toLocaleString('en')} breaches at one instant`
      table.row({ what, ours: await tick, beside, unit: 'ms', goal: { figure: count / 100 } })
      const p99 = waits[Math.floor(waits.length * 0.99)] ?? NaN
      const p50 = waits[Math.floor(waits.length / 2)] ?? NaN
      const meanwhile = '  a board read meanwhile, p99 (beside: in quiet)'
      table.row({ what: meanwhile, p50, p99, ours: p99, beside: quiet.p99, unit: 'ms', goal: { figure: 8 } })
    } finally {
      await server.stop()
    }
  })
}

interface Due {
  /** The instant at which they are due. */
  now: number
  count: number
  secretary: number
}

async function withCopy<Result>(
  data: BenchData,
  engine: Engine,
  size: number,
  work: (location: string, due: Due) => Promise<Result>,
): Promise<Result> {
  const location = await data.copy(engine, 'due', size)
  try {
    const { db, close } = await openDatabaseAt(location)
    const { id: secretary } = await signInSecretary(db, DEMO_NOW)
    const { next_at: now } = await db
      .selectFrom('deadline')
      .select('next_at')
      .where('next_at', 'is not', null)
      .orderBy('next_at')
      .limit(1)
      .executeTakeFirstOrThrow()
    const { count } = await db
      .selectFrom('deadline')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('next_at', '=', now)
      .executeTakeFirstOrThrow()
    await close()
    return await work(location, { now: now ?? 0, count, secretary })
  } finally {
    await data.leave(location)
  }
}
