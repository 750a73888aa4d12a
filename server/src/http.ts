import { existsSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import type { BlockList } from 'node:net'
import { join } from 'node:path'
import fastifyCookie from '@fastify/cookie'
import fastifyStatic from '@fastify/static'
import type { Role } from '@goshayesh/shared/permissions'
import type { Language } from '@goshayesh/shared/refusal'
import fastify, { LogController, type FastifyInstance, type FastifyRequest } from 'fastify'
import type { Clock } from './clock.ts'
import { noteUse } from './commands/noteUse.ts'
import type { Store } from './commands/transact.ts'
import type { FileStore } from './files/FileStore.ts'
import { createContext, NO_SESSION, type Context } from './graphql/Context.ts'
import { formatError } from './graphql/formatError.ts'
import { Audience } from './guard/Audience.ts'
import { Guard, MOST_BYTES } from './guard/Guard.ts'
import { isNewcomer } from './guard/isNewcomer.ts'
import { securityHeaders } from './guard/securityHeaders.ts'
import { SessionUse } from './guard/SessionUse.ts'
import type { Metrics } from './metrics.ts'
import { serveAttachments } from './serveAttachments.ts'
import { serveGraphql, type Asker } from './serveGraphql.ts'
import { serveHealth } from './serveHealth.ts'
import { serveSubscriptions } from './serveSubscriptions.ts'
import { logOptions, newRequestId, traceRequests } from './traceRequests.ts'
import type { Live } from './live.ts'
import type { Actor } from './records/Actor.ts'
import { seatOf, sessionsOf } from './queries/viewerOf.ts'

export interface HttpParts {
  store: Store
  clock: Clock
  live: Live
  files: FileStore
  metrics: Metrics
  /** Who may read the metrics; null: nobody. */
  metricsToken: string | null
  /** How long sockets may dawdle, and how many there may be; else as SOCKETS says. */
  sockets?: typeof SOCKETS
  /** Whether the enforcer has come to a stop. */
  isStuck: () => boolean
  publicUrl: URL | null
  /** Requests a second that one person may send in the long run; null: as many as they like. */
  requestRate: number | null
  /** The roles that a password alone does not let in. */
  secondFactorRoles: Role[]
  /** Whose word is taken for whom they speak for. */
  trustedProxies: BlockList
  /** Whether the schema may be looked at without signing in. */
  openSchema: boolean
  logLevel: string
  /** The built web client. */
  webFolder: string
}

/** The web server: the client at "/", GraphQL and live updates at "/graphql", files at "/attachments". */
export async function createHttp(parts: HttpParts): Promise<FastifyInstance> {
  const sockets = parts.sockets ?? SOCKETS
  const app = fastify({
    logger: logOptions(parts.logLevel),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newRequestId,
    bodyLimit: MOST_BYTES,
    // Who comes while the server closes is still answered.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    connectionTimeout: sockets.stillness,
    requestTimeout: sockets.request,
    http: { headersTimeout: sockets.headers, connectionsCheckingInterval: sockets.checks },
  })
  const guard = new Guard({
    now: () => parts.clock.now(),
    languageOf: ({ headers }) => languageOf(headers['accept-language']),
    tokenOf: (request) => tokenOf(parts, request),
    publicUrl: parts.publicUrl,
    requestRate: parts.requestRate,
    trustedProxies: parts.trustedProxies,
    openSchema: parts.openSchema,
  })
  app.server.maxConnections = sockets.most
  const traceOf = traceRequests(app, parts.metrics)
  const asker = askedBy(app, parts)
  // Reading them is up to tokenOf, for sockets too.
  await app.register(fastifyCookie, { hook: false })
  const headers = securityHeaders(parts.publicUrl)
  app.addHook('onRequest', (_, reply, done) => {
    reply.headers(headers)
    done()
  })
  serveHealth(app, { ...parts, db: parts.store.db })
  const languageOfRequest = ({ headers }: FastifyRequest) => languageOf(headers['accept-language'])
  await serveGraphql(app, {
    ...parts,
    guard,
    asker,
    languageOf: languageOfRequest,
    traceOf,
    cookie: cookieName(parts),
    isSecure: parts.publicUrl?.protocol === 'https:',
  })
  serveLive(app, parts, guard, asker)
  await serveAttachments(app, {
    store: parts.store,
    files: parts.files,
    guard,
    asker,
    languageOf: languageOfRequest,
  })
  await serveClient(app, parts.webFolder)
  return app
}

/** In milliseconds; `most` counts sockets. Uploads over a slow line take the longest. */
export const SOCKETS = { headers: 10_000, stillness: 30_000, request: 300_000, checks: 2_000, most: 5_000 }

function serveLive(
  app: FastifyInstance,
  parts: HttpParts,
  guard: Guard,
  asker: (request: IncomingMessage) => Promise<Asker>,
): void {
  const viewers = (tokens: string[]) => viewersOf(parts, tokens)
  const report = (error: unknown) => app.log.error(error)
  const audience = new Audience({ now: () => parts.clock.now(), viewers, report })
  parts.metrics.watch('live_readers', 'Subscriptions that hear of events.', () => audience.size)
  parts.metrics.watch(
    'requests_in_line',
    'Requests that wait for others of the same person.',
    () => guard.inLine,
  )
  const leave = parts.live.listen(audience)
  app.addHook('onClose', async () => leave())
  serveSubscriptions(app, {
    guard,
    audience,
    viewers,
    report,
    asker,
    createContext: async (request) => subscriptionContext(app, parts, request, await asker(request)),
    formatError: (error, language) => formatError(error, language, report),
  })
}

/** Who sends a request; that the session is in use is noted. */
function askedBy(app: FastifyInstance, parts: HttpParts): (request: IncomingMessage) => Promise<Asker> {
  const { db } = parts.store
  const use = new SessionUse(
    (token, times, now) => noteUse(db, token, times, now),
    (error) => app.log.error(error),
  )
  app.addHook('onClose', async () => use.stop())
  return async (request) => {
    const token = tokenOf(parts, request)
    const now = parts.clock.now()
    const nobody = { token, now, viewer: null, newcomer: null, stamps: null, state: null }
    if (token === null) return nobody
    const seat = await seatOf(db, token, now)
    if (!seat) return nobody
    const { viewer, times, stamps, state } = seat
    use.see(token, times, now)
    if (isNewcomer(seat, parts.secondFactorRoles)) return { ...nobody, newcomer: viewer }
    return { ...nobody, viewer, stamps, state }
  }
}

/** Who of these sessions is still there. */
async function viewersOf(
  { store, clock, secondFactorRoles }: HttpParts,
  tokens: string[],
): Promise<Map<string, Actor>> {
  const sessions = [...(await sessionsOf(store.db, tokens, clock.now()))]
  const allowed = sessions.filter(([, session]) => !isNewcomer(session, secondFactorRoles))
  return new Map(allowed.map(([token, { viewer }]) => [token, viewer]))
}

/** That a subscription begins with; at each event viewer and time are those of the event. */
function subscriptionContext(
  app: FastifyInstance,
  { store, clock }: HttpParts,
  request: IncomingMessage,
  { token, viewer, now }: Asker,
): Context {
  return createContext({
    store,
    now,
    deviceNow: clock.deviceNow(),
    viewer,
    language: languageOf(request.headers['accept-language']),
    clock: { simulated: clock.simulated, speed: clock.speed },
    trace: {
      operation: null,
      code: null,
      userId: null,
      requestId: null,
      report: (cause) => app.log.error(cause),
    },
    session: { ...NO_SESSION, token },
  })
}

/** Of the session that a request names, whether there is one or not. */
function tokenOf(parts: HttpParts, request: IncomingMessage): string | null {
  const beginning = `${cookieName(parts)}=`
  const cookies = (request.headers.cookie ?? '').split(/; */)
  return cookies.find((cookie) => cookie.startsWith(beginning))?.slice(beginning.length) ?? null
}

function cookieName({ publicUrl }: HttpParts): string {
  return publicUrl?.protocol === 'https:' ? '__Host-goshayesh' : 'goshayesh'
}

/** Persian unless English is asked for first. */
function languageOf(header: string | undefined): Language {
  return /^\s*en\b/i.test(header ?? '') ? 'en' : 'fa'
}

/** Hashed files are kept for ever; the page itself is always asked for. Every other path is a page of the client. */
async function serveClient(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/')
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' &&
      !request.url.startsWith('/graphql') &&
      !/\.\w+$/.test(request.url.split('?')[0] ?? '')
    if (!isPage) return reply.code(404).send({ error: 'not found' })
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}
