import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

// Each test starts a process or two.
vi.setConfig({ testTimeout: 60_000 })

const root = join(import.meta.dirname, '..', '..')
const scripts = {
  account: 'server/src/account.ts',
  backup: 'server/src/backup.ts',
  restore: 'server/src/restore.ts',
  'verify-audit': 'server/src/verifyAudit.ts',
  'migrate-to-postgres': 'server/src/migrateToPostgres.ts',
  generate: 'tests/bench/generate.ts',
}
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'goshayesh-terminal-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function run(script: keyof typeof scripts, args: string[], database = join(folder, 'live.sqlite')) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, scripts[script]), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], DATABASE_URL: database, INIT_CWD: folder },
  })
  return { status, stdout, told: stderr.trim() }
}

const refused: [script: keyof typeof scripts, args: string[], told: string, status?: number][] = [
  ['account', [], 'usage: npm run account'],
  ['account', ['add', 'nobody', 'Ada', 'VIEWER'], 'EMAIL: This value is not accepted.'],
  ['account', ['add', 'a@b.example', 'Ada', 'OFFICIAL'], 'AGENCY-CODE: Enter a value.'],
  ['account', ['add', 'a@b.example', 'Ada', 'OFFICIAL', 'nope'], 'AGENCY-CODE: This is not on record.'],
  ['backup', ['copy.sqlite'], 'There is no database at'],
  ['restore', ['.'], "The backup can't be read"],
  ['verify-audit', [], 'There is no database at', 2],
  ['verify-audit', ['--anchor', '1'], 'usage: npm run verify-audit', 2],
  ['migrate-to-postgres', [], 'usage: npm run migrate-to-postgres'],
  ['migrate-to-postgres', ['postgres://a:secret@b/c'], 'There is no database at'],
  ['generate', [], 'usage: npm run generate'],
  ['generate', ['trial.sqlite', 'many'], 'usage: npm run generate'],
]
test.each(refused)('%s %j: %s', (script, args, message, code = 1) => {
  const { status, told } = run(script, args)
  expect(told).toContain(message)
  expect(told.split('\n')).toHaveLength(1)
  expect(status).toBe(code)
  // An account makes the installation that it is for; nothing else makes one by the way.
  if (script !== 'account') expect(readdirSync(folder)).toEqual([])
})

test('an installation is made for its own account, its copies too, and an address is taken once', () => {
  const made = run('account', ['add', 'a@b.example', 'Ada', 'ADMINISTRATOR'])
  expect(made).toMatchObject({ status: 0, stdout: expect.stringMatching(/Password.*: \S{19}\n$/) })
  expect(run('account', ['add', 'A@b.example', 'Ada', 'VIEWER']).told).toBe(
    'EMAIL: This is on record already.',
  )
  expect(run('backup', ['copies/copy.sqlite']).status).toBe(0)
  for (const name of ['live.sqlite', 'live.sqlite.key', 'copies', 'copies/copy.sqlite'])
    expect(statSync(join(folder, name)).mode & 0o077, name).toBe(0)

  const nowhere = run('backup', ['/proc/copy.sqlite'])
  expect(nowhere).toMatchObject({
    status: 1,
    told: expect.stringMatching(/^No copy can be written there: .*\/proc\/copy/),
  })
})

test('data of a country are put over nothing that is there', () => {
  writeFileSync(join(folder, 'live.sqlite'), 'an installation')
  mkdirSync(join(folder, 'live.sqlite.files'))
  writeFileSync(join(folder, 'live.sqlite.files', 'letter'), 'نامه')
  expect(run('generate', ['live.sqlite', '10', '1'])).toMatchObject({
    status: 1,
    told: expect.stringContaining('There is a database at'),
  })
  expect(readFileSync(join(folder, 'live.sqlite'), 'utf8')).toBe('an installation')
  expect(readdirSync(join(folder, 'live.sqlite.files'))).toEqual(['letter'])
})

test.each([
  ['account', ['add', 'a@b.example', 'Ada', 'VIEWER'], 1],
  ['backup', ['copy.sqlite'], 1],
  ['verify-audit', [], 2],
] as const)('%s of a file that is no database', (script, args, code) => {
  writeFileSync(join(folder, 'live.sqlite'), 'x'.repeat(9_000))
  expect(run(script, [...args])).toMatchObject({
    status: code,
    told: 'the database file is broken or is no database; restore a backup or move it away',
  })
})

test('the password of a database server is not shown', () => {
  const { told } = run('migrate-to-postgres', ['postgres://a:secret@b/c'], 'postgres://a:secret@b/d')
  expect(told).toContain('DATABASE_URL is to name the SQLite file')
  expect(told).not.toContain('secret')
})
