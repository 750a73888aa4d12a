import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startApp, type App } from '../helpers/app.ts'
import { post, prepareOffice, type PreparedOffice } from '../helpers/prepareOffice.ts'

const sources = join(import.meta.dirname, '..', '..', 'server', 'src')
const log = `mutation ($title: String!) { logObstacle(input: {
  title: $title, subjectKind: SINGLE_WINDOW, category: SOFTWARE, severity: HIGH }) { obstacle { ref } } }`

let office: PreparedOffice
let app: App | null = null
beforeEach(async () => {
  office = await prepareOffice(async (office) => {
    const obstacle_id = await office.log({ title: 'پیش از پشتیبان' })
    const { id: uploaded_by, provinceId: province_id } = office.people.secretary
    const letter = { file: 'a'.repeat(32), name: 'نامه.pdf', mime: 'application/pdf', size: 8 }
    await office.db
      .insertInto('attachment')
      .values({ ...letter, province_id, obstacle_id, uploaded_by, uploaded_at: 0, lost: 0 })
      .execute()
  })
  mkdirSync(`${office.file}.files`)
  writeFileSync(join(`${office.file}.files`, 'a'.repeat(32)), 'نامه')
})
afterEach(async () => {
  await app?.stop('SIGKILL')
  await office.remove()
})

const backupFile = () => join(office.folder, 'backup.sqlite')
function run(script: 'backup.ts' | 'restore.ts', file: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(sources, script), file], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], DATABASE_URL: office.file },
  })
  return { status, told: `${stdout}${stderr}`.trim() }
}
function titles(file: string): unknown[] {
  const database = new SqliteDatabase(file)
  try {
    return database.prepare('select title from obstacle order by id').pluck().all()
  } finally {
    database.close()
  }
}
const asides = () => readdirSync(office.folder).filter((name) => /\.replaced-[^.]*$/.test(name))

test('a backup made while people write comes back whole, and what it replaces is kept', async () => {
  app = await startApp({ folder: office.folder })
  const cookie = office.cookie('secretary')
  await post(app, cookie, log, { title: 'هنوز در آن' })
  expect(run('backup.ts', backupFile())).toMatchObject({ status: 0 })
  await post(app, cookie, log, { title: 'پس از پشتیبان' })

  expect(run('restore.ts', backupFile())).toEqual({
    status: 1,
    told: `A server runs on ${office.file}: stop it first.`,
  })
  await app.stop('SIGKILL')
  writeFileSync(join(`${office.file}.files`, 'b'.repeat(32)), 'دیگر')
  const { status, told } = run('restore.ts', backupFile())
  expect(status, told).toBe(0)

  expect(titles(office.file)).toEqual(['پیش از پشتیبان', 'هنوز در آن'])
  expect(readdirSync(`${office.file}.files`)).toEqual(['a'.repeat(32)])
  const [aside = ''] = asides()
  expect(told).toContain(aside)
  expect(titles(join(office.folder, aside))).toEqual(['پیش از پشتیبان', 'هنوز در آن', 'پس از پشتیبان'])
  expect(readFileSync(join(office.folder, `${aside}.files`, 'b'.repeat(32)), 'utf8')).toBe('دیگر')

  app = await startApp({ folder: office.folder })
  const answer = await post<{ obstacles: { totalCount: number } }>(
    app,
    cookie,
    '{ obstacles { totalCount } }',
  )
  expect(answer.data?.obstacles.totalCount).toBe(2)
})

test('over a database that is past opening, and where there is none', () => {
  run('backup.ts', backupFile())
  writeFileSync(office.file, 'x'.repeat(9_000))
  expect(run('restore.ts', backupFile()).status).toBe(0)
  expect(titles(office.file)).toEqual(['پیش از پشتیبان'])
  expect(readFileSync(join(office.folder, asides()[0] ?? ''), 'utf8')).toMatch(/^x+$/)
})

const broken: [what: string, prepare: () => void, message: string][] = [
  ['nothing there', () => {}, 'There is no backup at'],
  ['no database', () => writeFileSync(backupFile(), 'x'.repeat(9_000)), "The backup can't be read"],
  ['a damaged one', () => damage(), 'The backup '],
  ["something else's", () => change('drop table installation'), 'a database of something else'],
  [
    'one of a newer version',
    () => change(`insert into kysely_migration values ('9999-later', '2030-01-01')`),
    'made by a newer version',
  ],
]
test.each(broken)('%s: one line, exit code 1, nothing changed', (_what, prepare, message) => {
  if (message !== 'There is no backup at') run('backup.ts', backupFile())
  prepare()
  const before = readFileSync(office.file)
  const { status, told } = run('restore.ts', backupFile())
  expect(status).toBe(1)
  expect(told).toContain(message)
  expect(told.split('\n')).toHaveLength(1)
  expect(readFileSync(office.file).equals(before)).toBe(true)
  expect(asides()).toEqual([])
  expect(existsSync(`${office.file}.restored`)).toBe(false)
})

function change(statement: string): void {
  const database = new SqliteDatabase(backupFile())
  database.exec(statement)
  database.close()
}

/** As a disk does that loses a few blocks in the middle. */
function damage(): void {
  const bytes = readFileSync(backupFile())
  bytes.fill(0xff, 40_000, 60_000)
  writeFileSync(backupFile(), bytes)
}
