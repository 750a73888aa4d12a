import { existsSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled'
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify'
import fastifyCookie from '@fastify/cookie'
import fastifyStatic from '@fastify/static'
import type { Language } from '@goshayesh/shared/refusal'
import fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Clock } from './clock.ts'
import { signIn } from './commands/signIn.ts'
import { signOut } from './commands/signOut.ts'
import type { Store } from './commands/transact.ts'
import type { FileStore } from './files/FileStore.ts'
import { createContext, type Context, type Trace } from './graphql/Context.ts'
import { formatError } from './graphql/formatError.ts'
import { schema } from './graphql/schema.ts'
import type { Metrics } from './metrics.ts'
import { serveAttachments } from './serveAttachments.ts'
import { serveHealth } from './serveHealth.ts'
import { serveSubscriptions } from './serveSubscriptions.ts'
import { logOptions, newRequestId, operationOf, traceRequests } from './traceRequests.ts'
import type { Live } from './live.ts'
import { viewerOf } from './queries/viewerOf.ts'

export interface HttpParts {
  store: Store
  clock: Clock
  live: Live
  files: FileStore
  metrics: Metrics
  /** Who may read the metrics; null: nobody. */
  metricsToken: string | null
  /** Whether the enforcer has come to a stop. */
  isStuck: () => boolean
  publicUrl: URL | null
  logLevel: string
  /** The built web client. */
  webFolder: string
}

/** The web server: the client at "/", GraphQL and live updates at "/graphql", files at "/attachments". */
export async function createHttp(parts: HttpParts): Promise<FastifyInstance> {
  const app = fastify({
    logger: logOptions(parts.logLevel),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newRequestId,
    bodyLimit: BODY_LIMIT,
    // Who comes while the server closes is still answered.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    connectionTimeout: SOCKETS.stillness,
    requestTimeout: SOCKETS.request,
    http: { headersTimeout: SOCKETS.headers, connectionsCheckingInterval: SOCKETS.checks },
  })
  app.server.maxConnections = SOCKETS.most
  const traceOf = traceRequests(app, parts.metrics)
  await app.register(fastifyCookie)
  app.addHook('onRequest', setSecurityHeaders)
  serveHealth(app, { ...parts, db: parts.store.db })
  await serveGraphql(app, parts, traceOf)
  await serveAttachments(app, {
    store: parts.store,
    files: parts.files,
    asker: async (request) => {
      const now = parts.clock.now()
      const token = request.cookies[cookieName(parts)] ?? null
      return { now, viewer: await viewerOf(parts.store.db, token, now) }
    },
    languageOf: ({ headers }) => languageOf(headers['accept-language']),
    isForeign: ({ headers }) => isForeign(parts, headers.origin, headers.host),
  })
  await serveClient(app, parts.webFolder)
  return app
}

/** Room for the longest description in any encoding, and for telling those who send more what is wrong. */
const BODY_LIMIT = 8 * 1024 * 1024

/** In milliseconds; `most` counts sockets. Uploads over a slow line take the longest. */
const SOCKETS = { headers: 10_000, stillness: 30_000, request: 300_000, checks: 2_000, most: 5_000 }

type TraceOf = ReturnType<typeof traceRequests>

async function serveGraphql(app: FastifyInstance, parts: HttpParts, traceOf: TraceOf): Promise<void> {
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    parseOptions: { maxTokens: 5_000 },
    // Those of a request that came to have a context are told, and logged, by localizeErrors.
    formatError: (_, error) => formatError(error, 'fa', () => {}),
    plugins: [ApolloServerPluginCacheControlDisabled(), fastifyApolloDrainPlugin(app), traceOperations],
  })
  await apollo.start()
  app.post('/graphql', {
    preHandler: refuseForeignRequests(parts),
    handler: fastifyApolloHandler(apollo, {
      context: (request, reply) => contextOf(parts, request, reply, traceOf(request)),
    }),
  })
  serveSubscriptions(app, {
    isForeign: (request) => isForeign(parts, request.headers.origin, request.headers.host),
    createContext: (request) => subscriptionContext(app, parts, request),
    formatError: (error, language) => formatError(error, language, (cause) => app.log.error(cause)),
  })
}

/** Apollo formats errors without the request at hand; its language and its log are known only here. */
const traceOperations: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, contextValue: { trace } }) {
        if (operation) trace.operation = operationOf(operation)
      },
      async willSendResponse({ response, errors, contextValue: { language, viewer, trace } }) {
        trace.userId = viewer?.id ?? null
        if (response.body.kind !== 'single' || !errors?.length) return
        const told = errors.map((error) => formatError(error, language, trace.report))
        response.body.singleResult.errors = told
        trace.code = String(told[0]?.extensions?.['code'])
      },
    }
  },
}

/** JSON from our own pages or from programs: a form on another site can send neither. */
function refuseForeignRequests(parts: HttpParts) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
    if (type !== 'application/json') return reply.code(415).send({ error: 'application/json is expected' })
    if (isForeign(parts, request.headers.origin, request.headers.host)) {
      return reply.code(403).send({ error: 'requests from other sites are refused' })
    }
  }
}

function isForeign({ publicUrl }: HttpParts, origin: string | undefined, host: string | undefined): boolean {
  if (!origin) return false
  if (origin === publicUrl?.origin) return false
  return URL.parse(origin)?.host !== host
}

async function contextOf(
  parts: HttpParts,
  request: FastifyRequest,
  reply: FastifyReply,
  trace: Trace,
): Promise<Context> {
  const { store, clock } = parts
  const now = clock.now()
  const cookie = cookieName(parts)
  const token = request.cookies[cookie] ?? null
  reply.header('cache-control', 'no-store')
  return createContext({
    store,
    now,
    viewer: await viewerOf(store.db, token, now),
    language: languageOf(request.headers['accept-language']),
    clock: { simulated: clock.simulated, speed: clock.speed },
    trace,
    session: {
      token,
      async signIn(input) {
        const { actor, token: fresh } = await signIn(store.db, input, now, token)
        const secure = parts.publicUrl?.protocol === 'https:'
        reply.setCookie(cookie, fresh, {
          path: '/',
          httpOnly: true,
          sameSite: 'lax',
          secure,
          maxAge: 7 * 86_400,
        })
        return actor
      },
      async signOut() {
        if (token) await signOut(store.db, token)
        reply.clearCookie(cookie, { path: '/' })
      },
    },
    changes: () => {
      throw new Error('subscriptions run over the WebSocket only')
    },
  })
}

/** For a subscription: before each event the session is looked at again, and time and caches are fresh. */
async function subscriptionContext(
  app: FastifyInstance,
  parts: HttpParts,
  request: IncomingMessage,
): Promise<Context> {
  const { store, clock, live } = parts
  const token = cookieOf(request, cookieName(parts))
  const context: Context = createContext({
    store,
    now: clock.now(),
    viewer: await viewerOf(store.db, token, clock.now()),
    language: languageOf(request.headers['accept-language']),
    clock: { simulated: clock.simulated, speed: clock.speed },
    trace: { operation: null, code: null, userId: null, report: (cause) => app.log.error(cause) },
    session: {
      token,
      signIn: () => Promise.reject(new Error('signing in takes an HTTP request')),
      signOut: () => Promise.reject(new Error('signing out takes an HTTP request')),
    },
    async *changes(signal: AbortSignal) {
      for await (const event of live.changes(signal)) {
        const now = clock.now()
        Object.assign(
          context,
          createContext({ ...context, now, viewer: await viewerOf(store.db, token, now) }),
        )
        yield event
      }
    },
  })
  return context
}

function cookieName({ publicUrl }: HttpParts): string {
  return publicUrl?.protocol === 'https:' ? '__Host-goshayesh' : 'goshayesh'
}

function cookieOf(request: IncomingMessage, name: string): string | null {
  const cookies = (request.headers.cookie ?? '').split(/; */)
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1) ?? null
}

/** Persian unless English is asked for first. */
function languageOf(header: string | undefined): Language {
  return /^\s*en\b/i.test(header ?? '') ? 'en' : 'fa'
}

const CONTENT_SECURITY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

async function setSecurityHeaders(_: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.headers({
    'content-security-policy': CONTENT_SECURITY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  })
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
