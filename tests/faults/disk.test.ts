import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startApp, type App } from '../helpers/app.ts'
import { post, prepareOffice, type PreparedOffice } from '../helpers/prepareOffice.ts'

const MEGABYTE = 1024 * 1024
const log = `mutation ($title: String!, $description: String!) { logObstacle(input: {
  title: $title, description: $description, subjectKind: SINGLE_WINDOW, category: SOFTWARE, severity: CRITICAL
}) { obstacle { id } } }`

let office: PreparedOffice
let app: App
let disk: Disk
beforeEach(async () => {
  office = await prepareOffice(undefined, (folder) => {
    disk = smallDisk(folder)
  })
  // A day passes in 4 s: warnings fall due while nothing can be written, and no night or weekend takes long.
  app = await startApp({
    folder: office.folder,
    clock: '2026-07-11T06:45:00Z x20000',
    env: { LOG_LEVEL: 'error' },
  })
})
afterEach(async () => {
  await app?.stop('SIGKILL')
  disk.remove()
  await office.remove()
})

test('a full disk: writes are refused by a code of their own, reads go on, and room is all it takes to mend it', async () => {
  const obstacle = await logged('پیش از آن')
  let acknowledged = 1
  disk.fill(app.pid)
  let refused: string | undefined
  while (refused === undefined) {
    const { errors } = await write(`در این میان ${acknowledged}`)
    refused = errors?.[0]?.extensions.code
    if (refused === undefined) acknowledged++
  }
  expect(refused).toBe('UNAVAILABLE')
  const upload = await attach(obstacle)
  expect(upload.status).toBe(503)
  expect(await upload.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] })
  expect(await total()).toBe(acknowledged)
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200)
  expect(app.output()).toMatch(/"code":"(SQLITE_FULL|SQLITE_IOERR\w*|ENOSPC|EFBIG)"/)

  disk.free(app.pid)
  await logged('پس از آن')
  expect((await attach(obstacle)).status).toBe(201)
  expect(await total()).toBe(acknowledged + 1)
  await expect.poll(() => warnings(), { timeout: 50_000 }).toBe(2 * (acknowledged + 1))
  expect(readdirSync(`${office.file}.files`)).toHaveLength(1)
  await app.stop()
  const database = new SqliteDatabase(office.file)
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(database.pragma('foreign_key_check')).toEqual([])
  database.close()
})

test('a file of which the disk takes only a part is not kept', () => {
  const store = JSON.stringify(import.meta.resolve('../../server/src/files/FileStore.ts'))
  const script = `import { Readable } from 'node:stream'
    import { FileStore } from ${store}
    const files = new FileStore(${JSON.stringify(join(office.folder, 'arriving'))})
    const received = files.receive(Readable.from([Buffer.alloc(6000)]), 10_000)
    console.log(await received.then(({ size }) => size, ({ code }) => code), await files.list())`
  const run = ['--fsize=4096', process.execPath, '--input-type=module', '-e', script]
  const { stdout, stderr } = spawnSync('prlimit', run, { encoding: 'utf8' })
  expect(stdout, stderr).toBe('EFBIG []\n')
})

const write = (title: string) =>
  post<{ logObstacle: { obstacle: { id: string } } }>(app, office.cookie('secretary'), log, {
    title,
    description: 'شرح '.repeat(2_000),
  })

async function logged(title: string): Promise<string> {
  const { data, errors } = await write(title)
  expect(errors).toBeUndefined()
  return data?.logObstacle.obstacle.id ?? ''
}

async function total(): Promise<number | undefined> {
  const asked = '{ obstacles { totalCount } }'
  const { data } = await post<{ obstacles: { totalCount: number } }>(app, office.cookie('secretary'), asked)
  return data?.obstacles.totalCount
}

function attach(obstacle: string): Promise<Response> {
  const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(4 * MEGABYTE)])
  return fetch(`${app.url}/attachments?obstacle=${obstacle}&name=photo.png`, {
    method: 'POST',
    headers: {
      cookie: office.cookie('secretary'),
      'x-goshayesh-upload': '1',
      'content-type': 'application/octet-stream',
    },
    body: png,
  })
}

/** Warnings of the deadline to give an owner; each obstacle comes to have two. */
function warnings(): number {
  const database = new SqliteDatabase(office.file, { readonly: true })
  try {
    const sql = `select count(*) from event join deadline on deadline.id = deadline_id
      where event.kind = 'WARNED' and deadline.kind = 'ASSIGN'`
    return database.prepare(sql).pluck().get() as number
  } finally {
    database.close()
  }
}

interface Disk {
  fill: (pid: number) => void
  free: (pid: number) => void
  remove: () => void
}

/** A disk of its own where that may be mounted; else the process may not let a file grow, which fails alike. */
function smallDisk(folder: string): Disk {
  const ballast = join(folder, 'ballast')
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', folder]).status === 0
  if (isMounted) {
    return {
      fill: () => writeAll(ballast),
      free: () => rmSync(ballast),
      remove: () => void spawnSync('umount', ['-l', folder]),
    }
  }
  const limit = (pid: number, bytes: number | string) => {
    const { status, stderr } = spawnSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`], {
      encoding: 'utf8',
    })
    expect(status, stderr).toBe(0)
  }
  return {
    fill: (pid) => limit(pid, Math.max(MEGABYTE / 2, ...sizes(folder))),
    free: (pid) => limit(pid, 'unlimited'),
    remove: () => {},
  }
}

function sizes(folder: string): number[] {
  return readdirSync(folder).map((name) => statSync(join(folder, name)).size)
}

function writeAll(path: string): void {
  for (let size = 16 * MEGABYTE; size >= 4096; size /= 2) {
    try {
      writeFileSync(path, Buffer.alloc(size), { flag: 'a' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
  }
  expect(existsSync(path)).toBe(true)
}
