import { spawn, type ChildProcess } from 'node:child_process'
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const FOLLOW_PARENT = join(root, 'scripts', 'followParent.mjs')
const START_MS = 60_000
const STOP_MS = 10_000

/** The demo's first instant: Saturday 1405/04/20, 10:15 in Tehran. */
export const DEMO_CLOCK = '2026-07-11T06:45:00Z'

/** A running server with a database of its own. */
export interface App {
  url: string
  databasePath: string
  /** All that it has written so far. */
  output: () => string
  pid: number
  /** Of the process, once it has ended by itself; null before that, and after a kill. */
  exitCode: () => number | null
  /** Ends it: gently, or with SIGKILL as a crash does. The database stays, for startApp({ folder }). */
  stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>
  /** Ends it and removes its database. */
  remove: () => Promise<void>
  folder: string
}

export interface AppOptions {
  /** CLOCK of the server, such as '2026-07-22T20:29:50Z' or '2026-07-11T06:45:00Z x60'; the demo's own by default. */
  clock?: string
  /** A folder that an earlier app left, to start again on its database. */
  folder?: string
  /** Start from the empty database instead of the seeded one. */
  fresh?: boolean
  env?: Record<string, string>
  /** As a real installation: `serve`, on the real clock. */
  serve?: boolean
}

/**
 * Starts the real server with the demo's data on a free port and waits until it listens. Throws with its output if it
 * ends before.
 */
export async function startApp(options: AppOptions = {}): Promise<App> {
  const folder = options.folder ?? (await newFolder(options.fresh ?? false))
  const databasePath = join(folder, 'goshayesh.db')
  const port = await freePort()
  const child = spawn(
    process.execPath,
    ['--import', FOLLOW_PARENT, join(root, 'server', 'src', 'main.ts'), ...(options.serve ? [] : ['--demo'])],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NODE_OPTIONS: '',
        HOST: '127.0.0.1',
        PORT: String(port),
        DATABASE_URL: databasePath,
        CLOCK: options.serve ? '' : (options.clock ?? DEMO_CLOCK),
        ...options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const output = collect(child)
  const url = await listening(child, output).catch(async (error: unknown) => {
    if (options.folder === undefined) await rm(folder, { recursive: true, force: true })
    throw error
  })
  const stop = (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => end(child, signal)
  return {
    url,
    databasePath,
    folder,
    output,
    pid: child.pid ?? 0,
    exitCode: () => child.exitCode,
    stop,
    remove: async () => {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Fills a database with the demo's data, once for the whole run; later apps start on copies of it. */
export async function seedDemo(): Promise<() => Promise<void>> {
  const app = await startApp({ fresh: true })
  await app.stop()
  process.env.E2E_SEED = app.folder
  return () => rm(app.folder, { recursive: true, force: true })
}

async function newFolder(fresh: boolean): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'goshayesh-e2e-'))
  const seed = process.env.E2E_SEED
  if (fresh || seed === undefined) return folder
  const isDatabase = (name: string) => /\.db(-wal|\.files|\.key)?$/.test(name)
  for (const name of (await readdir(seed)).filter(isDatabase))
    await cp(join(seed, name), join(folder, basename(name)), { recursive: true })
  return folder
}

function collect(child: ChildProcess): () => string {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
  }
  return () => text
}

function listening(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer)
      child.off('error', onError).off('exit', onExit)
      child.stdout?.off('data', onData)
      act()
    }
    const fail = (why: string) =>
      settle(() => {
        child.kill('SIGKILL')
        reject(new Error(`The server ${why}. It said:\n${output()}`))
      })
    const onError = (error: Error) => fail(`could not be started (${error.message})`)
    const onExit = (code: number | null, signal: string | null) =>
      fail(`ended before it listened (${signal ?? code})`)
    const onData = () => {
      const url = /Goshayesh listening on (http:\/\/\S+)/.exec(output())?.[1]
      if (url !== undefined) settle(() => resolve(url))
    }
    const timer = setTimeout(() => fail(`did not listen within ${START_MS / 1000} s`), START_MS)
    child.once('error', onError).once('exit', onExit)
    child.stdout?.on('data', onData)
  })
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill(signal)
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
  await ended
  clearTimeout(timer)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
