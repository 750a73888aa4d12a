import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { earliestOwed } from '../../server/src/commands/enforceDeadlines.ts'
import { verifyTrail } from '../../server/src/queries/verifyTrail.ts'
import { startApp, type App } from '../helpers/app.ts'
import { copyObstacle } from '../helpers/copyObstacle.ts'
import { countActs, eachActOnce } from '../helpers/countActs.ts'
import { openDatabase, TEST_AUDIT_KEY } from '../helpers/engines.ts'
import { Office, type Who } from '../helpers/office.ts'
import { openSocket } from '../helpers/openSocket.ts'
import { furnish, post } from '../helpers/prepareOffice.ts'

const changes = 'subscription { obstacleChanged { kind obstacle { id } } }'
const log = `mutation ($input: LogObstacleInput!) { logObstacle(input: $input) { obstacle { id } } }`
const draft = (title: string) => ({
  input: { title, subjectKind: 'SINGLE_WINDOW', category: 'SOFTWARE', severity: 'HIGH' },
})

/** On a machine that has other things to do. */
const PATIENCE = { timeout: 30_000, interval: 20 }

let office: Office
let cookie: (who: Who) => string
const folder = mkdtempSync(join(tmpdir(), 'goshayesh-servers-'))
const running: App[] = []
beforeEach(async () => {
  office = await Office.in(await openDatabase())
  cookie = await furnish(office)
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((app) => app.remove()))
  await office.close()
  rmSync(folder, { recursive: true, force: true })
})

async function start(clock?: string): Promise<App> {
  const env = { DATABASE_URL: office.location, FILES_FOLDER: folder, AUDIT_KEY: TEST_AUDIT_KEY }
  const app = await startApp({ fresh: true, env, ...(clock ? { clock } : {}) })
  running.push(app)
  return app
}

test('two share what is owed; one is killed in the middle of it, and each act happens once', async () => {
  const obstacles = 400
  await copyObstacle(office.db, await office.log({ severity: 'CRITICAL' }), obstacles - 1)
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  // Both find everything taken at first, so that they begin together.
  const holding = office.db.transaction().execute(async (db) => {
    await db.selectFrom('obstacle').select('id').forUpdate().execute()
    await held
  })
  const [first] = await Promise.all([start('2026-09-22T08:00:00Z'), start('2026-09-22T08:00:00Z')])
  expect(await countActs(office.db)).toEqual({})
  letGo()
  await holding
  await expect
    .poll(async () => (await countActs(office.db))['BREACHED x 1'] ?? 0, PATIENCE)
    .toBeGreaterThan(0)
  await first.stop('SIGKILL')
  await expect.poll(() => earliestOwed(office.db), PATIENCE).toBe(Infinity)
  expect(await countActs(office.db)).toEqual(eachActOnce(2 * obstacles))
}, 120_000)

test('what one does is told by the other, also after its line to the database was cut', async () => {
  const [one, other] = await Promise.all([start(), start()])
  const heard = subscribe(one, cookie('leader'))
  await heard.ready
  const said: string[] = []
  const say = async () => {
    const answer = await post<{ logObstacle: { obstacle: { id: string } } }>(
      other,
      cookie('secretary'),
      log,
      draft('کندی سامانه'),
    )
    said.push(answer.data?.logObstacle.obstacle.id ?? '')
  }
  await say()
  await expect.poll(() => heard.ids, PATIENCE).toEqual(said)
  // The listeners only: what is said while they are gone must be heard when they are back.
  const cut = await sql<{ done: boolean }>`
    select pg_terminate_backend(pid) as done from pg_stat_activity
    where application_name = 'goshayesh listener' and datname = current_database()`.execute(office.db)
  expect(cut.rows).toEqual([{ done: true }, { done: true }])
  await say()
  await expect.poll(() => heard.ids, PATIENCE).toEqual(said)
  await say()
  await expect.poll(() => heard.ids, PATIENCE).toEqual(said)
  heard.close()
}, 60_000)

test('a session opened or ended by one is so for the other', async () => {
  const [one, other] = await Promise.all([start(), start()])
  const me = '{ viewer { name } }'
  expect(await post(other, cookie('leader'), me)).toEqual({ data: { viewer: { name: 'leader' } } })
  await post(one, cookie('leader'), 'mutation { signOut }')
  expect(await post(other, cookie('leader'), me)).toEqual({ data: { viewer: null } })
}, 60_000)

test('both log at once: no number twice, none left out, one obstacle a key', async () => {
  const apps = await Promise.all([start(), start()])
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      post(apps[n % 2]!, cookie('secretary'), log, {
        input: { ...draft(`مانع ${n >> 1}`).input, idempotencyKey: `key ${n >> 1}` },
      }),
    ),
  )
  expect(answers.filter(({ errors }) => errors)).toEqual([])
  const rows = await office.db.selectFrom('obstacle').select('number').orderBy('number').execute()
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
  expect((await verifyTrail(office.db, 1, null)).fault).toBeNull()
}, 60_000)

/** The ids of obstacles of which a server tells somebody. */
function subscribe(app: App, session: string) {
  const socket = openSocket(app.url, session)
  const ids: string[] = []
  const ready = new Promise<void>((resolve) => {
    socket.addEventListener('open', () => socket.send(JSON.stringify({ type: 'connection_init' })))
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(String(data)) as {
        type: string
        payload?: { data?: { obstacleChanged: { obstacle: { id: string } } } }
      }
      if (message.type === 'connection_ack')
        socket.send(JSON.stringify({ id: 'a', type: 'subscribe', payload: { query: changes } }))
      if (message.type === 'pong') resolve()
      const id = message.payload?.data?.obstacleChanged.obstacle.id
      if (message.type === 'next' && id !== undefined) ids.push(id)
    })
  })
  return { ids, ready, close: () => socket.close() }
}
