import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { changePassword } from '../../server/src/commands/changePassword.ts'
import { createUser } from '../../server/src/commands/createUser.ts'
import { editAgency } from '../../server/src/commands/editAgency.ts'
import { editUser, type EditUserInput } from '../../server/src/commands/editUser.ts'
import { resetPassword } from '../../server/src/commands/resetPassword.ts'
import { signIn } from '../../server/src/commands/signIn.ts'
import { viewerOf } from '../../server/src/queries/viewerOf.ts'
import { Office, refusalOf } from '../helpers/office.ts'
import { createWorld } from '../helpers/world.ts'

const noCode = { path: 'input.code', text: null, deviceNow: 0 }
let office: Office
beforeEach(async () => {
  office = await Office.open()
})
afterEach(() => office.close())

const email = 'new@golestan.example'
const account = { email, name: 'کاربر تازه', role: 'OFFICIAL' as const, agencyCode: 'ict' }
const create = (given = {}) => office.do(createUser, 'administrator', { ...account, ...given })
const edit = (input: EditUserInput) => office.do(editUser, 'administrator', input)
const reset = (id: number) => resetPassword(office.store, office.people.administrator, id, office.now)
const door = { userAgent: undefined, token: null }
const enterAs = (address: string, password: string) =>
  signIn(office.db, { email: address, password, code: noCode }, office.now, door)
const enter = (password: string) => enterAs(email, password)
const viewer = (token: string) => viewerOf(office.db, token, office.now)

describe('a new account', () => {
  test('signs in with the password told once', async () => {
    const { userId, temporaryPassword } = await create()
    // Nothing that looks like another letter, for the phone.
    expect(temporaryPassword).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$/)
    const { actor } = await enter(temporaryPassword)
    expect(actor).toMatchObject({ id: userId, role: 'OFFICIAL', agencyCode: 'ict' })
  })

  it.each([
    ['an address taken', { email: 'ICT@golestan.example ' }, 'input.email TAKEN'],
    ['no address', { email: 'someone' }, 'input.email BAD_VALUE'],
    ['an address in Persian letters', { email: 'علی@golestan.example' }, 'input.email NOT_LATIN'],
    ['an address at a domain in Persian letters', { email: 'ali@گلستان.ایران' }, 'input.email NOT_LATIN'],
    ['an address with a half-space', { email: 'al\u200ci@golestan.example' }, 'input.email NOT_LATIN'],
    ['one taken but for the digits', { email: 'DESK۱٢@golestan.example' }, 'input.email TAKEN'],
    ['no name', { name: ' ' }, 'input.name REQUIRED'],
    ['a name without end', { name: 'ن'.repeat(201) }, 'input.name TOO_LONG'],
    ['an official without an agency', { agencyCode: null }, 'input.agencyCode REQUIRED'],
    ['an unknown agency', { agencyCode: 'nope' }, 'input.agencyCode UNKNOWN'],
    ['a leader of an agency', { role: 'LEADER' }, 'input.agencyCode BAD_VALUE'],
  ])('%s is refused', async (_, given, refusal) => {
    await create({ email: 'desk12@golestan.example' })
    expect(await refusalOf(create(given))).toBe(`INVALID ${refusal}`)
    expect((await office.db.selectFrom('user').select('id').execute()).length).toBe(8)
  })
})

test('digits of an address are the same in Persian, at the making of an account and at the door', async () => {
  const { userId, temporaryPassword } = await create({ email: ' Desk۱۲@Golestan.example' })
  expect(await userOf(userId)).toMatchObject({ email: 'desk12@golestan.example' })
  for (const typed of ['desk12@golestan.example', 'desk۱۲@golestan.example', 'DESK١٢@golestan.example'])
    await enterAs(typed, temporaryPassword)
})

test('an account that was made with Persian digits in its address before is entered by them still', async () => {
  const { userId, temporaryPassword } = await create()
  const old = { email: 'desk۱۲@golestan.example' }
  await office.db.updateTable('user').set(old).where('id', '=', userId).execute()
  await enterAs(old.email, temporaryPassword)
})

describe('editing an account', () => {
  test('what is left out stays', async () => {
    await edit({ id: office.people.ict.id, name: 'نام نو' })
    expect(await userOf(office.people.ict.id)).toMatchObject({
      name: 'نام نو',
      role: 'OFFICIAL',
      agency_code: 'ict',
    })
  })

  test('whoever is no official any more has no agency', async () => {
    await edit({ id: office.people.ict.id, role: 'VIEWER' })
    expect(await userOf(office.people.ict.id)).toMatchObject({ role: 'VIEWER', agency_code: null })
    expect(await refusalOf(edit({ id: office.people.ict.id, role: 'OFFICIAL' }))).toBe(
      'INVALID input.agencyCode REQUIRED',
    )
  })

  test('a change of role holds at the next request', async () => {
    const { userId, temporaryPassword } = await create()
    const { token } = await enter(temporaryPassword)
    await edit({ id: userId, role: 'SECRETARY' })
    expect(await viewer(token)).toMatchObject({ role: 'SECRETARY', agencyCode: null })
  })

  test('suspending ends the sessions and shuts the door; it can be undone', async () => {
    const { userId, temporaryPassword } = await create()
    const { token } = await enter(temporaryPassword)
    await edit({ id: userId, suspended: true })
    expect(await viewer(token)).toBeNull()
    expect(await office.db.selectFrom('session').selectAll().execute()).toEqual([])
    expect(await refusalOf(enter(temporaryPassword))).toBe('UNAUTHENTICATED')
    await edit({ id: userId, suspended: false })
    expect(await viewer(token)).toBeNull()
    await enter(temporaryPassword)
  })

  it('the first account of an agency is its focal point, the next one is not', async () => {
    const { userId } = await create({ agencyCode: 'sabt' })
    expect(await focalPoint('sabt')).toBe(userId)
    await create({ email: 'second@golestan.example', agencyCode: 'sabt' })
    expect(await focalPoint('sabt')).toBe(userId)
  })

  it.each([
    ['suspended', { suspended: true }],
    ['moved to another agency', { agencyCode: 'sabt' }],
    ['a leader now', { role: 'LEADER' as const }],
  ])('a focal point that is %s is one no more', async (_, change) => {
    await office.do(editAgency, 'secretary', { code: 'ict', focalPointId: office.people.ict.id })
    await edit({ id: office.people.ict.id, name: 'نام نو' })
    expect(await focalPoint('ict')).toBe(office.people.ict.id)
    await edit({ id: office.people.ict.id, ...change })
    expect(await focalPoint('ict')).toBeNull()
  })

  it.each([
    ['suspends', { suspended: true }, 'input.suspended'],
    ['demotes', { role: 'VIEWER' as const }, 'input.role'],
  ])('nobody %s himself', async (_, change, path) => {
    await create({ role: 'ADMINISTRATOR', agencyCode: null })
    expect(await refusalOf(edit({ id: office.people.administrator.id, ...change }))).toBe(
      `INVALID ${path} OWN_ACCOUNT`,
    )
  })

  it.each([
    ['suspended', { suspended: true }, 'input.suspended'],
    ['demoted', { role: 'VIEWER' as const }, 'input.role'],
  ])(
    'the last active administrator is not %s, even by one who was it a moment ago',
    async (_, change, path) => {
      const { userId } = await create({ role: 'ADMINISTRATOR', agencyCode: null })
      await edit({ id: userId, suspended: true })
      const late = { ...office.people.administrator, id: userId }
      const input = { id: office.people.administrator.id, ...change }
      expect(await refusalOf(editUser(office.store, late, input, office.now))).toBe(
        `INVALID ${path} LAST_ADMINISTRATOR`,
      )
      await edit({ id: userId, suspended: false })
      await editUser(office.store, late, input, office.now)
    },
  )

  test('who is not there is not found', async () => {
    expect(await refusalOf(edit({ id: 999, name: 'کسی' }))).toBe('NOT_FOUND')
    expect(await refusalOf(reset(999))).toBe('NOT_FOUND')
  })
})

describe('resetting a password', () => {
  test('ends sessions and waits, and the old one is gone', async () => {
    const { userId, temporaryPassword: old } = await create()
    const { token } = await enter(old)
    for (let guess = 0; guess < 6; guess++) await refusalOf(enter('wrong'))
    const { temporaryPassword } = await reset(userId)
    expect(await viewer(token)).toBeNull()
    await enter(temporaryPassword)
    expect(await refusalOf(enter(old))).toBe('UNAUTHENTICATED')
  })

  test('is for the passwords of others', async () => {
    expect(await refusalOf(reset(office.people.administrator.id))).toBe('INVALID id OWN_ACCOUNT')
  })
})

describe('a password that was made for somebody', () => {
  const WEEK = 7 * 86_400_000
  test('works for a week, and its sessions no longer', async () => {
    const { temporaryPassword } = await create()
    const made = office.now
    office.now = made + WEEK - 1
    const { token } = await enter(temporaryPassword)
    expect(await viewer(token)).not.toBeNull()
    office.now = made + WEEK
    expect(await viewer(token)).toBeNull()
    expect(await refusalOf(enter(temporaryPassword))).toBe('UNAUTHENTICATED')
  })

  test('and then another one, after which nothing ends', async () => {
    const { userId } = await create()
    office.now += WEEK
    const { temporaryPassword: current } = await reset(userId)
    const { actor } = await enter(current)
    const next = 'باران در کوچه‌باغ'
    await changePassword(office.db, actor, { current, next }, office.now, null)
    office.now += 100 * WEEK
    await enter(next)
  })
})

describe('changing the own password', () => {
  test('ends the other sessions and no other', async () => {
    const { temporaryPassword: old } = await create()
    const { actor, token } = await enter(old)
    const { token: other } = await enter(old)
    const next = 'باران در کوچه‌باغ'
    await changePassword(office.db, actor, { current: old, next }, office.now, token)
    expect(await viewer(token)).not.toBeNull()
    expect(await viewer(other)).toBeNull()
    expect(await refusalOf(enter(old))).toBe('UNAUTHENTICATED')
    await enter(next)
  })

  test('a wrong guess counts as one at signing in', async () => {
    const { temporaryPassword: old } = await create()
    const { actor, token } = await enter(old)
    const change = (current: string) =>
      refusalOf(
        changePassword(office.db, actor, { current, next: 'rain on the garden wall' }, office.now, token),
      )
    for (let guess = 0; guess < 5; guess++) {
      expect(await change('wrong')).toBe('INVALID input.current WRONG_PASSWORD')
    }
    expect(await change(old)).toBe('TOO_MANY')
    expect(await refusalOf(enter(old))).toBe('TOO_MANY')
  })

  it.each([
    ['nine characters', '123456789', 'TOO_SHORT'],
    ['more than anybody types', 'x'.repeat(201), 'TOO_LONG'],
    ['the present one', 'the present one', 'SAME'],
    ['one of the commonest', 'Basketball', 'KNOWN_PASSWORD'],
    ['the province in Persian', 'استان گلستان ۵', 'KNOWN_PASSWORD'],
    ['the own name', 'Rahimi.1370', 'KNOWN_PASSWORD'],
    ['the own address', 'm.karimzadeh77', 'KNOWN_PASSWORD'],
  ])('%s: refused', async (_, next, rule) => {
    const own = { name: 'Maryam Rahimi', email: 'm.karimzadeh@golestan.example' }
    await office.db.updateTable('user').set(own).where('id', '=', office.people.ict.id).execute()
    const input = { current: 'the present one', next }
    const work = changePassword(office.db, office.people.ict, input, office.now, null)
    expect(await refusalOf(work)).toBe(`INVALID input.next ${rule}`)
  })
})

test('who is suspended is listed where that is asked for, and told to those who may know', async () => {
  const world = await createWorld()
  interface People {
    people: { name: string; suspended: boolean }[]
  }
  const log =
    'mutation { logObstacle(input: { title: "کندی سامانه", subjectKind: SINGLE_WINDOW, category: SOFTWARE, severity: LOW }) { obstacle { id } } }'
  await world.ask('secretary', log)
  await world.ask(
    'secretary',
    'mutation { assignObstacle(input: { id: 1, ownerId: 5 }) { obstacle { id } } }',
  )
  await world.ask(
    'administrator',
    'mutation { editUser(input: { id: 5, suspended: true }) { user { suspended } } }',
  )
  const active = await world.ask<People>('leader', '{ people { name suspended } }')
  expect(active.people.map(({ name }) => name)).not.toContain('official')
  const all = await world.ask<People>('leader', '{ people(includeSuspended: true) { name suspended } }')
  expect(all.people.filter(({ suspended }) => suspended).map(({ name }) => name)).toEqual(['official'])
  const owner = '{ obstacle(id: "1") { owner { name suspended } } }'
  const answers = [await world.ask('neighbour', owner), await world.ask('secretary', owner)]
  expect(answers).toMatchObject([
    { obstacle: { owner: { suspended: false } } },
    { obstacle: { owner: { suspended: true } } },
  ])
  await world.close()
})

test('people are found by role and by agency, however many others there are', async () => {
  const world = await createWorld()
  const names = async (args: string) =>
    (await world.ask<{ people: { name: string }[] }>('viewer', `{ people(${args}) { name } }`)).people
  for (let n = 0; n < 30; n++)
    await world.ask(
      'administrator',
      `mutation { createUser(input: { email: "a${n}@golestan.example", name: "آ ${n}", role: OFFICIAL, agencyCode: "sabt" }) { user { id } } }`,
    )
  expect(await names('roles: [SECRETARY, ADMINISTRATOR]')).toEqual([
    { name: 'administrator' },
    { name: 'secretary' },
  ])
  expect(await names('agencyCode: "gaz", roles: [OFFICIAL]')).toContainEqual({ name: 'official' })
  expect(await names('agencyCode: "gaz", search: "a7@"')).toEqual([])
  expect(await names('roles: []')).toEqual([])
  await world.close()
})

function userOf(id: number) {
  return office.db.selectFrom('user').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

async function focalPoint(code: string): Promise<number | null> {
  const agency = await office.db
    .selectFrom('agency')
    .select('focal_point_id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow()
  return agency.focal_point_id
}
