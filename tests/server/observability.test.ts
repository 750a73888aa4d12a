import { afterAll, afterEach, beforeAll, expect, it, test, describe } from 'vitest'
import { Metrics } from '../../server/src/metrics.ts'
import { post } from '../helpers/prepareOffice.ts'
import { serveWorld, type Served } from '../helpers/serveWorld.ts'
import { createWorld, type World } from '../helpers/world.ts'

const TOKEN = 'a-token-of-the-test'

describe('health and figures', () => {
  let world: World
  let served: Served
  let stuck = false
  beforeAll(async () => {
    world = await createWorld()
    const metrics = new Metrics()
    metrics.watch('things', 'Things.', () => 7)
    metrics.watch('lost_things', 'Things that cannot be counted.', () => Promise.reject(new Error('gone')))
    served = await serveWorld(world, { metrics, metricsToken: TOKEN, isStuck: () => stuck })
  })
  afterEach(() => {
    stuck = false
  })
  afterAll(async () => {
    await served.close()
    await world.close()
  })

  const ready = async () => {
    const response = await fetch(`${served.url}/readyz`)
    return { status: response.status, body: await response.json() }
  }
  const figures = async () => {
    const response = await fetch(`${served.url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })
    expect(response.headers.get('content-type')).toContain('text/plain')
    return response.text()
  }

  test('alive and ready', async () => {
    expect((await fetch(`${served.url}/healthz`)).status).toBe(200)
    expect(await ready()).toEqual({ status: 200, body: { status: 'ok' } })
  })
  test('not ready while the enforcer is stuck, alive all the same', async () => {
    stuck = true
    expect(await ready()).toEqual({ status: 503, body: { status: 'unavailable', failing: ['enforcer'] } })
    expect((await fetch(`${served.url}/healthz`)).status).toBe(200)
  })
  test('not ready where the database does not answer', async () => {
    await world.db.schema.alterTable('installation').renameTo('lost').execute()
    const during = await ready()
    await world.db.schema.alterTable('lost').renameTo('installation').execute()
    expect(during).toEqual({ status: 503, body: { status: 'unavailable', failing: ['database'] } })
    expect((await ready()).status).toBe(200)
  })
  test('requests are counted by what the schema calls them, whatever the client does', async () => {
    for (let number = 0; number < 3; number++)
      await post(served, '', `query Named${number} { alias${number}: viewer { id } }`)
    await post(served, '', '{ board { columns { status } } }')
    await post(served, '', '{ nonsense }')
    const text = await figures()
    expect(text).toContain('goshayesh_request_seconds_count{operation="query viewer",code="OK"} 3')
    expect(text).toContain(
      'goshayesh_request_seconds_count{operation="query board",code="UNAUTHENTICATED"} 1',
    )
    expect(text).toContain('goshayesh_request_seconds_count{operation="POST /graphql",code="INVALID"} 1')
    expect(text).toContain('goshayesh_things 7')
    expect(text).toContain('goshayesh_lost_things Nan')
    // This one.
    expect(text).toContain('goshayesh_requests_in_hand 1')
    expect(text).toContain('goshayesh_requests_in_line 0')
    expect(text).toContain('goshayesh_live_readers 0')
    expect(text).not.toMatch(/Named|alias|nonsense/)
  })
  it.each([
    ['nobody', {}],
    ['a wrong token', { authorization: 'Bearer a-token-of-the-rest' }],
    ['a part of the token', { authorization: 'Bearer a-token' }],
  ])('%s reads no figures', async (_who, headers: Record<string, string>) => {
    const response = await fetch(`${served.url}/metrics`, { headers })
    expect(response.status).toBe(401)
    expect(await response.text()).not.toContain('goshayesh_')
  })
})
