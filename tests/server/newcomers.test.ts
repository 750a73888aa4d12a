import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql'
import { TOTP } from 'otpauth'
import { afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { hashPassword } from '../../server/src/commands/provePassword.ts'
import { ConfigError, readConfig } from '../../server/src/config.ts'
import { schema } from '../../server/src/graphql/schema.ts'
import { HandClock } from '../helpers/HandClock.ts'
import { openSocket } from '../helpers/openSocket.ts'
import { serveWorld, type Served } from '../helpers/serveWorld.ts'
import { createWorld, type Someone, type World } from '../helpers/world.ts'

/* Where a role takes a second factor, who has none comes in no further than to where it is turned on. */

const password = 'باران در کوچه‌باغ'
let hash: string
let world: World
let served: Served
beforeAll(async () => {
  hash = await hashPassword(password)
})
beforeEach(async () => {
  world = await createWorld()
  await world.db.updateTable('user').set({ password_hash: hash }).execute()
  const clock = new HandClock(world.clock.now)
  served = await serveWorld(world, { clock, secondFactorRoles: ['SECRETARY', 'OFFICIAL'] })
})
afterEach(async () => {
  await served.close()
  await world.close()
})

const board = '{ board { openCount } }'
const me = '{ viewer { name role secondFactorNeeded agency { code } } }'
const begin = 'mutation ($password: String!) { beginSecondFactor(password: $password) { secret } }'
const confirm = 'mutation ($code: String!) { confirmSecondFactor(code: $code) { recoveryCodes } }'
const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { viewer { name secondFactorNeeded
  agency { code } } } }`

const codeOf = async (who: Someone, query: string) =>
  (await served.ask(who, query)).errors[0]?.extensions?.['code'] ?? 'answered'

async function turnOn(who: Someone): Promise<void> {
  const { data } = await served.ask(who, begin, { password })
  const begun = data?.['beginSecondFactor'] as { secret: string } | undefined
  const secret = begun?.secret ?? ''
  const code = new TOTP({ secret }).generate({ timestamp: world.clock.now })
  expect((await served.ask(who, confirm, { code })).errors).toEqual([])
}

test('is answered what nobody is, and what it takes to turn one on', async () => {
  const newly: string[] = []
  for (const root of [schema.getQueryType(), schema.getMutationType()])
    for (const field of Object.values(root?.getFields() ?? {})) {
      const query = `${root === schema.getQueryType() ? 'query' : 'mutation'} { ${asked(field)} }`
      if (field.name === 'signOut') continue
      const [newcomer, nobody] = [await codeOf('official', query), await codeOf('nobody', query)]
      if (newcomer !== nobody) newly.push(field.name)
      else expect(newcomer, field.name).toMatch(/^(UNAUTHENTICATED|answered)$/)
    }
  expect(newly).toEqual(['beginSecondFactor', 'changePassword', 'confirmSecondFactor'])
})
test('is told so, and of the own agency nothing', async () => {
  expect((await served.ask('official', me)).data).toEqual({
    viewer: { name: 'official', role: 'OFFICIAL', secondFactorNeeded: true, agency: null },
  })
  expect((await served.ask('nobody', me)).data).toEqual({ viewer: null })
})
test('is let in once it is on', async () => {
  expect(await codeOf('secretary', board)).toBe('UNAUTHENTICATED')
  await turnOn('secretary')
  expect(await codeOf('secretary', board)).toBe('answered')
  expect((await served.ask('secretary', me)).data).toMatchObject({ viewer: { secondFactorNeeded: false } })
})
test('signs in, chooses another password, and signs out', async () => {
  const input = { email: 'secretary@example.org', password }
  const response = await served.post('nobody', { query: signIn, variables: { input } })
  expect(await response.json()).toEqual({
    data: { signIn: { viewer: { name: 'secretary', secondFactorNeeded: true, agency: null } } },
  })
  expect(response.headers.get('set-cookie')).toContain('goshayesh=')
  const change = { query: 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) }' }
  const next = { current: password, next: 'برف در کوچه‌باغ' }
  const changed = await served.post('secretary', { ...change, variables: { input: next } })
  expect(await changed.json()).toEqual({ data: { changePassword: true } })
  expect(await codeOf('secretary', 'mutation { signOut }')).toBe('answered')
  expect(await codeOf('secretary', 'mutation { signOut }')).toBe('UNAUTHENTICATED')
})
test('hears nothing over a socket, and whoever turns it off hears nothing more', async () => {
  expect(await endOf('official')).toBe(4403)
  await turnOn('secretary')
  const ended = endOf('secretary')
  await expect.poll(() => sockets.at(-1)?.readyState).toBe(WebSocket.OPEN)
  await world.db.deleteFrom('second_factor').execute()
  expect(await ended).toBe(4403)
})
test('neither gives nor gets files', async () => {
  const headers = { cookie: await served.cookie('secretary'), 'x-goshayesh-upload': '1' }
  for (const [path, method] of [
    ['1', 'GET'],
    ['?obstacle=1&name=a.pdf', 'POST'],
  ] as const) {
    const body = method === 'POST' ? 'x' : null
    const { status } = await fetch(`${served.url}/attachments${path === '1' ? '/1' : path}`, {
      method,
      headers: { ...headers, 'content-type': 'application/octet-stream' },
      body,
    })
    expect(status, method).toBe(401)
  }
})
test('other roles are let in by a password', async () => {
  for (const who of ['leader', 'viewer', 'administrator'] as const)
    expect(await codeOf(who, board), who).toBe('answered')
})

describe('the setting', () => {
  const read = (text?: string) =>
    readConfig('serve', text === undefined ? {} : { SECOND_FACTOR: text }, '/').secondFactorRoles
  it.each<[string | undefined, string[]]>([
    [undefined, []],
    ['', []],
    ['SECRETARY', ['SECRETARY']],
    [' ADMINISTRATOR, LEADER ', ['ADMINISTRATOR', 'LEADER']],
    ['all', ['ADMINISTRATOR', 'SECRETARY', 'LEADER', 'OFFICIAL', 'VIEWER']],
  ])('%s', (text, roles) => expect(read(text)).toEqual(roles))
  it.each(['secretary', 'SECRETARY;LEADER', 'none'])('"%s" is refused', (text) =>
    expect(() => read(text)).toThrow(ConfigError),
  )
})

const sockets: WebSocket[] = []

/** The code with which somebody's socket is closed. */
async function endOf(who: Someone): Promise<number> {
  const socket = openSocket(served.url, await served.cookie(who))
  sockets.push(socket)
  return new Promise((resolve) => socket.addEventListener('close', ({ code }) => resolve(code)))
}

/** The field with something for each argument that it needs. */
function asked({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const given = args.filter(isRequiredArgument).map((arg) => `${arg.name}: ${literal(arg.type)}`)
  const head = given.length > 0 ? `${name}(${given.join(' ')})` : name
  return isCompositeType(getNamedType(type)) ? `${head} { __typename }` : head
}

const literals: Record<string, string> = {
  ID: '"1"',
  Int: '1',
  Boolean: 'true',
  JalaliDate: '"1405-04-31"',
  DateTime: '"2026-07-11T06:45:00Z"',
}

function literal(given: GraphQLInputType): string {
  const type = getNullableType(given)
  if (isListType(type)) return `[${literal(type.ofType)}]`
  if (isEnumType(type)) return type.getValues()[0]?.name ?? ''
  if (!isInputObjectType(type)) return literals[type.name] ?? '"x"'
  const fields = Object.values(type.getFields()).filter(isRequiredInputField)
  return `{ ${fields.map((field) => `${field.name}: ${literal(field.type)}`).join(' ')} }`
}
