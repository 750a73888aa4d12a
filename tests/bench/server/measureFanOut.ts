import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { startApp, type App } from '../../helpers/app.ts'
import type { Who } from '../../helpers/office.ts'
import { post, prepareOffice, type PreparedOffice } from '../../helpers/prepareOffice.ts'
import { heard, openRaw, subscribeRaw } from '../../helpers/rawSocket.ts'
import { FanOut, SUBSCRIBERS, TELL_MEMORY, type Measured } from '../FanOut.ts'
import type { BenchData, Engine } from './BenchData.ts'
import type { BenchTable } from './BenchTable.ts'

const WARM = 5
const ROUNDS = 20
const COMMENT = 'mutation ($input: CommentInput!) { commentObstacle(input: $input) { obstacle { id } } }'
const CHANGED = 'subscription { obstacleChanged { kind obstacle { id } } }'
const listeners: Who[] = ['secretary', 'leader', 'viewer', 'administrator', 'ict', 'colleague', 'sabt']

/** One change told to a thousand, beside the least that could tell them; in turns, as the machine has its moods. */
export async function measureFanOut(table: BenchTable, data: BenchData, engine: Engine): Promise<void> {
  // One that everybody sees.
  const draft = { subjectKind: 'SINGLE_WINDOW', agencyCode: null } as const
  const database = engine === 'PostgreSQL' ? await data.empty() : undefined
  const office = await prepareOffice(async (office) => void (await office.log(draft)), undefined, database)
  const sse = await plainSse()
  const app = await startApp({
    folder: office.folder,
    env: { ...office.env, REQUEST_RATE: 'off', NODE_OPTIONS: TELL_MEMORY },
  })
  const both = [fanOutOf(app, office), plainFanOut(sse)] as const
  try {
    for (const one of both) await one.open()
    for (let round = 0; round < WARM; round++) for (const one of both) await one.change()
    for (const one of both) await one.begin()
    for (let round = 0; round < ROUNDS; round++) for (const one of both) await one.change()
    const [ours, beside] = [await both[0].end(), await both[1].end()]
    for (const one of both) one.close()
    const all = `until ${SUBSCRIBERS.toLocaleString('en')} have heard of a change`
    table.row({ what: `${all}, p50`, ours: ours.p50, beside: beside.p50, unit: 'ms' })
    table.row({ what: `${all}, p99`, ours: ours.p99, beside: beside.p99, unit: 'ms', goal: { ratio: 1.3 } })
    table.row({ what: '  processor time of the server', ours: ours.cpu, beside: beside.cpu, unit: 'ms' })
    const memory = { ours: ours.kilobytes, beside: beside.kilobytes, unit: 'kB', goal: { figure: 16 } }
    table.row({ what: '  memory for each of them', ...memory })
  } finally {
    sse.stop()
    await app.stop()
    await office.remove()
    if (database !== undefined) await data.leave(database)
  }
}

/** Listeners of every role, each told of comments. */
export function fanOutOf(app: App, office: PreparedOffice): FanOut {
  let next = 0
  return new FanOut(
    app,
    () => subscribeRaw(app.url, office.cookie(listeners[next++ % listeners.length] ?? 'viewer'), CHANGED),
    () => post(app, office.cookie('secretary'), COMMENT, { input: { id: '1', text: 'پیگیری شد' } }),
  )
}

function plainFanOut(sse: Plain): FanOut {
  return new FanOut(
    sse,
    async () => {
      const socket = await openRaw(sse.url)
      socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
      await heard(socket, 'welcome')
      return socket
    },
    () => fetch(sse.url, { method: 'POST' }),
  )
}

type Plain = Measured & { url: string; stop: () => void }

async function plainSse(): Promise<Plain> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'plainSse.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: TELL_MEMORY },
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  await once(child.stdout, 'data')
  const url = /http:\S+/.exec(output)?.[0] ?? ''
  return { url, pid: child.pid ?? 0, output: () => output, stop: () => void child.kill() }
}
