import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { startApp, type App } from '../helpers/app.ts'
import type { Who } from '../helpers/office.ts'
import { post, prepareOffice } from '../helpers/prepareOffice.ts'
import { openRaw } from '../helpers/rawSocket.ts'
import { TELL_MEMORY } from './FanOut.ts'
import { fanOutOf } from './server/measureFanOut.ts'

const IDLE = 2_000
const SLOW = 200
const BOARDS = 100
const BOARD = '{ board { columns { status totalCount obstacles { id ref title } } } }'
const listeners: Who[] = ['secretary', 'leader', 'viewer', 'administrator', 'ict', 'colleague', 'sabt']

const row = (what: string, ...cells: string[]) =>
  console.log(what.padEnd(58) + cells.map((cell) => cell.padStart(12)).join(''))

/** A board read of one person while a thousand hear of five changes a second. */
async function changes(): Promise<void> {
  const app = await startApp({
    folder: office.folder,
    env: { REQUEST_RATE: 'off', NODE_OPTIONS: TELL_MEMORY },
  })
  await boards(app)
  const quiet = await boards(app)
  const listeners = fanOutOf(app, office)
  await listeners.open()
  row('board read of somebody else', 'p50 ms', 'p99 ms', 'x quiet')
  tell('in quiet', quiet, quiet)
  const changes = setInterval(() => void listeners.ask(), 200)
  tell('beside five changes a second that a thousand hear of', await boards(app), quiet)
  clearInterval(changes)
  listeners.close()
  await app.stop()
}

/** A board read of one person while others are idle, slow or far too many. */
async function crowd(): Promise<void> {
  row('board read of somebody else', 'p50 ms', 'p99 ms', 'x quiet')
  const app = await startApp({ folder: office.folder, env: { METRICS_TOKEN: 'a-token-of-the-bench' } })
  await boards(app)
  const quiet = await boards(app)
  tell('in quiet', quiet, quiet)
  const idle = await Promise.all(Array.from({ length: IDLE }, () => openRaw(app.url)))
  tell(`beside ${IDLE.toLocaleString('en')} idle connections`, await boards(app), quiet)
  const slow = await Promise.all(Array.from({ length: SLOW }, () => openSlow(app)))
  const dripping = setInterval(() => slow.forEach((socket) => socket.write(' ')), 100)
  tell(`and ${SLOW} that send a byte at a time`, await boards(app), quiet)
  clearInterval(dripping)
  for (const socket of [...idle, ...slow]) socket.destroy()
  const flood = floodOf(app, office.cookie('sabt'))
  tell('beside a flood of one person', await boards(app), quiet)
  const { answered, refused } = await flood.stop()
  row(`  the flood: ${answered} answered, ${refused} refused with TOO_MANY`)
  const figures = await fetch(`${app.url}/metrics`, {
    headers: { authorization: 'Bearer a-token-of-the-bench' },
  })
  const stall = /nodejs_eventloop_lag_max_seconds ([\d.e-]+)/.exec(await figures.text())?.[1]
  row(`  longest stall of the event loop, of late: ${Math.round(Number(stall) * 1000)} ms`)
  await app.stop()
}

type Percentiles = [p50: number, p99: number]

function tell(what: string, [p50, p99]: Percentiles, quiet: Percentiles): void {
  const ratios = `${(p50 / quiet[0]).toFixed(2)} ${(p99 / quiet[1]).toFixed(2)}`
  row(`  ${what}`, String(p50), String(p99), ratios)
}

/** Paced as a person's, so that the own limit is not reached. */
async function boards(app: App): Promise<Percentiles> {
  const times: number[] = []
  for (let number = 0; number < BOARDS; number++) {
    const begun = performance.now()
    const { errors } = await post(app, office.cookie(listeners[number % 5] ?? 'viewer'), BOARD)
    if (errors) throw new Error(JSON.stringify(errors))
    times.push(performance.now() - begun)
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
  return [percentile(times, 50), percentile(times, 99)]
}

async function openSlow(app: App): Promise<Socket> {
  const socket = await openRaw(app.url)
  socket.write(
    'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n{',
  )
  return socket
}

/** Somebody's loops, in a process of their own: here they would hold up who measures. */
function floodOf(app: App, cookie: string): { stop: () => Promise<{ answered: number; refused: number }> } {
  const script = join(import.meta.dirname, 'flood.ts')
  const child = spawn(process.execPath, [script, app.url, cookie, BOARD], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return {
    stop: async () => {
      child.kill('SIGTERM')
      const [told] = (await once(child.stdout, 'data')) as [Buffer]
      return JSON.parse(String(told)) as { answered: number; refused: number }
    },
  }
}

function percentile(times: number[], percent: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return rounded(sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0)
}

function rounded(figure: number): number {
  return Math.round(figure * 10) / 10
}

const office = await prepareOffice(async (office) => {
  for (let number = 0; number < 300; number++)
    await office.log({ subjectKind: 'SINGLE_WINDOW', agencyCode: null })
})
try {
  await changes()
  await crowd()
} finally {
  await office.remove()
}
