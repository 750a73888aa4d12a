import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveWorld, type Served } from '../helpers/serveWorld.ts'
import { createWorld, type World } from '../helpers/world.ts'

let world: World
let served: Served
beforeAll(async () => {
  world = await createWorld()
  served = await serveWorld(world)
})
afterAll(async () => {
  await served.close()
  await world.close()
})

/**
 * What we do otherwise, knowing it: GET is not served, so that no link can ask in somebody's name and no question stands in a
 * log of addresses; and a request that can't be answered is a 400 whichever type is accepted, for proxies and figures to see.
 */
const otherwise = [
  'MAY accept application/x-www-form-urlencoded formatted GET requests',
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
  'SHOULD use 200 status code on document parsing failure when accepting application/json',
  'SHOULD use 200 status code on document validation failure when accepting application/json',
  'SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
]

/** What the specification of GraphQL over HTTP demands, recommends and allows. */
const audits = serverAudits({ url: () => `${served.url}/graphql` })
it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (name, audit) => {
  const { status } = await audit.fn()
  if (otherwise.includes(name)) expect(['notice', 'warn']).toContain(status)
  else expect(status).toBe('ok')
})
