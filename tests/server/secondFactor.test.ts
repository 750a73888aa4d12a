import { TOTP } from 'otpauth'
import { afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { beginSecondFactor } from '../../server/src/commands/beginSecondFactor.ts'
import { confirmSecondFactor } from '../../server/src/commands/confirmSecondFactor.ts'
import { endSecondFactor } from '../../server/src/commands/endSecondFactor.ts'
import { hashPassword } from '../../server/src/commands/provePassword.ts'
import { resetSecondFactor } from '../../server/src/commands/resetSecondFactor.ts'
import { signIn } from '../../server/src/commands/signIn.ts'
import { stepOfCode } from '../../server/src/commands/stepOfCode.ts'
import { hideSecret, revealSecret } from '../../server/src/database/secrets.ts'
import { verifyTrail } from '../../server/src/queries/verifyTrail.ts'
import { viewerOf } from '../../server/src/queries/viewerOf.ts'
import { MINUTE } from '../helpers/calendars.ts'
import { Office, refusalOf } from '../helpers/office.ts'
import { createWorld } from '../helpers/world.ts'

const STEP = 30_000
const email = 'ict@golestan.example'
const password = 'باران در کوچه‌باغ'
const wrong = '000000'
let hash: string
let office: Office
beforeAll(async () => {
  hash = await hashPassword(password)
})
beforeEach(async () => {
  office = await Office.open()
  await office.db.updateTable('user').set({ password_hash: hash }).where('email', '=', email).execute()
})
afterEach(() => office.close())

const given = (text: string | null, path = 'code') => ({ path, text, deviceNow: office.now })
const door = { userAgent: undefined, token: null }
const enter = (code: string | null = null, word = password) =>
  signIn(office.db, { email, password: word, code: given(code, 'input.code') }, office.now, door)
const answer = (code: string | null = null, word = password) =>
  enter(code, word).then(
    () => 'in',
    (reason: unknown) => refusalOf(Promise.reject(reason)),
  )
const viewer = (token: string) => viewerOf(office.db, token, office.now)
const begin = (word = password) => beginSecondFactor(office.db, office.people.ict, word, office.now)
const confirm = (code: string, token: string | null = null) =>
  confirmSecondFactor(office.db, office.people.ict, given(code), office.now, token)
const end = (word: string, code: string, token: string | null = null) =>
  endSecondFactor(office.db, office.people.ict, { password: word, code: given(code) }, office.now, token)
const reset = (id: number) => resetSecondFactor(office.store, office.people.administrator, id, office.now)

/** What the device shows, so many steps from now. */
function codeOf(secret: string, steps = 0): string {
  return new TOTP({ secret }).generate({ timestamp: office.now + steps * STEP })
}

/** On, with the clock a few steps on, so that no code has been taken that is of now. */
async function turnOn(token: string | null = null) {
  const { secret, uri } = await begin()
  const codes = await confirm(codeOf(secret), token)
  office.now += 5 * STEP
  return { secret, uri, codes }
}

describe('a code of the moment', () => {
  // RFC 6238, appendix B: its secret in base 32, its codes cut to six digits.
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at %i s is %s', (seconds, code) => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    const step = Math.floor(seconds / 30)
    for (const [off, found] of [
      [-2, null],
      [-1, step],
      [0, step],
      [1, step],
      [2, null],
    ] as const)
      expect(stepOfCode(secret, code, (seconds + off * 30) * 1_000)).toBe(found)
  })
  it.each(['', '1', '28708', '2870820', 'abcdef', '28 082'])('is not "%s"', (code) => {
    expect(stepOfCode('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', code, 59_000)).toBeNull()
  })
})

describe('turning it on', () => {
  test('takes the password and a right code; until then signing in asks for none', async () => {
    expect(await refusalOf(begin('wrong'))).toBe('INVALID password WRONG_PASSWORD')
    const { secret, uri } = await begin()
    expect(uri).toContain(`secret=${secret}`)
    expect(uri).toMatch(/^otpauth:\/\/totp\/Goshayesh:ict%40golestan\.example\?/)
    expect(await answer()).toBe('in')
    expect(await refusalOf(confirm(wrong))).toBe('INVALID code WRONG_CODE')
    expect(await answer()).toBe('in')
    await confirm(codeOf(secret))
    expect(await answer()).toBe('INVALID input.code REQUIRED')
  })
  test('begun anew, the secret before is worth nothing', async () => {
    const first = await begin()
    const second = await begin()
    expect(await refusalOf(confirm(codeOf(first.secret)))).toBe('INVALID code WRONG_CODE')
    await confirm(codeOf(second.secret))
  })
  test('ends the sessions elsewhere and no other', async () => {
    const [here, elsewhere] = [await enter(), await enter()]
    await turnOn(here.token)
    expect(await viewer(here.token)).not.toBeNull()
    expect(await viewer(elsewhere.token)).toBeNull()
  })
  test('happens once', async () => {
    expect(await refusalOf(confirm(wrong))).toBe('NOT_ALLOWED_NOW')
    const { secret } = await turnOn()
    expect(await refusalOf(confirm(codeOf(secret)))).toBe('NOT_ALLOWED_NOW')
    expect(await refusalOf(begin())).toBe('NOT_ALLOWED_NOW')
    expect(await answer(codeOf(secret))).toBe('in')
  })
})

describe('signing in', () => {
  test('takes a code one step early or late, as it was typed', async () => {
    const { secret } = await turnOn()
    expect(await answer(codeOf(secret, -2))).toBe('INVALID input.code WRONG_CODE')
    expect(await answer(codeOf(secret, 2))).toBe('INVALID input.code WRONG_CODE')
    expect(await answer(codeOf(secret, -1))).toBe('in')
    const persian = codeOf(secret).replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? '')
    expect(await answer(` ${persian.slice(0, 3)} ${persian.slice(3)}`)).toBe('in')
    expect(await answer(codeOf(secret, 1))).toBe('in')
  })
  test('takes each code once, and none older than the last', async () => {
    const { secret } = await turnOn()
    expect(await answer(codeOf(secret))).toBe('in')
    expect(await answer(codeOf(secret))).toBe('INVALID input.code WRONG_CODE')
    expect(await answer(codeOf(secret, -1))).toBe('INVALID input.code WRONG_CODE')
  })
  test('with one code at several places at once, one is let in', async () => {
    const { secret } = await turnOn()
    const answers = await Promise.all(Array.from({ length: 4 }, () => answer(codeOf(secret))))
    expect(answers.filter((one) => one === 'in')).toHaveLength(1)
  })
  test('the code that turned it on opens nothing', async () => {
    const { secret } = await begin()
    await confirm(codeOf(secret))
    expect(await answer(codeOf(secret))).toBe('INVALID input.code WRONG_CODE')
  })
  test('tells nothing of it to who has not the password', async () => {
    const { secret } = await turnOn()
    for (const code of [null, wrong, codeOf(secret)])
      expect(await answer(code, 'wrong')).toBe('UNAUTHENTICATED')
    expect(await answer(codeOf(secret))).toBe('in')
  })
  test('is locked by wrong codes as by wrong passwords, for a right one too', async () => {
    const { secret, codes } = await turnOn()
    for (let n = 0; n < 5; n++) expect(await answer(wrong)).toBe('INVALID input.code WRONG_CODE')
    expect(await answer(codeOf(secret))).toBe('TOO_MANY')
    expect(await answer(codes[0])).toBe('TOO_MANY')
    office.now += MINUTE
    expect(await answer(codeOf(secret))).toBe('in')
  })
  test('the password alone does not lift the lock', async () => {
    await turnOn()
    for (let n = 0; n < 5; n++) {
      expect(await answer(wrong)).toBe('INVALID input.code WRONG_CODE')
      if (n < 4) expect(await answer()).toBe('INVALID input.code REQUIRED')
    }
    expect(await answer()).toBe('TOO_MANY')
  })
})

describe('a recovery code', () => {
  test('lets in once, however it is typed', async () => {
    const { codes } = await turnOn()
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^([a-z2-7]{6}-){3}[a-z2-7]{6}$/)
    const [first = '', second = ''] = codes
    expect(await answer(first)).toBe('in')
    expect(await answer(first)).toBe('INVALID input.code WRONG_CODE')
    const typed = second.toUpperCase().replaceAll('-', ' ').replaceAll('O', '0').replaceAll('L', '1')
    expect(await answer(typed)).toBe('in')
  })
  test('of somebody else, or of what was turned off, does not', async () => {
    const { secret, codes } = await turnOn()
    await end(password, codeOf(secret))
    await turnOn()
    expect(await answer(codes[0])).toBe('INVALID input.code WRONG_CODE')
  })
})

describe('turning it off', () => {
  test('takes the password and a code; ends the sessions elsewhere', async () => {
    const { secret } = await turnOn()
    const [here, elsewhere] = [await enter(codeOf(secret)), await enter(codeOf(secret, 1))]
    office.now += 2 * STEP
    expect(await refusalOf(end('wrong', codeOf(secret)))).toBe('INVALID password WRONG_PASSWORD')
    expect(await refusalOf(end(password, wrong))).toBe('INVALID code WRONG_CODE')
    expect(await refusalOf(end(password, ' '))).toBe('INVALID code REQUIRED')
    await end(password, codeOf(secret), here.token)
    expect(await viewer(here.token)).not.toBeNull()
    expect(await viewer(elsewhere.token)).toBeNull()
    expect(await answer()).toBe('in')
    expect(await refusalOf(end(password, codeOf(secret)))).toBe('NOT_ALLOWED_NOW')
  })
  test('counts wrong codes as wrong guesses', async () => {
    const { secret } = await turnOn()
    for (let n = 0; n < 5; n++) await refusalOf(end(password, wrong))
    expect(await refusalOf(end(password, codeOf(secret)))).toBe('TOO_MANY')
    expect(await answer(codeOf(secret))).toBe('TOO_MANY')
  })
  test('by a recovery code', async () => {
    const { codes } = await turnOn()
    await end(password, codes[0] ?? '')
    expect(await answer()).toBe('in')
  })
  test('by an administrator, for somebody else; ends the sessions', async () => {
    const { secret } = await turnOn()
    const { token } = await enter(codeOf(secret))
    expect(await refusalOf(reset(office.people.administrator.id))).toBe('INVALID id OWN_ACCOUNT')
    expect(await refusalOf(reset(999))).toBe('NOT_FOUND')
    await reset(office.people.ict.id)
    expect(await viewer(token)).toBeNull()
    expect(await answer()).toBe('in')
    await turnOn()
    expect(await answer()).toBe('INVALID input.code REQUIRED')
  })
})

test('what happened is in the audit trail, and no secret', async () => {
  const { secret, codes } = await turnOn()
  await enter(codeOf(secret))
  await enter(codes[0])
  await end(password, codes[1] ?? '')
  await enter()
  await turnOn()
  await reset(office.people.ict.id)
  await reset(office.people.ict.id)
  const acts = await office.db.selectFrom('act').selectAll().orderBy('id').execute()
  const told = acts.map(({ kind, subject, actor_id, changes_json }) => {
    expect(subject).toBe(String(office.people.ict.id))
    const [{ before, after }] = JSON.parse(changes_json)
    return `${actor_id === office.people.ict.id ? 'self' : 'administrator'}: ${kind} ${before} ${after}`
  })
  expect(told).toEqual([
    'self: SECOND_FACTOR off on',
    'self: SIGN_IN null CODE',
    'self: SIGN_IN null RECOVERY_CODE',
    'self: SECOND_FACTOR on off',
    'self: SIGN_IN null PASSWORD',
    'self: SECOND_FACTOR off on',
    'administrator: SECOND_FACTOR on off',
  ])
  expect(JSON.stringify(acts)).not.toContain(secret)
  expect(JSON.stringify(acts)).not.toContain(codes[0])
  expect((await verifyTrail(office.db, office.people.ict.provinceId, null)).fault).toBeNull()
})

test('the database alone gives nothing away', async () => {
  const { secret, codes } = await turnOn()
  const kept = JSON.stringify([
    await office.db.selectFrom('second_factor').selectAll().execute(),
    await office.db.selectFrom('recovery_code').selectAll().execute(),
  ])
  for (const told of [secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))])
    expect(kept).not.toContain(told)
  const hidden = hideSecret(office.db, 'me', secret)
  expect(hideSecret(office.db, 'me', secret)).not.toBe(hidden)
  expect(revealSecret(office.db, 'me', hidden)).toBe(secret)
  expect(() => revealSecret(office.db, 'you', hidden)).toThrow()
  const torn = Buffer.from(hidden, 'base64url')
  torn[20] = (torn[20] ?? 0) ^ 1
  expect(() => revealSecret(office.db, 'me', torn.toString('base64url'))).toThrow()
})

test('who has it on, and whose password is temporary, is told to oneself and to administrators', async () => {
  const world = await createWorld()
  const { id, provinceId } = world.actor('official')
  const on = { user_id: id, province_id: provinceId, secret: 'x', begun_at: 0, confirmed_at: 0, last_step: 0 }
  const { id: secretary } = world.actor('secretary')
  await world.db
    .insertInto('second_factor')
    .values([on, { ...on, user_id: secretary, confirmed_at: null }])
    .execute()
  await world.db.updateTable('user').set({ password_expires_at: 1 }).where('id', '=', id).execute()
  const told = async (who: 'administrator' | 'secretary' | 'leader' | 'official') => {
    const { people } = await world.ask<{
      people: { name: string; secondFactor: boolean; passwordExpiresAt: string | null }[]
    }>(who, '{ people { name secondFactor passwordExpiresAt } }')
    const isOn = people.filter(({ secondFactor }) => secondFactor)
    expect(people.filter(({ passwordExpiresAt }) => passwordExpiresAt !== null)).toEqual(isOn)
    return isOn.map(({ name }) => name)
  }
  expect(await told('administrator')).toEqual(['official'])
  expect(await told('official')).toEqual(['official'])
  expect(await told('secretary')).toEqual([])
  expect(await told('leader')).toEqual([])
  await world.close()
})
