import { TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { hashPassword } from '../../server/src/commands/provePassword.ts'
import { startApp } from '../helpers/app.ts'
import { post, prepareOffice } from '../helpers/prepareOffice.ts'

const TOKEN = 'a-token-of-the-test'
const PASSWORD = 'secret-password'

test('the log tells of each request by ids, and nothing that people wrote or are called', async () => {
  const office = await prepareOffice(async ({ db, people }) => {
    const password_hash = await hashPassword(PASSWORD)
    await db.updateTable('user').set({ password_hash }).where('id', '=', people.viewer.id).execute()
  })
  const app = await startApp({
    folder: office.folder,
    env: { LOG_LEVEL: 'trace', METRICS_TOKEN: TOKEN },
  })
  try {
    const log = `mutation ($input: LogObstacleInput!) { logObstacle(input: $input) { obstacle { title reporter { name email } } } }`
    const input = {
      title: 'عنوان محرمانه',
      subjectKind: 'SINGLE_WINDOW',
      category: 'SOFTWARE',
      severity: 'HIGH',
    }
    const cookie = office.cookie('secretary')
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query: log, variables: { input } }),
    })
    expect(await response.text()).toContain('عنوان محرمانه')
    await post(app, cookie, log, { input: { ...input, severity: 'عنوان محرمانه' } })
    await post(app, cookie, '{ obstacles(filter: { search: "عنوان محرمانه" }) { totalCount } }')
    await fetch(`${app.url}/attachments?obstacle=1&name=secret-name.pdf`, { method: 'POST' })
    await post(
      app,
      '',
      'mutation { signIn(input: { email: "who@example.org", password: "secret-word" }) { viewer { id } } }',
    )
    const signedIn = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: 'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } } }',
        variables: { input: { email: 'viewer@golestan.example', password: PASSWORD } },
      }),
    })
    const ownCookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect(ownCookie).toMatch(/^goshayesh=[\w-]{43}$/)
    const changed = await post(
      app,
      ownCookie,
      'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) }',
      {
        input: { current: PASSWORD, next: 'secret-password-of-tomorrow' },
      },
    )
    expect(changed.errors).toBeUndefined()
    const begun = await post(
      app,
      ownCookie,
      'mutation ($p: String!) { beginSecondFactor(password: $p) { secret } }',
      {
        p: 'secret-password-of-tomorrow',
      },
    )
    const { secret: ofDevice } = (begun.data as { beginSecondFactor: { secret: string } }).beginSecondFactor
    const code = new TOTP({ secret: ofDevice }).generate()
    const confirm = 'mutation ($code: String!) { confirmSecondFactor(code: $code) { recoveryCodes } }'
    const confirmed = await post(app, ownCookie, confirm, { code })
    const { recoveryCodes } = (confirmed.data as { confirmSecondFactor: { recoveryCodes: string[] } })
      .confirmSecondFactor
    const figures = await fetch(`${app.url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })
    expect(await figures.text()).toMatch(
      /nodejs_eventloop_lag_seconds \d[\s\S]*goshayesh_enforcer_lag_seconds 0\n/,
    )
    await app.stop()

    const lines = app
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line))
    const line = lines.find(({ operation }) => operation === 'mutation logObstacle')
    expect(line).toMatchObject({
      reqId: response.headers.get('x-request-id'),
      userId: office.people.secretary.id,
      code: 'OK',
      status: 200,
    })
    const told = app.output()
    for (const secret of [
      'محرمانه',
      'who@example.org',
      'secret-',
      'golestan.example',
      cookie.split('=')[1] ?? '',
      ownCookie.split('=')[1] ?? '',
      '$argon2',
      TOKEN,
      ofDevice,
      ...recoveryCodes,
    ])
      expect(told.replace(/Demo accounts[\s\S]*?viewer@.*\n/, '')).not.toContain(secret)
  } finally {
    await app.remove()
  }
})
