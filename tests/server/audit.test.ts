import { execFile, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { addAgency } from '../../server/src/commands/addAgency.ts'
import { addService } from '../../server/src/commands/addService.ts'
import { changePassword } from '../../server/src/commands/changePassword.ts'
import { commentObstacle } from '../../server/src/commands/commentObstacle.ts'
import { createUser } from '../../server/src/commands/createUser.ts'
import { declareClosure } from '../../server/src/commands/declareClosure.ts'
import { defineMilestone } from '../../server/src/commands/defineMilestone.ts'
import { editAgency } from '../../server/src/commands/editAgency.ts'
import { editService } from '../../server/src/commands/editService.ts'
import { editUser } from '../../server/src/commands/editUser.ts'
import { resetPassword } from '../../server/src/commands/resetPassword.ts'
import { setSlaPolicy } from '../../server/src/commands/setSlaPolicy.ts'
import { hashPassword } from '../../server/src/commands/provePassword.ts'
import { withdrawClosure } from '../../server/src/commands/withdrawClosure.ts'
import { readAuditKey } from '../../server/src/database/auditKey.ts'
import { connect } from '../../server/src/database/connect.ts'
import { isPostgresUrl } from '../../server/src/database/dialects.ts'
import { verifyTrail, type Anchor } from '../../server/src/queries/verifyTrail.ts'
import { openInstallation } from '../../server/src/registry/openInstallation.ts'
import { lookPastReferences } from '../helpers/breakDatabase.ts'
import { openDatabaseAt, TEST_AUDIT_KEY } from '../helpers/engines.ts'
import { Office } from '../helpers/office.ts'

let office: Office
beforeEach(async () => {
  office = await Office.open()
})
afterEach(() => office.close())

const verify = (anchor: Anchor | null = null, db = office.db) =>
  verifyTrail(db, office.people.secretary.provinceId, anchor)

/** Twelve events or more of people and of the enforcer, some of them written in one statement. */
async function work(office: Office): Promise<void> {
  for (let n = 0; n < 3; n++) await office.inProgress()
  await office.do(commentObstacle, 'ict', { id: 1, text: 'نامه ارسال شد' })
  await office.live('05-20 10:00')
}

describe('the trail of a province', () => {
  test('of nothing is sound', async () => {
    expect(await verify()).toMatchObject({ head: { position: 0 }, fault: null })
  })
  test('is sound after a month of work, and every event is in it', async () => {
    await work(office)
    const { count } = await office.db
      .selectFrom('event')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(count).toBeGreaterThan(20)
    expect(await verify()).toMatchObject({ head: { position: count }, fault: null })
  })
  test('keeps texts as the database does', async () => {
    const id = await office.log({ title: 'کندی \ud83d\ude00 "سامانه" \\ ‌\u2028' })
    for (const text of ['نیمه \ud83d تنها', '\'"\\ \t', '\ufeffآغاز'])
      await office.do(commentObstacle, 'secretary', { id, text })
    expect((await verify()).fault).toBeNull()
  })
  test('holds nothing of what was taken back', async () => {
    await work(office)
    const { head } = await verify()
    await Promise.allSettled([
      office.do(commentObstacle, 'secretary', { id: 999, text: 'الف' }),
      office.do(commentObstacle, 'secretary', { id: 1, text: 'ب' }),
      office.do(commentObstacle, 'viewer', { id: 1, text: 'پ' }),
      office.do(commentObstacle, 'secretary', { id: 1, text: 'ت' }),
    ])
    expect(await verify()).toMatchObject({ head: { position: head.position + 2 }, fault: null })
  })
})

describe('what was tampered with is named', () => {
  let worked: Office
  beforeAll(async () => {
    worked = await Office.open()
    await work(worked)
  })
  afterAll(() => worked.close())
  /** It goes on as if nothing had been. */
  const tamper = <Seen>(statements: string[], look: (db: Office['db']) => Promise<Seen>) =>
    lookPastReferences(worked.db, statements, look)

  it.each<[what: string, statements: string[], fault: string]>([
    ['an instant', ['update event set at = at + 1 where id = 7'], 'event 7, or seal 7 over it, was changed'],
    ['an actor', ['update event set actor_id = 2 where id = 3'], 'event 3, or seal 3 over it, was changed'],
    ['a kind', ["update event set kind = 'WARNED' where id = 9"], 'event 9, or seal 9 over it, was changed'],
    [
      'a comment',
      ["update event set comment = 'x' where comment is not null and kind = 'COMMENTED'"],
      'event 10, or seal 10 over it, was changed',
    ],
    [
      'changes',
      [`update event set changes_json = '[]' where id = 2`],
      'event 2, or seal 2 over it, was changed',
    ],
    [
      'an obstacle',
      ['update event set obstacle_id = 2 where id = 1'],
      'event 1, or seal 1 over it, was changed',
    ],
    ['a province', ['update seal set province_id = 2 where position = 5'], 'seal 5 was deleted'],
    [
      'an event gone',
      ['delete from notice where event_id = 8', 'delete from event where id = 8'],
      'event 8 was deleted',
    ],
    [
      'an event gone with its seal',
      [
        'delete from notice where event_id = 8',
        'delete from event where id = 8',
        'delete from seal where position = 8',
      ],
      'seal 8 was deleted',
    ],
    [
      '… and those behind closing ranks',
      [
        'delete from notice where event_id = 8',
        'delete from event where id = 8',
        'delete from seal where position = 8',
        'update seal set position = -position where position > 8',
        'update seal set position = -position - 1 where position < 0',
      ],
      'event 9, or seal 8 over it, was changed',
    ],
    [
      'two events in each other’s place',
      [
        'delete from notice',
        'update event set id = 900 where id = 4',
        'update event set id = 4 where id = 5',
        'update event set id = 5 where id = 900',
      ],
      'event 4, or seal 4 over it, was changed',
    ],
    [
      'two seals in each other’s place',
      [
        'update seal set position = 900 where position = 4',
        'update seal set position = 4 where position = 5',
        'update seal set position = 5 where position = 900',
      ],
      'event 5, or seal 4 over it, was changed',
    ],
    [
      'an event put in',
      [
        `insert into event (province_id, obstacle_id, kind, at, recorded_at, changes_json) values (1, 1, 'VERIFIED', 1, 1, '[]')`,
      ],
      'event 999 was put in from outside',
    ],
    [
      'an event put in with a seal made up',
      [
        `insert into event (province_id, obstacle_id, kind, at, recorded_at, changes_json) values (1, 1, 'VERIFIED', 1, 1, '[]')`,
        `insert into seal (province_id, position, source, row_id, mac) select 1, max(position) + 1, 'event', (select max(id) from event), 'abc' from seal`,
      ],
      'event 999, or seal 999 over it, was changed',
    ],
    ['the whole chain gone', ['delete from seal'], 'event 1 was put in from outside'],
    [
      'another chain begun',
      [`update seal set mac = 'abc' where position = 0`],
      'the trail was begun with another key',
    ],
  ])('%s', async (_, statements, fault) => {
    const { fault: found } = await tamper(statements, (db) => verify(null, db))
    expect(fault.includes('999') ? found?.replaceAll(/\d+/g, '999') : found).toBe(fault)
  })
  test('the end cut off, by an anchor kept elsewhere', async () => {
    const { head } = await verify(null, worked.db)
    const cut = [
      'delete from notice',
      'delete from event where id = (select max(id) from event)',
      'delete from seal where position = (select max(position) from seal)',
    ]
    await tamper(cut, async (db) => {
      expect((await verify(null, db)).fault).toBeNull()
      expect((await verify(head, db)).fault).toBe(
        `the end is gone: it reached ${head.position} once, and reaches ${head.position - 1} now`,
      )
    })
  })
  test('all sealed anew by somebody with the key, by an anchor', async () => {
    const { head } = await verify(null, worked.db)
    expect((await verify(head, worked.db)).fault).toBeNull()
    expect((await verify({ ...head, mac: 'x'.repeat(43) }, worked.db)).fault).toBe(
      `the chain up to ${head.position} is not the one of the anchor`,
    )
  })
})

describe('what is done to the province itself is recorded in it', () => {
  const acts = async () => {
    const rows = await office.db.selectFrom('act').selectAll().orderBy('id').execute()
    return rows.map(({ kind, subject, actor_id, at, changes_json }) => {
      expect(at).toBe(office.now)
      const who = Object.values(office.people).find(({ id }) => id === actor_id)?.name
      return `${who}: ${kind} ${subject} ${changes_json}`
    })
  }
  test('calendar, policy and milestones', async () => {
    await office.do(declareClosure, 'secretary', { from: '1405-04-21', to: '1405-04-21', name: 'گرما' })
    await office.do(withdrawClosure, 'leader', { date: '1405-04-21' })
    await office.do(defineMilestone, 'secretary', { name: 'پایان تیر', dueDate: '1405-04-31' })
    await office.do(setSlaPolicy, 'administrator', { rules: [], ladder: [], warnAtPercent: [50] })
    const closure = String.raw`"{\"date\":\"1405-04-21\",\"name\":\"گرما\",\"kind\":\"AD_HOC\"}"`
    const [declared, withdrawn, milestone, policy] = await acts()
    expect(declared).toBe(`secretary: CALENDAR  [{"field":"closures","before":null,"after":${closure}}]`)
    expect(withdrawn).toBe(`leader: CALENDAR  [{"field":"closures","before":${closure},"after":null}]`)
    expect(milestone).toMatch(
      /^secretary: MILESTONES {2}\[\{"field":"milestones","before":null,"after":".*1405-04-31/,
    )
    expect(policy).toMatch(
      /^administrator: POLICY .*"field":"warnAtPercent","before":"\[[\d,]+\]","after":"\[50\]"/,
    )
    expect((await verify()).fault).toBeNull()
  })
  test('people and passwords, whose words are not', async () => {
    const person = { email: 'new@golestan.example', name: 'نو', role: 'VIEWER', agencyCode: null } as const
    const { userId, temporaryPassword } = await office.do(createUser, 'administrator', person)
    await office.do(editUser, 'administrator', { id: userId, role: 'LEADER' })
    const reset = await office.do(resetPassword, 'administrator', userId)
    const [current, next] = ['گذرواژه‌ای درست', 'گذرواژه‌ای دیگر']
    await office.db
      .updateTable('user')
      .set({ password_hash: await hashPassword(current) })
      .where('id', '=', office.people.ict.id)
      .execute()
    await changePassword(office.db, office.people.ict, { current, next }, office.now, null)
    const told = await acts()
    expect(told).toEqual([
      expect.stringContaining(
        `administrator: PERSON ${userId} [{"field":"email","before":null,"after":"new@golestan.example"}`,
      ),
      `administrator: PERSON ${userId} [{"field":"role","before":"VIEWER","after":"LEADER"}]`,
      `administrator: PASSWORD ${userId} [{"field":"password","before":null,"after":"reset"}]`,
      `ict: PASSWORD ${office.people.ict.id} [{"field":"password","before":null,"after":"changed"}]`,
    ])
    for (const secret of [temporaryPassword, reset.temporaryPassword, current, next, '$argon2'])
      expect(told.join()).not.toContain(secret)
    expect((await verify()).fault).toBeNull()
  })
  test('agencies and services', async () => {
    await office.do(addAgency, 'administrator', {
      code: 'nou',
      nameFa: 'اداره نو',
      nameEn: 'New',
      kind: 'other',
      field: 'HEALTH',
    })
    await office.do(editAgency, 'secretary', { code: 'nou', stage: 'LOADED', stageReason: 'بارگذاری شد' })
    const service = {
      nameFa: 'خدمت نو',
      nameEn: 'New',
      audience: 'citizen',
      channel: 'both',
      inSingleWindow: true,
    }
    await office.do(addService, 'secretary', { code: 'nou-1', agencyCode: 'nou', ...service })
    await office.do(editService, 'secretary', { code: 'nou-1', channel: 'online' })
    const told = await acts()
    expect(told[0]).toContain('administrator: AGENCY nou [{"field":"province_id"')
    expect(told[1]).toBe('secretary: AGENCY nou [{"field":"stage","before":"NOT_LOADED","after":"LOADED"}]')
    expect(told[2]).toContain('secretary: SERVICE nou-1')
    expect(told[3]).toBe('secretary: SERVICE nou-1 [{"field":"channel","before":"both","after":"online"}]')
    expect((await verify()).fault).toBeNull()
    await sql`update act set changes_json = '[]' where id = 2`.execute(office.db)
    expect((await verify()).fault).toBe('act 2, or seal 2 over it, was changed')
  })
})

describe('the key', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'goshayesh-audit-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('is made at the first start beside the database, for nobody else to read', async () => {
    const file = join(folder, 'a.sqlite')
    const first = await Office.in(await openDatabaseAt(file))
    await first.inProgress()
    await first.close()
    expect(statSync(`${file}.key`).mode & 0o777).toBe(0o600)
    expect(readFileSync(`${file}.key`, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
    const again = await connect(file)
    expect((await verifyTrail(again, 1, null)).fault).toBeNull()
    await again.destroy()
  })
  test('must be the one that the trail was begun with', async () => {
    const file = join(folder, 'a.sqlite')
    const first = await Office.in(await openDatabaseAt(file))
    await first.inProgress()
    await first.close()
    unlinkSync(`${file}.key`)
    await expect(connect(file)).rejects.toThrow('begun with another key')
    expect(existsSync(`${file}.key`), 'none that fits nothing is left').toBe(false)
    await expect(connect(file, { auditKey: readAuditKey(file, 'x'.repeat(32)) })).rejects.toThrow(
      'another key',
    )
  })
  test('is that of the first start, though nothing has been recorded yet', async () => {
    const file = join(folder, 'a.sqlite')
    const db = await connect(file, { auditKey: readAuditKey(file, 'x'.repeat(32)) })
    await openInstallation(db)
    await db.destroy()
    await expect(connect(file)).rejects.toThrow('begun with another key')
    expect(readdirSync(folder).filter((name) => name.includes('.key'))).toEqual([])
  })
  test.each([
    ['empty', ''],
    ['cut off', 'ab'.repeat(31)],
    ['of something else', `${'ab'.repeat(31)}xy`],
  ])('is refused where its file is %s', async (_how, text) => {
    const file = join(folder, 'a.sqlite')
    writeFileSync(`${file}.key`, text)
    await expect(connect(file)).rejects.toThrow(`${file}.key is broken`)
  })
  test('is one for all processes that start at once', { timeout: 60_000 }, async () => {
    const script = `import { readAuditKey } from ${JSON.stringify(import.meta.resolve('../../server/src/database/auditKey.ts'))}
      console.log(readAuditKey(${JSON.stringify(join(folder, 'a.sqlite'))}).export().toString('hex'))`
    const run = promisify(execFile)
    const keys = await Promise.all(
      Array.from({ length: 3 }, () => run(process.execPath, ['--input-type=module', '-e', script])),
    )
    expect(new Set(keys.map(({ stdout }) => stdout)).size).toBe(1)
    expect(readdirSync(folder)).toEqual(['a.sqlite.key'])
  })
  test('that is given leaves no file', async () => {
    const file = join(folder, 'b.sqlite')
    const db = await connect(file, {
      auditKey: readAuditKey(file, 'a secret of the installation, kept elsewhere'),
    })
    await db.destroy()
    expect(existsSync(`${file}.key`)).toBe(false)
  })
})

describe('npm run verify-audit', () => {
  const script = join(import.meta.dirname, '..', '..', 'server', 'src', 'verifyAudit.ts')
  const run = (location: string, ...args: string[]) => {
    const key = isPostgresUrl(location) ? { AUDIT_KEY: TEST_AUDIT_KEY } : {}
    const env = { PATH: process.env['PATH'], DATABASE_URL: location, ...key }
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
      encoding: 'utf8',
      env,
    })
    return { status, text: stdout + stderr }
  }
  test('tells where the chain stands, and the first row that was tampered with', async () => {
    await office.inProgress()
    const sound = run(office.location)
    const anchor = /anchor (1:\d+:[\w-]{43})/.exec(sound.text)?.[1] ?? ''
    expect(sound).toEqual({ status: 0, text: `Golestan Province: sound\n  anchor ${anchor}\n` })
    await sql`update event set at = 0 where id = 2`.execute(office.db)
    expect(run(office.location, '--anchor', anchor)).toEqual({
      status: 1,
      text: expect.stringContaining('NOT SOUND: event 2, or seal 2 over it, was changed'),
    })
  }, 60_000)
})
