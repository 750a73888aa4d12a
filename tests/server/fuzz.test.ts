import { sees } from '@goshayesh/shared/permissions'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { factsOf } from '../../server/src/records/ObstacleRecord.ts'
import { loadRecords } from '../../server/src/records/loadRecords.ts'
import { schema } from '../../server/src/graphql/schema.ts'
import { tokenHash } from '../../server/src/queries/viewerOf.ts'
import { verifyTrail } from '../../server/src/queries/verifyTrail.ts'
import { randomOf } from '../helpers/calendars.ts'
import { Garbage } from '../helpers/garbage.ts'
import { serveWorld, type Served } from '../helpers/serveWorld.ts'
import { createWorld, type Someone, type World } from '../helpers/world.ts'

const CALLS = Number(process.env.FUZZ_CALLS ?? 1_500)
const SEED = Number(process.env.FUZZ_SEED ?? 1405)

let world: World
let served: Served
beforeAll(async () => {
  world = await createWorld()
  served = await serveWorld(world, { openSchema: false })
})
afterAll(async () => {
  await served.close()
  await world.close()
})

const askers = [
  'administrator',
  'secretary',
  'leader',
  'viewer',
  'official',
  'neighbour',
  'stranger',
  'nobody',
] as const satisfies Someone[]

/** What stands in one province, or within one agency, and whom it must not reach. */
const SECRET_OF_FARS = 'رازی‌که‌در‌فارس‌است'
const SECRET_OF_GOLESTAN = 'رازی‌که‌در‌گلستان‌است'
const log = 'mutation ($input: LogObstacleInput!) { logObstacle(input: $input) { obstacle { id } } }'

test(
  `${CALLS} strange requests: no fault of ours, nothing of the inside, nothing of others`,
  async () => {
    const of = { category: 'SOFTWARE', severity: 'HIGH', subjectKind: 'AGENCY', agencyCode: 'gaz' }
    await world.ask('stranger', log, { input: { ...of, title: SECRET_OF_FARS } })
    const logged = await world.ask<{ logObstacle: { obstacle: { id: string } } }>('secretary', log, {
      input: { ...of, title: SECRET_OF_GOLESTAN },
    })
    const secret = Number(logged.logObstacle.obstacle.id)
    const garbage = new Garbage(schema, randomOf(SEED))
    const codes = new Map<string, number>()
    for (let n = 0; n < CALLS; n++) {
      if (n % 100 === 0) await employAnew()
      const who = askers[n % askers.length] ?? 'nobody'
      const request = garbage.next()
      const response = await served.post(who, request, { 'accept-language': 'en' })
      const text = await response.text()
      const told = `call ${n} of seed ${SEED}, ${who}: ${JSON.stringify(request)} → ${text.slice(0, 500)}`
      const { data, errors = [] } = JSON.parse(text) as {
        data?: unknown
        errors?: { extensions: { code: string } }[]
      }
      for (const { extensions } of errors) codes.set(extensions.code, (codes.get(extensions.code) ?? 0) + 1)
      if (data && errors.length === 0) codes.set('OK', (codes.get('OK') ?? 0) + 1)
      if (world.reported.length > 0 || text.includes('INTERNAL'))
        expect.fail(`${told} ${String((world.reported[0] as Error | undefined)?.stack)}`)
      if (/sqlite|node_modules|\.ts:\d|\$argon2|password_hash|stacktrace/i.test(text)) expect.fail(told)
      if (who !== 'stranger' && text.includes(SECRET_OF_FARS)) expect.fail(told)
      if (['stranger', 'nobody'].includes(who) && text.includes(SECRET_OF_GOLESTAN)) expect.fail(told)
      if (who === 'neighbour' && text.includes(SECRET_OF_GOLESTAN) && !(await isShared(secret)))
        expect.fail(told)
    }
    // It got far enough to mean something.
    expect([...codes.keys()]).toEqual(
      expect.arrayContaining(['OK', 'INVALID', 'NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED']),
    )
    expect(codes.get('OK')).toBeGreaterThan(CALLS / 20)
    for (const who of ['secretary', 'stranger'] as const)
      expect(await verifyTrail(world.db, world.actor(who).provinceId, null)).toMatchObject({ fault: null })
  },
  60_000 + CALLS * 40,
)

/** Whoever steers may have given it to the neighbour by chance, who sees it then for good reason. */
async function isShared(id: number): Promise<boolean> {
  const neighbour = world.actor('neighbour')
  const record = (await loadRecords(world.db, neighbour.provinceId, [id])).get(id)
  return record !== undefined && sees(neighbour, factsOf(record))
}

/** Administrators among the askers suspend others and take their passwords and roles. */
async function employAnew(): Promise<void> {
  for (const who of askers) {
    if (who === 'nobody') continue
    const { id, role, agencyCode } = world.actor(who)
    await world.db
      .updateTable('user')
      .set({ role, agency_code: agencyCode, suspended_at: null })
      .where('id', '=', id)
      .execute()
    const token_hash = tokenHash((await served.cookie(who)).slice('goshayesh='.length))
    await world.db
      .insertInto('session')
      .values({ token_hash, user_id: id, created_at: 0, expires_at: world.clock.now + 86_400_000 })
      .onConflict((conflict) => conflict.column('token_hash').doNothing())
      .execute()
  }
}
