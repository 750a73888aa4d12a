import type { IncomingMessage } from 'node:http'
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled'
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify'
import type { Role } from '@goshayesh/shared/permissions'
import type { Language } from '@goshayesh/shared/refusal'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from './clock.ts'
import { signIn } from './commands/signIn.ts'
import { signOut } from './commands/signOut.ts'
import type { Store } from './commands/transact.ts'
import { lookAtState } from './database/remembered.ts'
import { Answers, type Answer } from './graphql/Answers.ts'
import { AnswerTexts, type GraphqlRequest } from './graphql/AnswerTexts.ts'
import { MOST_TOKENS } from './graphql/checkRequest.ts'
import { createContext, NO_SESSION, type Context, type ContextParts, type Trace } from './graphql/Context.ts'
import { formatError } from './graphql/formatError.ts'
import { KnownRequests } from './graphql/KnownRequests.ts'
import { schema } from './graphql/schema.ts'
import type { Guard } from './guard/Guard.ts'
import { isNewcomer } from './guard/isNewcomer.ts'
import type { Actor } from './records/Actor.ts'
import type { Stamps } from './records/Rules.ts'
import { sendPacked } from './sendPacked.ts'
import { operationOf } from './traceRequests.ts'

/** Who asks, and when. */
export interface Asker {
  token: string | null
  viewer: Actor | null
  /** Who signed in with a password alone and has to turn on a second factor, instead of a viewer. */
  newcomer: Actor | null
  /** Of the viewer's province, looked up with the session. */
  stamps: Stamps | null
  now: number
  /** Of the database, as the session was looked up; null where there was none. */
  state: string | null
}

interface GraphqlParts {
  store: Store
  clock: Clock
  guard: Guard
  asker: (request: IncomingMessage) => Promise<Asker>
  languageOf: (request: FastifyRequest) => Language
  traceOf: (request: FastifyRequest) => Trace
  /** The name of the session's cookie. */
  cookie: string
  isSecure: boolean
  openSchema: boolean
  secondFactorRoles: Role[]
}

/** Queries and mutations at "/graphql". */
export async function serveGraphql(app: FastifyInstance, parts: GraphqlParts): Promise<void> {
  const { guard } = parts
  const execute = await startApollo(app, parts)
  const read = readingBy(execute)
  const known = new KnownRequests()
  const answers = new Answers()
  const reading = new WeakSet<FastifyRequest>()
  const askers = new WeakMap<FastifyRequest, Asker>()
  await app.register(async (scope) => {
    readOnce(scope, known)
    scope.post('/graphql', {
      onRequest: guard.onRequest,
      preHandler: async (request, reply) => {
        const asker = await parts.asker(request.raw)
        const person = asker.viewer ?? asker.newcomer
        guard.countRequest(person, request.raw)
        const { writes } = guard.checkGraphql(request.body, asker.viewer, 'requests')
        if (!writes && !asker.newcomer && known.keep(request.body as object)) reading.add(request)
        const waited = await guard.awaitTurn(person, request.raw, reply.raw)
        // Much may have happened to who has waited.
        askers.set(request, waited ? await parts.asker(request.raw) : asker)
      },
      errorHandler: (error, request, reply) => guard.answer(error, request, reply),
      handler: async (request, reply) => {
        const asker = askers.get(request) ?? (await parts.asker(request.raw))
        const context = contextOf(parts, asker, request)
        void reply.header('cache-control', 'no-store')
        if (!reading.has(request)) {
          const session = sessionOf(parts, asker, request, reply)
          const { body } = await execute(request, reply, createContext({ ...context, session }))
          return sendPacked(request, reply, body)
        }
        const asked = {
          request: request.body as object,
          language: context.language,
          accept: request.headers.accept ?? '',
          viewer: asker.viewer,
          token: asker.token,
          now: asker.now,
          state: asker.state ?? (await lookAtState(parts.store.db)),
        }
        const { stamps, token } = asker
        const session = { ...NO_SESSION, token }
        const { body, type, operation } = await answers.get(asked, (viewer) =>
          read(request, reply, createContext({ ...context, viewer, stamps, session })),
        )
        context.trace.operation = operation
        return sendPacked(request, reply.header('content-type', type), body)
      },
    })
  })
}

type Execute = (request: FastifyRequest, reply: FastifyReply, context: Context) => Promise<Answer>

async function startApollo(app: FastifyInstance, { openSchema }: GraphqlParts): Promise<Execute> {
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    // A document known by its hash alone would pass the guard unseen.
    persistedQueries: false,
    hideSchemaDetailsFromClientErrors: !openSchema,
    parseOptions: { maxTokens: MOST_TOKENS },
    // Those of a request that came to have a context are told, and logged, by traceOperations.
    formatError: (_, error) => formatError(error, 'fa', () => {}),
    plugins: [ApolloServerPluginCacheControlDisabled(), fastifyApolloDrainPlugin(app), traceOperations],
  })
  await apollo.start()
  const contexts = new WeakMap<FastifyRequest, Context>()
  const answer = fastifyApolloHandler(apollo, {
    context: async (request) => {
      const context = contexts.get(request)
      if (!context) throw new Error('a request without a context')
      return context
    },
  })
  return async (request, reply, context) => {
    contexts.set(request, context)
    const body = Buffer.from(String(await answer.call(app, request, reply)))
    const { operation, code } = context.trace
    const type = String(reply.getHeader('content-type'))
    return { body, type, operation, isGood: code === null && reply.statusCode === 200 }
  }
}

/** Each client accepts the same all the time. */
const MOST_TYPES = 100

/** As texts, once a query was executed in the ordinary way and nothing went wrong. */
function readingBy(execute: Execute): Execute {
  const texts = new AnswerTexts(schema)
  /** By what is accepted, as Apollo chose it. */
  const types = new Map<string, string>()
  return async (request, reply, context) => {
    const accept = request.headers.accept ?? ''
    const asked = request.body as GraphqlRequest
    const type = types.get(accept)
    const told = type === undefined ? null : await texts.write(asked, context)
    if (type !== undefined && told) return { ...told, type, isGood: true }
    const answer = await execute(request, reply, context)
    if (!answer.isGood) return answer
    if (types.size >= MOST_TYPES) types.clear()
    types.set(accept, answer.type)
    texts.learn(asked, answer.operation)
    return answer
  }
}

/** All but the session. */
function contextOf(
  { store, clock, traceOf, languageOf }: GraphqlParts,
  { viewer, newcomer, now }: Asker,
  request: FastifyRequest,
): Omit<ContextParts, 'session'> {
  const trace = traceOf(request)
  trace.userId = viewer?.id ?? newcomer?.id ?? null
  const { simulated, speed } = clock
  return {
    store,
    viewer,
    newcomer,
    language: languageOf(request),
    now,
    deviceNow: clock.deviceNow(),
    clock: { simulated, speed },
    trace,
  }
}

/** A text that was read before is not read again. */
function readOnce(scope: FastifyInstance, known: KnownRequests): void {
  const parse = scope.getDefaultJsonParser('error', 'error')
  scope.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, text, done) => {
    const before = known.of(text)
    if (before) return done(null, before)
    return parse(request, text, (error, body: unknown) => {
      if (typeof body === 'object' && body !== null) known.read(text, body)
      done(error, body)
    })
  })
}

/** Apollo formats errors without the request at hand; its language and its log are known only here. */
const traceOperations: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, contextValue: { trace } }) {
        if (operation) trace.operation = operationOf(operation)
      },
      async willSendResponse({ response, errors, contextValue: { language, trace } }) {
        if (response.body.kind !== 'single' || !errors?.length) return
        const told = errors.map((error) => formatError(error, language, trace.report, trace.requestId))
        response.body.singleResult.errors = told
        trace.code = String(told[0]?.extensions?.['code'])
      },
    }
  },
}

function sessionOf(
  { guard, store, cookie, isSecure, secondFactorRoles }: GraphqlParts,
  { token, now }: Asker,
  request: FastifyRequest,
  reply: FastifyReply,
): ContextParts['session'] {
  return {
    token,
    async signIn(input) {
      guard.countPassword(request.raw)
      const door = { userAgent: request.headers['user-agent'], token }
      const { actor, proof, token: fresh } = await signIn(store.db, input, now, door)
      reply.setCookie(cookie, fresh, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: isSecure,
        maxAge: 7 * 86_400,
      })
      const session = { viewer: actor, hasSecondFactor: proof !== 'PASSWORD' }
      return isNewcomer(session, secondFactorRoles) ? { newcomer: actor } : { viewer: actor }
    },
    async signOut() {
      if (token) await signOut(store.db, token)
      reply.clearCookie(cookie, { path: '/' })
    },
  }
}
