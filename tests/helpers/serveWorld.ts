import { randomBytes } from 'node:crypto'
import { simulatedClock } from '../../server/src/clock.ts'
import type { HttpParts } from '../../server/src/http.ts'
import { tokenHash } from '../../server/src/queries/viewerOf.ts'
import { serveHttp } from './serveHttp.ts'
import type { Answer, Someone, World } from './world.ts'

/** The real web server before a world, on a port of its own. */
export interface Served {
  url: string
  /** The cookie of somebody's session, which begins when first asked for; '' for nobody. */
  cookie: (who: Someone) => Promise<string>
  post: (who: Someone, body: unknown, headers?: Record<string, string>) => Promise<Response>
  /** As post, for a document whose answer is JSON. */
  ask: (who: Someone, query: string, variables?: Record<string, unknown>) => Promise<Answer>
  close: () => Promise<void>
}

export async function serveWorld(world: World, given: Partial<HttpParts> = {}): Promise<Served> {
  const { url, close } = await serveHttp(
    { store: world.store, clock: simulatedClock(world.clock.now), ...given },
    (error) => world.reported.push(error),
  )
  const cookies = new Map<Someone, string>([['nobody', '']])
  const cookie = async (who: Someone) => {
    const known = cookies.get(who)
    if (known !== undefined) return known
    const token = randomBytes(32).toString('base64url')
    await world.db
      .insertInto('session')
      .values({
        token_hash: tokenHash(token),
        user_id: world.actor(who as Exclude<Someone, 'nobody'>).id,
        created_at: world.clock.now,
        expires_at: world.clock.now + 86_400_000,
      })
      .execute()
    const made = `goshayesh=${token}`
    cookies.set(who, made)
    return made
  }
  const post = async (who: Someone, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: await cookie(who), ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  return {
    url,
    cookie,
    post,
    async ask(who, query, variables = {}) {
      const answer = (await (await post(who, { query, variables })).json()) as Partial<Answer>
      return { data: answer.data ?? null, errors: answer.errors ?? [] }
    },
    close,
  }
}
