import type { KeyObject } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { civilDayOf, parseJalaliDate } from '@goshayesh/shared/jalali'
import type { Role } from '@goshayesh/shared/permissions'
import type { Category, Severity, SubjectKind } from '@goshayesh/shared/policy'
import { createAccount } from '../commands/createAccount.ts'
import { declareClosure } from '../commands/declareClosure.ts'
import { defineMilestone } from '../commands/defineMilestone.ts'
import { editAgency } from '../commands/editAgency.ts'
import { moveInstallation } from '../commands/moveInstallation.ts'
import { hashPassword } from '../commands/provePassword.ts'
import type { Store } from '../commands/transact.ts'
import { readAuditKey } from '../database/auditKey.ts'
import { connect, type Database } from '../database/connect.ts'
import { FileStore, filesBeside } from '../files/FileStore.ts'
import { isPostgresUrl } from '../database/dialects.ts'
import { makeFolder } from '../makeFolder.ts'
import type { Actor } from '../records/Actor.ts'
import { loadRules, type Rules } from '../records/Rules.ts'
import { installProvince } from '../registry/installProvince.ts'
import { readCsv } from '../registry/readCsv.ts'
import type { Cast, Plot } from './Cast.ts'
import { Chance } from './Chance.ts'
import { firstNames, lastNames } from './phrases.ts'
import { replayHistory } from './replayHistory.ts'
import { tellStory } from './tellStory.ts'

export const DEMO_PASSWORD = 'goshayesh-demo'

/**
 * Makes the demo's database: the province as in the registry, one account a role and agency, and the obstacles
 * of the list with a history replayed through the commands up to `end`. It is built beside the file and moved
 * into place when it is whole, or into PostgreSQL as one transaction, so a start that is broken off leaves nothing
 * half done. What is there already is not touched, nor are its files.
 */
export async function seedDemo(
  location: string,
  end: number,
  { folderOfFiles = folderBeside(location), auditKey = readAuditKey(location) } = {},
): Promise<void> {
  if (!isPostgresUrl(location)) {
    if (existsSync(location))
      throw new Error(`There is a database at ${location} already: give another place.`)
    await rm(filesBeside(location), { recursive: true, force: true })
    return seedFile(location, end, folderOfFiles, auditKey)
  }
  const folder = await mkdtemp(join(tmpdir(), 'goshayesh-demo-'))
  try {
    const file = join(folder, 'demo.sqlite')
    await seedFile(file, end, folderOfFiles, auditKey)
    await moveFile(file, location, auditKey)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function folderBeside(location: string): string {
  if (isPostgresUrl(location)) throw new Error('beside a database server lies no folder')
  return filesBeside(location)
}

async function moveFile(file: string, location: string, auditKey: KeyObject): Promise<void> {
  const from = await connect(file, { durable: false, auditKey })
  try {
    const to = await connect(location, { auditKey })
    try {
      await moveInstallation(from, to)
    } finally {
      await to.destroy()
    }
  } finally {
    await from.destroy()
  }
}

async function seedFile(
  file: string,
  end: number,
  folderOfFiles: string,
  auditKey: KeyObject,
): Promise<void> {
  const draft = `${file}.draft`
  makeFolder(dirname(file))
  for (const suffix of ['', '-wal', '-shm']) await rm(`${draft}${suffix}`, { force: true })
  const db = await connect(draft, { durable: false, auditKey })
  try {
    await seed({ db, committed: () => {} }, new FileStore(folderOfFiles), end)
  } finally {
    await db.destroy()
  }
  await rename(draft, file)
}

/** The day on which the campaign was announced; accounts are older. */
const ANNOUNCED = '1405-02-28'
const BEGUN = '1404-05-01'

async function seed(store: Store, files: FileStore, end: number): Promise<void> {
  const { db } = store
  const provinceId = await installProvince(db)
  await db.insertInto('installation').values({ id: 1, demo: 1 }).execute()
  const rules = await loadRules(db, provinceId)
  const { calendar } = rules
  const morning = (date: string) => calendar.nextOpening(calendar.startOfDay(civilDayOf(date)))
  const cast = await createCast(store, provinceId, morning(BEGUN))
  const open = new Map<number, string>()
  const stories = readPlots(rules, end).map((plot) =>
    tellStory({
      store,
      cast,
      plot,
      chance: new Chance(plot.ref),
      extras: new Chance(`${plot.ref} extras`),
      files,
      open,
    }),
  )
  await replayHistory(
    store,
    [announce(store, cast, morning(ANNOUNCED)), closeForHeat(store, cast, rules), ...stories],
    end,
  )
  await readOldNotices(store.db, end)
}

/** People have looked into their inboxes up to the days before. */
async function readOldNotices(db: Database, end: number): Promise<void> {
  await db
    .updateTable('notice')
    .set((eb) => ({ read_at: eb.ref('at') }))
    .where('at', '<', end - 3 * DAY)
    .execute()
}

const DAY = 86_400_000

async function* announce(store: Store, cast: Cast, at: number): AsyncGenerator<number, void, void> {
  yield at
  const milestone = { name: 'پایان تیر', dueDate: '1405-04-31', subjectKind: 'SINGLE_WINDOW' as const }
  await defineMilestone(store, cast.secretary, milestone, at)
}

/** A governor closes the offices, as often, the day before. */
async function* closeForHeat(
  store: Store,
  cast: Cast,
  { calendar }: Rules,
): AsyncGenerator<number, void, void> {
  const at = calendar.closeOn('1405-04-09')
  yield at
  const closure = { from: '1405-04-10', to: '1405-04-10', name: 'گرمای شدید هوا' }
  await declareClosure(store, cast.secretary, closure, at)
}

async function createCast(store: Store, provinceId: number, now: number): Promise<Cast> {
  const { db } = store
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const names = new Names()
  const create = async (local: string, role: Role, agencyCode: string | null): Promise<Actor> => {
    const name = names.next()
    const account = {
      email: `${local}@golestan.example`,
      name,
      role,
      agencyCode,
      passwordHash,
      passwordExpiresAt: null,
    }
    return { id: await createAccount(db, provinceId, null, account, now), name, role, agencyCode, provinceId }
  }
  await create('admin', 'ADMINISTRATOR', null)
  const secretary = await create('secretary', 'SECRETARY', null)
  const leader = await create('leader', 'LEADER', null)
  await create('viewer', 'VIEWER', null)
  const agencies = await db
    .selectFrom('agency')
    .select('code')
    .where('province_id', '=', provinceId)
    .execute()
  const officials = new Map<string, Actor>()
  for (const { code } of agencies) {
    const official = await create(code, 'OFFICIAL', code)
    await editAgency(store, secretary, { code, focalPointId: official.id }, now)
    officials.set(code, official)
  }
  return { secretary, leader, officials }
}

/** Invented names, each once. */
class Names {
  #chance = new Chance('names')
  #given = new Set<string>()

  next(): string {
    for (;;) {
      const name = `${this.#chance.pick(firstNames)} ${this.#chance.pick(lastNames)}`
      if (this.#given.has(name)) continue
      this.#given.add(name)
      return name
    }
  }
}

type Column =
  | 'external_ref'
  | 'subject_kind'
  | 'agency_code'
  | 'service_code'
  | 'title_fa'
  | 'description_fa'
  | 'category'
  | 'severity'
  | 'reported_on'
  | 'affected_agency_codes'
  | 'proposed_solution_fa'

function readPlots({ calendar }: Rules, end: number): Plot[] {
  return readCsv<Column>(join(import.meta.dirname, 'data'), 'obstacles.csv').map((row) => {
    const date = parseJalaliDate(row.reported_on)
    if (!date) throw new Error(`${row.external_ref}: ${row.reported_on} is no date`)
    const chance = new Chance(`${row.external_ref} logged`)
    const opening = calendar.nextOpening(calendar.startOfDay(civilDayOf(date)))
    const hours = date === calendar.dateAt(end) ? calendar.elapsed(opening, end) : 6 * 3_600_000
    return {
      ref: row.external_ref,
      subjectKind: constant(row.subject_kind) as SubjectKind,
      agencyCode: row.agency_code || null,
      serviceCode: row.service_code || null,
      title: row.title_fa,
      description: row.description_fa,
      category: constant(row.category) as Category,
      severity: constant(row.severity) as Severity,
      affectedAgencyCodes: row.affected_agency_codes.split(';').filter(Boolean),
      solution: row.proposed_solution_fa,
      loggedAt: opening + Math.floor(chance.next() * hours),
    }
  })
}

/** The file writes "data-quality" where the schema has DATA_QUALITY. */
function constant(text: string): string {
  return text.toUpperCase().replaceAll('-', '_')
}
