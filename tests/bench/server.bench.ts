import { BenchData, engines, type Engine } from './server/BenchData.ts'
import { BenchTable } from './server/BenchTable.ts'
import { measureFanOut } from './server/measureFanOut.ts'
import { measureReads } from './server/measureReads.ts'
import { measureStart } from './server/measureStart.ts'
import { measureTick } from './server/measureTick.ts'
import { measureClosure, measureWrites } from './server/measureWrites.ts'

/** BENCH_SIZES=1000000 measures a million. */
const sizes = (process.env['BENCH_SIZES'] ?? '10000,100000').split(',').map(Number)
/** BENCH_ENGINES=SQLite leaves PostgreSQL out. */
const wanted = engines.filter((engine) => (process.env['BENCH_ENGINES'] ?? engine).includes(engine))
/** BENCH_PARTS=reads,fan-out measures only these. */
const parts = process.env['BENCH_PARTS']?.split(',')

/** A million obstacles are made in minutes, and many of them on a busy machine. */
const LONGEST_PART = 40 * 60_000

const table = new BenchTable()
const data = await BenchData.open(wanted)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void data.close().finally(() => process.exit(130)))
try {
  await measure()
} finally {
  await data.close()
}
// What was given up may still be at work.
process.exit(table.end() ? 0 : 1)

/**
 * Prints what the server takes beside the limit, the same with nothing in between, measured in the same run: trust ratios.
 * "Made anew" is what a reader gets for whom nothing finished is at hand.
 */
async function measure(): Promise<void> {
  for (const size of sizes) for (const engine of wanted) await measureSize(engine, size)
  for (const engine of wanted) {
    table.section(`${engine}, one change told to 1,000 who listen`)
    await part('fan-out', () => measureFanOut(table, data, engine))
  }
}

async function measureSize(engine: Engine, size: number): Promise<void> {
  const sized = `${engine}, ${size.toLocaleString('en')} obstacles`
  table.section(`${sized} in 31 provinces`)
  await part('generator', () => data.take(engine, 'country', size, made))
  await part('reads', () => measureReads(table, data, engine, 'country', size))
  table.section(`${sized}, all open in one province`, { size, isFlat: true })
  await part('reads', () => measureReads(table, data, engine, 'province', size))
  await onCopy(engine, size, {
    start: (copy) => measureStart(table, copy),
    writes: (copy) => measureWrites(table, copy),
    closure: (copy) => measureClosure(table, copy),
  })
  table.section(`${sized} in one province`)
  await part('tick', () => measureTick(table, data, engine, size))
}

function made(obstacles: number, seconds: number): void {
  const what = `the generator makes ${obstacles.toLocaleString('en')} obstacles`
  // The demo itself is told by the commands, which takes its time whatever the size.
  const goal = obstacles < 100_000 ? {} : { goal: { figure: obstacles / 2_500 } }
  table.row({ what, perSecond: obstacles / seconds, ours: seconds, unit: 's', ...goal })
}

/** One copy of the province for all that writes. */
async function onCopy(
  engine: Engine,
  size: number,
  works: Record<string, (copy: string) => Promise<void>>,
): Promise<void> {
  const names = Object.keys(works).filter(isWanted)
  if (names.length === 0) return
  try {
    const copy = await data.copy(engine, 'province', size)
    for (const name of names) await part(name, async () => works[name]?.(copy))
    await data.leave(copy)
  } catch (error) {
    table.failed(names.join(), error)
  }
}

/** What fails, or comes to no end, is told; the rest goes on. */
async function part(name: string, work: () => Promise<unknown>): Promise<void> {
  if (!isWanted(name)) return
  const longest = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('came to no end')), LONGEST_PART).unref(),
  )
  try {
    await Promise.race([work(), longest])
  } catch (error) {
    table.failed(name, error)
  }
}

function isWanted(part: string): boolean {
  return parts?.includes(part) ?? true
}
