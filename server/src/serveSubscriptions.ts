import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Language } from '@goshayesh/shared/refusal'
import type { FastifyInstance } from 'fastify'
import {
  Kind,
  OperationTypeNode,
  parse,
  type DefinitionNode,
  type GraphQLError,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
} from 'graphql'
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, type ConnectionInitMessage } from 'graphql-ws'
import { useServer, type Extra } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import type { Context } from './graphql/Context.ts'
import { schema } from './graphql/schema.ts'

interface SubscriptionParts {
  isForeign: (request: IncomingMessage) => boolean
  createContext: (request: IncomingMessage) => Promise<Context>
  formatError: (error: GraphQLError, language: Language) => GraphQLFormattedError
}

/** Live updates over a WebSocket at "/graphql"; anything but a subscription goes over HTTP. */
export function serveSubscriptions(app: FastifyInstance, parts: SubscriptionParts): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 })
  const contexts = new WeakMap<IncomingMessage, Context>()
  const languageOf = ({ request }: Extra): Language => contexts.get(request)?.language ?? 'fa'
  const server = useServer<ConnectionInitMessage['payload'], Record<string, unknown>>(
    {
      schema,
      context: async ({ extra }) => {
        const context = await parts.createContext(extra.request)
        contexts.set(extra.request, context)
        return context
      },
      onSubscribe: ({ subscriptions }, _id, { query }) => {
        if (Object.keys(subscriptions).length > MOST_SUBSCRIPTIONS) throw new Error('too many subscriptions')
        const operations = parse(query, { maxTokens: 1_000 }).definitions.filter(isOperation)
        if (operations.some(({ operation }) => operation !== OperationTypeNode.SUBSCRIPTION))
          throw new Error('only subscriptions are served here')
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
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const asksForUs = request.headers['sec-websocket-protocol']
      ?.split(/, */)
      .includes(GRAPHQL_TRANSPORT_WS_PROTOCOL)
    if (request.url !== '/graphql' || !asksForUs || parts.isForeign(request)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request))
  }
  app.server.on('upgrade', upgrade)
  app.addHook('preClose', async () => {
    app.server.off('upgrade', upgrade)
    // Tells each to come again (1001, "going away"); who does not answer is not waited for.
    const impatient = setTimeout(() => {
      for (const client of sockets.clients) client.terminate()
    }, GOODBYE)
    await server.dispose()
    clearTimeout(impatient)
  })
}

function isOperation(definition: DefinitionNode): definition is OperationDefinitionNode {
  return definition.kind === Kind.OPERATION_DEFINITION
}

const MOST_SUBSCRIPTIONS = 20
const KEEP_ALIVE = 12_000
const GOODBYE = 1_000
