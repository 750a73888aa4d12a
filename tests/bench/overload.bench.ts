import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { startApp, type App } from '../helpers/app.ts'
import type { Who } from '../helpers/office.ts'
import { post, prepareOffice } from '../helpers/prepareOffice.ts'
import { heard, openRaw, subscribeRaw } from '../helpers/rawSocket.ts'

const SUBSCRIBERS = 1_000
const WARM = 5
const ROUNDS = 20
const IDLE = 2_000
const SLOW = 200
const BOARDS = 100
const BOARD = '{ board { columns { status totalCount obstacles { id ref title } } } }'
const COMMENT = 'mutation ($input: CommentInput!) { commentObstacle(input: $input) { obstacle { id } } }'
const TELL_MEMORY = `--import ${join(import.meta.dirname, 'tellMemory.ts')}`
const CHANGED = 'subscription { obstacleChanged { kind obstacle { id } } }'
const listeners: Who[] = ['secretary', 'leader', 'viewer', 'administrator', 'ict', 'colleague', 'sabt']

const row = (what: string, ...cells: string[]) =>
  console.log(what.padEnd(58) + cells.map((cell) => cell.padStart(12)).join(''))

/** One change told to a thousand, beside the least that could tell them; in turns, as the machine has its moods. */
async function fanOut(): Promise<void> {
  row(
    `one change to ${SUBSCRIBERS.toLocaleString('en')} subscribers`,
    'p50 ms',
    'p99 ms',
    'CPU ms',
    'kB each',
  )
  const sse = await plainSse()
  const app = await startApp({
    folder: office.folder,
    env: { REQUEST_RATE: 'off', NODE_OPTIONS: TELL_MEMORY },
  })
  await boards(app)
  const quiet = await boards(app)
  let next = 0
  const bare = new FanOut(
    sse,
    async () => {
      const socket = await openRaw(sse.url)
      socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
      await heard(socket, 'welcome')
      return socket
    },
    () => fetch(sse.url, { method: 'POST' }),
  )
  const ours = new FanOut(
    app,
    () => subscribeRaw(app.url, office.cookie(listeners[next++ % listeners.length] ?? 'viewer'), CHANGED),
    () => post(app, office.cookie('secretary'), COMMENT, { input: { id: '1', text: 'پیگیری شد' } }),
  )
  for (const one of [bare, ours]) await one.open()
  for (let round = 0; round < WARM; round++) for (const one of [bare, ours]) await one.change()
  for (const one of [bare, ours]) await one.begin()
  for (let round = 0; round < ROUNDS; round++) for (const one of [bare, ours]) await one.change()
  for (const one of [bare, ours]) await one.end()
  row('  plain server-sent events', ...bare.figures.map(String))
  row('  the server, from the request for it', ...ours.figures.map(String))
  row('  ratio', ...ours.figures.map((figure, index) => (figure / (bare.figures[index] ?? 1)).toFixed(2)))
  row('board read of somebody else', 'p50 ms', 'p99 ms', 'x quiet')
  tell('in quiet', quiet, quiet)
  const changes = setInterval(() => void ours.ask(), 200)
  tell('beside five such changes a second', await boards(app), quiet)
  clearInterval(changes)
  for (const one of [bare, ours]) one.close()
  sse.stop()
  await app.stop()
}

class FanOut {
  readonly #server: Measured
  readonly #open: () => Promise<Socket>
  readonly ask: () => Promise<unknown>
  readonly #sockets: Socket[] = []
  #times: number[] = []
  #kilobytes = 0
  #cpu = 0

  constructor(server: Measured, open: () => Promise<Socket>, change: () => Promise<unknown>) {
    this.#server = server
    this.#open = open
    this.ask = change
  }

  async open(): Promise<void> {
    // What is made once, at the first of them, counts for none.
    for (let number = 0; number < 50; number++) (await this.#open()).destroy()
    const before = await usage(this.#server)
    for (let number = 0; number < SUBSCRIBERS; number++) this.#sockets.push(await this.#open())
    this.#kilobytes = ((await usage(this.#server)).kilobytes - before.kilobytes) / SUBSCRIBERS
  }

  /** From here on it counts. */
  async begin(): Promise<void> {
    this.#times = []
    this.#cpu = (await usage(this.#server)).cpu
  }

  async end(): Promise<void> {
    this.#cpu = ((await usage(this.#server)).cpu - this.#cpu) / ROUNDS
  }

  async change(): Promise<void> {
    const begun = performance.now()
    const all = this.#sockets.map(async (socket) => {
      await heard(socket, 'obstacleChanged')
      this.#times.push(performance.now() - begun)
    })
    await this.ask()
    await Promise.all(all)
  }

  get figures(): number[] {
    return [
      percentile(this.#times, 50),
      percentile(this.#times, 99),
      rounded(this.#cpu),
      rounded(this.#kilobytes),
    ]
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy()
  }
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

async function plainSse(): Promise<Measured & { url: string; stop: () => void }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'plainSse.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: TELL_MEMORY },
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  await once(child.stdout, 'data')
  const url = /http:\S+/.exec(output)?.[0] ?? ''
  return { url, pid: child.pid ?? 0, output: () => output, stop: () => void child.kill() }
}

type Measured = Pick<App, 'pid' | 'output'>

/** What a process holds, without garbage, and the processor time that it has taken. */
async function usage({ pid, output }: Measured): Promise<{ kilobytes: number; cpu: number }> {
  const told = () => [...output().matchAll(/holds (\d+) kB after (\d+) ms/g)]
  const before = told().length
  process.kill(pid, 'SIGUSR2')
  while (told().length === before) await new Promise((resolve) => setTimeout(resolve, 20))
  const [, kilobytes, cpu] = told().at(-1) ?? []
  return { kilobytes: Number(kilobytes), cpu: Number(cpu) }
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
  await fanOut()
  await crowd()
} finally {
  await office.remove()
}
