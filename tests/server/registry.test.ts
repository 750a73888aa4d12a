import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { editUser } from '../../server/src/commands/editUser.ts'
import { expectSameCost } from '../helpers/expectSameCost.ts'
import { createWorld, type World } from '../helpers/world.ts'
import { Office } from '../helpers/office.ts'

let world: World
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.close())

const agency = {
  code: 'shahrak',
  nameFa: 'شهرک‌هاي صنعتي',
  nameEn: 'Industrial Parks',
  kind: 'company',
  field: 'ECONOMY',
}
const service = {
  code: 'gaz-10',
  agencyCode: 'gaz',
  nameFa: 'انشعاب دوم',
  nameEn: 'Second connection',
  audience: 'investor',
  channel: 'online',
  inSingleWindow: true,
}
const documents = {
  addAgency:
    'mutation ($input: AddAgencyInput!) { addAgency(input: $input) { agency { code nameFa kind field stage focalPoint { id } stageChanges { reason } services { code } } } }',
  editAgency:
    'mutation ($input: EditAgencyInput!) { editAgency(input: $input) { agency { code nameFa nameEn kind field stage focalPoint { name } stageChanges { before after reason at by { name } } } } }',
  addService:
    'mutation ($input: AddServiceInput!) { addService(input: $input) { service { code name agency { code } audience channel inSingleWindow } } }',
  editService:
    'mutation ($input: EditServiceInput!) { editService(input: $input) { service { code name agency { code } audience channel inSingleWindow } } }',
}
type Operation = keyof typeof documents

async function change(operation: Operation, input: object) {
  const answer = await world.ask<Record<string, Record<string, object>>>('secretary', documents[operation], {
    input,
  })
  return Object.values(answer[operation] ?? {})[0]
}

describe('an agency', () => {
  test('is added in good Persian, not loaded yet', async () => {
    expect(await change('addAgency', agency)).toEqual({
      code: 'shahrak',
      nameFa: 'شهرک‌های صنعتی',
      kind: 'company',
      field: 'ECONOMY',
      stage: 'NOT_LOADED',
      focalPoint: null,
      stageChanges: [],
      services: [],
    })
  })

  test('keeps what is left out', async () => {
    const edited = await change('editAgency', { code: 'gaz', nameFa: 'شرکت گاز استان' })
    expect(edited).toMatchObject({ nameFa: 'شرکت گاز استان', nameEn: 'Gas Company', stage: 'OPERATING' })
  })

  test('tells every change of its stage, the newest first', async () => {
    await change('editAgency', { code: 'sabt', stage: 'PILOT', stageReason: 'آغاز آزمایش' })
    world.clock.set('1405-04-21 09:00')
    const reason = 'پایان آزمایش'
    expect(
      await change('editAgency', { code: 'sabt', stage: 'OPERATING', stageReason: reason }),
    ).toMatchObject({
      stage: 'OPERATING',
      stageChanges: [
        {
          before: 'PILOT',
          after: 'OPERATING',
          reason,
          at: '2026-07-12T05:30:00.000Z',
          by: { name: 'secretary' },
        },
        { before: 'LOADED', after: 'PILOT', reason: 'آغاز آزمایش' },
      ],
    })
  })

  test('the same stage again is no change', async () => {
    expect(await change('editAgency', { code: 'sabt', stage: 'LOADED' })).toMatchObject({ stageChanges: [] })
  })

  test('has a focal point of its own, or none', async () => {
    const focalPointId = String(world.actor('official').id)
    expect(await change('editAgency', { code: 'gaz', focalPointId })).toMatchObject({
      focalPoint: { name: 'official' },
    })
    expect(await change('editAgency', { code: 'gaz', field: 'UTILITIES' })).toMatchObject({
      focalPoint: { name: 'official' },
    })
    expect(await change('editAgency', { code: 'gaz', focalPointId: null })).toMatchObject({
      focalPoint: null,
    })
  })

  test('whoever is suspended is no focal point', async () => {
    const { id } = world.actor('official')
    await editUser(world.store, world.actor('administrator'), { id, suspended: true }, world.clock.now)
    expect(await refused('editAgency', { code: 'gaz', focalPointId: String(id) })).toBe(
      'INVALID input.focalPointId UNKNOWN',
    )
  })

  test('a list of them costs the same, however many there are', async () => {
    const list = '{ agencies { field focalPoint { name } stageChanges { reason by { name } } } }'
    const count = async () => {
      world.statements.length = 0
      await world.ask('viewer', list)
      return [...world.statements]
    }
    await change('editAgency', { code: 'sabt', stage: 'PILOT', stageReason: 'آغاز آزمایش' })
    const few = await count()
    for (let n = 0; n < 20; n++) {
      await change('addAgency', { ...agency, code: `new-${n}`, nameFa: `شهرک ${n}` })
      await change('editAgency', { code: `new-${n}`, stage: 'LOADED', stageReason: 'بارگذاری شد' })
    }
    expectSameCost(await count(), few)
  })
})

describe('a service', () => {
  test('is added and edited', async () => {
    expect(await change('addService', service)).toMatchObject({ code: 'gaz-10', agency: { code: 'gaz' } })
    expect(await change('editService', { code: 'gaz-10', inSingleWindow: false })).toEqual({
      code: 'gaz-10',
      name: 'انشعاب دوم',
      agency: { code: 'gaz' },
      audience: 'investor',
      channel: 'online',
      inSingleWindow: false,
    })
  })

  test('of the same code may be another in another province', async () => {
    expect(await change('addService', { ...service, code: 'gaz-09' })).toMatchObject({ code: 'gaz-09' })
  })
})

describe('refused', () => {
  it.each<[string, Operation, object, string]>([
    ['a code taken', 'addAgency', { ...agency, code: 'gaz' }, 'INVALID input.code TAKEN'],
    ['a code in Persian', 'addAgency', { ...agency, code: 'گاز' }, 'INVALID input.code BAD_CODE'],
    ['a code with a slash', 'addAgency', { ...agency, code: 'a/b' }, 'INVALID input.code BAD_CODE'],
    ['a code of capitals', 'addAgency', { ...agency, code: 'GAZ' }, 'INVALID input.code BAD_CODE'],
    ['no code', 'addAgency', { ...agency, code: ' ' }, 'INVALID input.code REQUIRED'],
    ['a code without end', 'addAgency', { ...agency, code: 'a'.repeat(61) }, 'INVALID input.code TOO_LONG'],
    ['NUL in a code', 'addAgency', { ...agency, code: 'a\u0000b' }, 'INVALID input.code BAD_CHARACTER'],
    ['an unknown kind', 'addAgency', { ...agency, kind: 'club' }, 'INVALID input.kind BAD_VALUE'],
    ['an unknown field', 'addAgency', { ...agency, field: 'MAGIC' }, 'INVALID input.field BAD_VALUE'],
    ['no name', 'addAgency', { ...agency, nameFa: '' }, 'INVALID input.nameFa REQUIRED'],
    [
      'the name of another agency, written otherwise',
      'addAgency',
      { ...agency, nameFa: 'اداره كل  ثبت اسناد و املاک' },
      'INVALID input.nameFa TAKEN',
    ],
    [
      'the name of another agency',
      'editAgency',
      { code: 'gaz', nameFa: 'اداره کل ثبت اسناد و املاک' },
      'INVALID input.nameFa TAKEN',
    ],
    ['an unknown agency', 'editAgency', { code: 'nope', nameFa: 'نام' }, 'NOT_FOUND'],
    [
      'a stage without a reason',
      'editAgency',
      { code: 'sabt', stage: 'PILOT' },
      'INVALID input.stageReason REQUIRED',
    ],
    [
      'a focal point of another agency',
      'editAgency',
      { code: 'sabt', focalPointId: '5' },
      'INVALID input.focalPointId NOT_ALLOWED',
    ],
    [
      'a focal point of another province',
      'editAgency',
      { code: 'sabt', focalPointId: '7' },
      'INVALID input.focalPointId UNKNOWN',
    ],
    [
      'a focal point that is no id',
      'editAgency',
      { code: 'sabt', focalPointId: 'x' },
      'INVALID input.focalPointId UNKNOWN',
    ],
    ['a service code taken', 'addService', { ...service, code: 'gaz-01' }, 'INVALID input.code TAKEN'],
    [
      'a service of nobody',
      'addService',
      { ...service, agencyCode: 'x' },
      'INVALID input.agencyCode UNKNOWN',
    ],
    ['no audience', 'addService', { ...service, audience: 'x' }, 'INVALID input.audience BAD_VALUE'],
    ['no channel', 'editService', { code: 'gaz-01', channel: 'fax' }, 'INVALID input.channel BAD_VALUE'],
    ["another province's service", 'editService', { code: 'gaz-09', channel: 'both' }, 'NOT_FOUND'],
  ])('%s', async (_, operation, input, refusal) => {
    const before = await everything()
    expect(await refused(operation, input)).toBe(refusal)
    expect(await everything()).toEqual(before)
  })
})

test('a new installation knows the field of each of its 70 agencies', async () => {
  const office = await Office.open()
  const rows = await office.db
    .selectFrom('agency')
    .select((eb) => ['field', eb.fn.countAll<number>().as('count')])
    .groupBy('field')
    .orderBy('field')
    .execute()
  await office.close()
  expect(rows.map(({ field, count }) => `${field} ${count}`)).toEqual([
    'AGRICULTURE 9',
    'CULTURE 12',
    'ECONOMY 13',
    'GOVERNANCE 9',
    'HEALTH 9',
    'LAND_AND_TRANSPORT 10',
    'UTILITIES 8',
  ])
})

async function refused(operation: Operation, input: object): Promise<string> {
  const { errors } = await world.execute('secretary', documents[operation], { input })
  const { code, fields = [] } = (errors[0]?.extensions ?? {}) as {
    code?: string
    fields?: { path: string; rule: string }[]
  }
  return [code, ...fields.map(({ path, rule }) => `${path} ${rule}`)].join(' ')
}

async function everything() {
  const { db } = world
  return [
    await db.selectFrom('agency').selectAll().execute(),
    await db.selectFrom('service').selectAll().execute(),
    await db.selectFrom('stage_change').selectAll().execute(),
  ]
}
