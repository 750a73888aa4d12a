import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { Refusal, type Language } from '@goshayesh/shared/refusal'
import type { FastifyInstance } from 'fastify'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, type ConnectionInitMessage } from 'graphql-ws'
import { useServer, type Extra } from 'graphql-ws/use/ws'
import { WebSocketServer, type WebSocket } from 'ws'
import { readDocument } from './graphql/checkRequest.ts'
import type { Context } from './graphql/Context.ts'
import { schema } from './graphql/schema.ts'
import { subscribeShared } from './graphql/subscribeShared.ts'
import { statusOf } from './guard/answerError.ts'
import type { Guard } from './guard/Guard.ts'
import { SessionWatch, type Ending } from './guard/SessionWatch.ts'
import type { Actor } from './records/Actor.ts'

interface SubscriptionParts {
  guard: Guard
  /** The session that the socket is opened with. */
  asker: (request: IncomingMessage) => Promise<{ token: string | null; viewer: Actor | null }>
  /** Who of these sessions is still there. */
  viewers: (tokens: string[]) => Promise<Map<string, Actor>>
  createContext: (request: IncomingMessage) => Promise<Context>
  formatError: (error: GraphQLError, language: Language) => GraphQLFormattedError
  report: (error: unknown) => void
}

/**
 * Live updates over a WebSocket at "/graphql", for people who are signed in and as long as they are; anything but a
 * subscription goes over HTTP.
 */
export function serveSubscriptions(app: FastifyInstance, parts: SubscriptionParts): void {
  const { guard } = parts
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 })
  const sessions = new SessionWatch(parts.viewers, parts.report)
  const contexts = new WeakMap<IncomingMessage, Context>()
  const languageOf = ({ request }: Extra): Language => contexts.get(request)?.language ?? 'fa'
  const server = useServer<ConnectionInitMessage['payload'], Record<string, unknown>>(
    {
      schema,
      parse: (source) => readDocument(typeof source === 'string' ? source : source.body),
      subscribe: subscribeShared,
      context: async ({ extra }) => {
        const context = await parts.createContext(extra.request)
        contexts.set(extra.request, context)
        return context
      },
      onSubscribe: async ({ subscriptions, extra }, _id, request) => {
        const { viewer } = await parts.asker(extra.request)
        try {
          if (Object.keys(subscriptions).length > MOST_SUBSCRIPTIONS) throw new Refusal('TOO_MANY')
          guard.countRequest(viewer, extra.request)
          guard.checkGraphql(request, viewer, 'subscriptions')
        } catch (error) {
          return [asGraphqlError(error)]
        }
        return undefined
      },
      onError: ({ extra }, _id, _payload, errors) =>
        errors.map((error) => parts.formatError(error, languageOf(extra))),
      onNext: ({ extra }, _id, _payload, _args, result) =>
        result.errors
          ? {
              data: result.data ?? null,
              errors: result.errors.map((error) => parts.formatError(error, languageOf(extra))),
            }
          : undefined,
    },
    sockets,
    KEEP_ALIVE,
  )

  /** The session that the socket speaks for; null where it is over. */
  const admit = async (request: IncomingMessage): Promise<{ token: string; actor: Actor } | null> => {
    const protocols = request.headers['sec-websocket-protocol']?.split(/, */)
    if (request.url !== '/graphql' || !protocols?.includes(GRAPHQL_TRANSPORT_WS_PROTOCOL))
      throw new Refusal('FORBIDDEN')
    guard.checkSender(request)
    const { token, viewer } = await parts.asker(request)
    if (token === null || viewer === null) return null
    if (sessions.countOf(viewer) >= guard.mostSockets) throw new Refusal('TOO_MANY')
    return { token, actor: viewer }
  }
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Whoever goes away meanwhile must not end the process.
    socket.on('error', () => socket.destroy())
    admit(request).then(
      (session) =>
        sockets.handleUpgrade(request, socket, head, (client) => {
          // A browser tells its page why a socket was closed, not why it was never opened.
          if (!session) return cutOff(client, 'SIGNED_OUT')
          const forget = sessions.add({ ...session, end: (why) => cutOff(client, why) })
          client.once('close', forget)
          sockets.emit('connection', client, request)
        }),
      (error: unknown) => {
        const status = statusOf(parts.formatError(asGraphqlError(error), 'en'))
        socket.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\n\r\n`)
      },
    )
  }
  app.server.on('upgrade', upgrade)
  app.addHook('preClose', async () => {
    app.server.off('upgrade', upgrade)
    sessions.stop()
    // Tells each to come again (1001, "going away"); who does not answer is not waited for.
    const impatient = setTimeout(() => {
      for (const client of sockets.clients) client.terminate()
    }, GOODBYE)
    await server.dispose()
    clearTimeout(impatient)
  })
}

const MOST_SUBSCRIPTIONS = 20
const KEEP_ALIVE = 12_000
const GOODBYE = 1_000

/** graphql-ws's own code, at which a client comes back later and reads all anew. */
const FORBIDDEN = 4403
const reasons: Record<Ending, string> = { SIGNED_OUT: 'Signed out', CHANGED: 'Other rights' }

function cutOff(client: WebSocket, why: Ending): void {
  client.close(FORBIDDEN, reasons[why])
}

function asGraphqlError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error
  return new GraphQLError('refused', { originalError: error as Error })
}
