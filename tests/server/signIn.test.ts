import { afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { hashPassword } from '../../server/src/commands/provePassword.ts'
import { signIn } from '../../server/src/commands/signIn.ts'
import { signOut } from '../../server/src/commands/signOut.ts'
import { viewerOf } from '../../server/src/queries/viewerOf.ts'
import { Refusal } from '@goshayesh/shared/refusal'
import { DAY, MINUTE } from '../helpers/calendars.ts'
import { Office } from '../helpers/office.ts'

const email = 'ict@golestan.example'
const password = 'گذرواژه‌ای درست'
const wrong = 'نادرست'
const noCode = { path: 'input.code', text: null, deviceNow: 0 }
let office: Office
let hash: string
beforeAll(async () => {
  hash = await hashPassword(password)
})
beforeEach(async () => {
  office = await Office.open()
  await office.db.updateTable('user').set({ password_hash: hash }).where('email', '=', email).execute()
})
afterEach(() => office.close())

const attempt = (given = password, to = email, previous: string | null = null) =>
  signIn(office.db, { email: to, password: given, code: noCode }, office.now, {
    userAgent: undefined,
    token: previous,
  })
const answer = (given = password, to = email): Promise<string> =>
  attempt(given, to).then(
    () => 'in',
    (error: Refusal) => (error.details.wrongCredentials ? `${error.code} wrong` : error.code),
  )
const suspend = () =>
  office.db.updateTable('user').set({ suspended_at: 1 }).where('email', '=', email).execute()
const sessions = () => office.db.selectFrom('session').selectAll().execute()

describe('in', () => {
  it.each([email, ` ${email} `, email.toUpperCase()])('with the right password: "%s"', async (to) => {
    const { actor, token } = await attempt(password, to)
    expect(actor).toEqual(office.people.ict)
    expect(await viewerOf(office.db, token, office.now)).toEqual(office.people.ict)
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(JSON.stringify(await sessions())).not.toContain(token)
  })
})

describe('the same answer to', () => {
  it.each<[string, given: string, to: string]>([
    ['a wrong password', wrong, email],
    ['none', '', email],
    ['a password that begins alike', `${password}x`, email],
    ['a NUL behind the right one', `${password}\u0000`, email],
    ['a password of a megabyte', 'x'.repeat(1_000_000), email],
    ['somebody unknown', password, 'nobody@golestan.example'],
    ['nobody', password, ''],
    ['an account without a password', '', 'leader@golestan.example'],
  ])('%s', async (_, given, to) => expect(await answer(given, to)).toBe('UNAUTHENTICATED wrong'))
  test('a suspended account', async () => {
    await suspend()
    expect(await answer()).toBe('UNAUTHENTICATED wrong')
  })
})

describe('guessing', () => {
  it.each([email, 'nobody@golestan.example'])(
    'locks %s after a few tries, and longer each time',
    async (to) => {
      const waits: number[] = []
      for (let n = 0; n < 12; n++) {
        const refused = await attempt(wrong, to).catch((error: Refusal) => error)
        if (!(refused instanceof Refusal)) expect.fail('a guess was let in')
        const wait = refused.details.retryAfterSeconds
        if (wait === undefined) continue
        expect(refused.code).toBe('TOO_MANY')
        waits.push(wait)
        // A second before the wait is over it is still on.
        office.now += (wait - 1) * 1_000
        expect(await answer(wrong, to)).toBe('TOO_MANY')
        office.now += 1_000
      }
      expect(waits[0]).toBe(30)
      expect(waits).toEqual(waits.toSorted((a, b) => a - b))
      expect(waits.length).toBeGreaterThanOrEqual(3)
    },
  )
  test('the lock holds for the right password, too, and ends', async () => {
    for (let n = 0; n < 5; n++) expect(await answer(wrong)).toBe('UNAUTHENTICATED wrong')
    expect(await answer()).toBe('TOO_MANY')
    office.now += 30_000
    expect(await answer()).toBe('in')
    expect(await answer(wrong)).toBe('UNAUTHENTICATED wrong')
  })
  test('never longer than a quarter of an hour', async () => {
    await office.db
      .insertInto('sign_in_attempt')
      .values({ email, failures: 500, last_failed_at: office.now })
      .execute()
    const refused = await attempt().catch((error: Refusal) => error)
    expect(refused).toMatchObject({ code: 'TOO_MANY', details: { retryAfterSeconds: 900 } })
  })
  test('of one does not lock another', async () => {
    for (let n = 0; n < 8; n++) await answer(wrong, 'sabt@golestan.example')
    expect(await answer()).toBe('in')
  })
  test('all at once gets no more tries', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => answer(wrong)))
    expect(answers.filter((one) => one !== 'TOO_MANY').length).toBeLessThanOrEqual(10)
  })
  test('of many at once with the right password each gets in', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => answer()))
    expect(new Set(answers)).toEqual(new Set(['in']))
  })
  test('is forgotten after the right password, and after a day', async () => {
    for (let n = 0; n < 4; n++) await answer(wrong)
    expect(await answer()).toBe('in')
    for (let n = 0; n < 5; n++) expect(await answer(wrong)).toBe('UNAUTHENTICATED wrong')
    office.now += DAY + MINUTE
    for (let n = 0; n < 5; n++) expect(await answer(wrong)).toBe('UNAUTHENTICATED wrong')
  })
  test('a clock set back does not lock for ever', async () => {
    for (let n = 0; n < 5; n++) await answer(wrong)
    office.now -= 4 * DAY
    expect(await answer()).toBe('in')
  })
})

describe('a session', () => {
  test('is another one at each sign-in, and ends the one before', async () => {
    const first = await attempt()
    const second = await attempt(password, email, first.token)
    expect(second.token).not.toBe(first.token)
    expect(await viewerOf(office.db, first.token, office.now)).toBeNull()
    expect(await viewerOf(office.db, second.token, office.now)).not.toBeNull()
  })
  test('elsewhere goes on', async () => {
    const [first, second] = [await attempt(), await attempt()]
    expect(await viewerOf(office.db, first.token, office.now)).not.toBeNull()
    await signOut(office.db, first.token)
    expect(await viewerOf(office.db, first.token, office.now)).toBeNull()
    expect(await viewerOf(office.db, second.token, office.now)).not.toBeNull()
  })
  test('that nobody uses ends after three days, to the millisecond, and is cleared away', async () => {
    const { token } = await attempt()
    expect(await viewerOf(office.db, token, office.now + 3 * DAY - 1)).not.toBeNull()
    expect(await viewerOf(office.db, token, office.now + 3 * DAY)).toBeNull()
    office.now += 3 * DAY
    await attempt()
    expect(await sessions()).toHaveLength(1)
  })
  test('ends at once when the account is suspended', async () => {
    const { token } = await attempt()
    await suspend()
    expect(await viewerOf(office.db, token, office.now)).toBeNull()
  })
  it.each([null, '', 'x', 'x'.repeat(10_000)])('is none: %s', async (token) => {
    expect(await viewerOf(office.db, token, office.now)).toBeNull()
  })
})

test('how long it takes does not tell who has an account', async () => {
  const took = async (to: string) => {
    const started = performance.now()
    await answer(wrong, to)
    await office.db.deleteFrom('sign_in_attempt').execute()
    return performance.now() - started
  }
  const times = { known: [] as number[], unknown: [] as number[], none: [] as number[] }
  for (let n = 0; n < 5; n++) {
    times.known.push(await took(email))
    times.unknown.push(await took('nobody@golestan.example'))
    times.none.push(await took('leader@golestan.example'))
  }
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[2] ?? 0
  for (const other of [median(times.unknown), median(times.none)]) {
    expect(other / median(times.known)).toBeGreaterThan(0.2)
    expect(other / median(times.known)).toBeLessThan(5)
  }
})
