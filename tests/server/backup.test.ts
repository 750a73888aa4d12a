import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

// Each test starts a process.
vi.setConfig({ testTimeout: 60_000 })

const script = join(import.meta.dirname, '..', '..', 'server', 'src', 'backup.ts')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'goshayesh-backup-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('copies a database that is in use, with what lies in its journal, into one sound file', () => {
  const live = openLive()
  live.exec("INSERT INTO note VALUES ('یک')")
  const { status, stdout } = backup('copy.sqlite')
  expect(status, stdout).toBe(0)
  live.exec("INSERT INTO note VALUES ('دو')")
  live.close()
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['copy.sqlite']))
  expect(readdirSync(folder).filter((name) => name.startsWith('copy.sqlite'))).toEqual(['copy.sqlite'])
  const copy = new Database(join(folder, 'copy.sqlite'), { readonly: true })
  expect(copy.prepare('SELECT text FROM note').pluck().all()).toEqual(['یک'])
  copy.close()
})

test('takes the attachments along', () => {
  openLive().close()
  mkdirSync(join(folder, 'live.sqlite.files'))
  writeFileSync(join(folder, 'live.sqlite.files', 'a1'), 'نامه')
  const { status, stderr } = backup('copy.sqlite')
  expect(status, stderr).toBe(0)
  expect(readFileSync(join(folder, 'copy.sqlite.files', 'a1'), 'utf8')).toBe('نامه')
})

test('makes the folder that it is to go to', () => {
  openLive().close()
  const { status, stderr } = backup(join('backups', 'of july', 'copy.sqlite'))
  expect(status, stderr).toBe(0)
  expect(existsSync(join(folder, 'backups', 'of july', 'copy.sqlite'))).toBe(true)
})

const refusals: [name: string, prepare: () => void, target: string | undefined, message: string][] = [
  ['no target', () => openLive().close(), undefined, 'Say where to'],
  ['no database', () => undefined, 'copy.sqlite', 'There is no database'],
  [
    'a target that is there',
    () => writeFileSync(join(folder, 'copy.sqlite'), ''),
    'copy.sqlite',
    'is there already',
  ],
  [
    'a folder of files that is there',
    () => {
      openLive().close()
      mkdirSync(join(folder, 'copy.sqlite.files'))
    },
    'copy.sqlite',
    'is there already',
  ],
  [
    'a broken database',
    () => writeFileSync(join(folder, 'live.sqlite'), 'x'.repeat(9000)),
    'copy.sqlite',
    'is no database',
  ],
]
test.each(refusals)('%s: one line, exit code 1, nothing left behind', (_name, prepare, target, message) => {
  prepare()
  const before = readdirSync(folder)
  const { status, stderr } = backup(target)
  expect(status).toBe(1)
  expect(stderr.trim()).toContain(message)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(readdirSync(folder)).toEqual(before)
  expect(existsSync(join(folder, 'copy.sqlite.part'))).toBe(false)
})

test('a database is looked for where all commands look for it, whatever folder this is called in', () => {
  const { stderr } = spawnSync(process.execPath, [script, 'copy.sqlite'], {
    encoding: 'utf8',
    cwd: folder,
    env: { PATH: process.env['PATH'], DATABASE_URL: 'nowhere/live.sqlite' },
  })
  const root = join(import.meta.dirname, '..', '..')
  expect(stderr.trim()).toBe(`There is no database at ${join(root, 'nowhere', 'live.sqlite')}.`)
})

function openLive(): Database.Database {
  const live = new Database(join(folder, 'live.sqlite'))
  live.pragma('journal_mode = WAL')
  live.exec('CREATE TABLE note (text TEXT)')
  return live
}

function backup(target: string | undefined) {
  return spawnSync(process.execPath, [script, ...(target === undefined ? [] : [target])], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], DATABASE_URL: join(folder, 'live.sqlite'), INIT_CWD: folder },
  })
}
