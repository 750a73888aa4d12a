import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { Refusal, type Language } from '@goshayesh/shared/refusal'
import type { FastifyInstance } from 'fastify'
import { GraphQLError, type ExecutionArgs, type ExecutionResult, type GraphQLFormattedError } from 'graphql'
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, type ConnectionInitMessage } from 'graphql-ws'
import { useServer, type Extra } from 'graphql-ws/use/ws'
import { WebSocketServer, type WebSocket } from 'ws'
import { readDocument } from './graphql/checkRequest.ts'
import type { Context } from './graphql/Context.ts'
import { questionOf } from './graphql/executeShared.ts'
import { Feed } from './graphql/Feed.ts'
import { nextFrames } from './graphql/nextFrames.ts'
import { schema } from './graphql/schema.ts'
import { feedOf, tellShared } from './graphql/tellShared.ts'
import { statusOf } from './guard/answerError.ts'
import type { Audience } from './guard/Audience.ts'
import type { Guard } from './guard/Guard.ts'
import { SessionWatch, type Ending } from './guard/SessionWatch.ts'
import { whenKnown } from './queries/whenKnown.ts'
import type { Actor } from './records/Actor.ts'

interface SubscriptionParts {
  guard: Guard
  /** The session that the socket is opened with. */
  asker: (request: IncomingMessage) => Promise<{ token: string | null; viewer: Actor | null }>
  /** Who of these sessions is still there. */
  viewers: (tokens: string[]) => Promise<Map<string, Actor>>
  createContext: (request: IncomingMessage) => Promise<Context>
  audience: Audience
  formatError: (error: GraphQLError, language: Language) => GraphQLFormattedError
  report: (error: unknown) => void
}

/**
 * Live updates over a WebSocket at "/graphql", for people who are signed in and as long as they are; anything but a
 * subscription goes over HTTP.
 */
export function serveSubscriptions(app: FastifyInstance, parts: SubscriptionParts): void {
  const { guard } = parts
  // Not compressed: answers are written past it, as whole frames.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024, perMessageDeflate: false })
  const sessions = new SessionWatch(parts.viewers, parts.report)
  const contexts = new WeakMap<IncomingMessage, Context>()
  const languageOf = ({ request }: Extra): Language => contexts.get(request)?.language ?? 'fa'
  const server = useServer<ConnectionInitMessage['payload'], Record<string, unknown>>(
    {
      schema,
      parse: (source) => readDocument(typeof source === 'string' ? source : source.body),
      // Not iterated as it is: onOperation puts a silence into its place.
      subscribe: feedOf as (args: ExecutionArgs) => Promise<AsyncIterable<never> | ExecutionResult>,
      onOperation: ({ extra }, id, _payload, args, feed) =>
        feed instanceof Feed ? tell(extra, id, args, feed) : undefined,
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
    },
    sockets,
    KEEP_ALIVE,
  )

  /** Tells over a socket what the feed has for its listener, until either ends. */
  const tell = ({ socket, request }: Extra, id: string, args: ExecutionArgs, feed: Feed<object>) => {
    const { language, session } = args.contextValue as Context
    const asked = { args, question: questionOf(args) }
    const frameOf = nextFrames(id)
    const forget = parts.audience.add({
      token: session.token ?? '',
      hear: (moment) =>
        whenKnown(tellShared(asked, feed, moment), (results) => {
          for (const result of results) {
            if (silence.ended || socket.readyState !== socket.OPEN) return undefined
            // Whoever does not read is not written to any more.
            if (isBehind(socket)) {
              cutOff(socket, 'BEHIND')
              return undefined
            }
            request.socket.write(frameOf(payloadOf(result, language)))
          }
          if (!moment.viewer) void silence.return()
          return undefined
        }),
      lose: () => cutOff(socket, 'BEHIND'),
    })
    const silence = new Silence(forget)
    // Whoever reads from here on and hears what happens misses nothing. Others pass over a pong that they did not ask for.
    socket.send(JSON.stringify({ type: 'pong', payload: { listening: id } }))
    return silence
  }
  const payloads = new WeakMap<ExecutionResult, Buffer>()
  /** Made once for all who get the same result. */
  const payloadOf = (result: ExecutionResult, language: Language): Buffer => {
    const known = payloads.get(result)
    if (known) return known
    const { data = null, errors } = result
    const told = errors && { errors: errors.map((error) => parts.formatError(error, language)) }
    const payload = Buffer.from(JSON.stringify({ data, ...told }))
    payloads.set(result, payload)
    return payload
  }

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
          client.on('message', () => isBehind(client) && cutOff(client, 'BEHIND'))
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
    // Nobody who is told to come again comes here.
    app.server.close()
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

/** What a client may leave unread, beyond what the network holds. */
const MOST_UNREAD = 256 * 1024

/** graphql-ws's own code, at which a client comes back later and reads all anew; and one that says just that. */
const FORBIDDEN = 4403
const TRY_AGAIN = 1013
const reasons: Record<Ending | 'BEHIND', [code: number, reason: string]> = {
  SIGNED_OUT: [FORBIDDEN, 'Signed out'],
  CHANGED: [FORBIDDEN, 'Other rights'],
  BEHIND: [TRY_AGAIN, 'Too far behind'],
}

function cutOff(client: WebSocket, why: keyof typeof reasons): void {
  client.close(...reasons[why])
}

function isBehind({ bufferedAmount }: WebSocket): boolean {
  return bufferedAmount > MOST_UNREAD
}

/**
 * What graphql-ws waits for: a subscription that says nothing until it ends. All that there is to say is made once for
 * all its listeners, and goes past it.
 */
class Silence implements AsyncIterableIterator<never> {
  ended = false
  readonly #forget: () => void
  #end = () => {}

  constructor(forget: () => void) {
    this.#forget = forget
  }

  next(): Promise<IteratorReturnResult<undefined>> {
    return new Promise((resolve) => {
      this.#end = () => resolve({ value: undefined, done: true })
      if (this.ended) this.#end()
    })
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    this.ended = true
    this.#forget()
    this.#end()
    return { value: undefined, done: true }
  }

  [Symbol.asyncIterator](): this {
    return this
  }
}

function asGraphqlError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error
  return new GraphQLError('refused', { originalError: error as Error })
}
