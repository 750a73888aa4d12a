import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Kind, type OperationDefinitionNode } from 'graphql'
import type { Trace } from './graphql/Context.ts'
import type { Metrics } from './metrics.ts'

/** Log options: one JSON object a line. What people wrote, their names and addresses never come into it. */
export function logOptions(level: string) {
  return { level, serializers: { err: told } }
}

export function newRequestId(): string {
  return randomUUID()
}

type Told = Record<string, unknown> & { type: string; message: string; stack: string }

/** What is told of an error: PostgreSQL, for one, hangs values of rows onto its own. */
function told(error: unknown): Told {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: '' }
  const { code } = error as { code?: unknown }
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    message: error.message,
    stack: error.stack ?? '',
    ...(error.cause === undefined ? {} : { cause: told(error.cause) }),
  }
}

/** Each request has an id, in its log lines and in its answer, and its time is measured by operation. */
export function traceRequests(app: FastifyInstance, metrics: Metrics): (request: FastifyRequest) => Trace {
  const traces = new WeakMap<FastifyRequest, Trace>()
  let inHand = 0
  metrics.watch('requests_in_hand', 'Requests that are not answered yet.', () => inHand)
  app.addHook('onRequest', (request, reply, done) => {
    inHand++
    reply.raw.once('close', () => inHand--)
    reply.header('x-request-id', request.id)
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    done()
    const trace = traces.get(request)
    const operation = trace?.operation ?? routeOf(request)
    const code = trace?.code ?? (reply.statusCode < 400 ? 'OK' : String(reply.statusCode))
    metrics.answered(operation, code, reply.elapsedTime)
    if (operation === CLIENT || PROBES.test(operation)) return
    const facts = { operation, code, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }
    request.log.info({ ...facts, userId: trace?.userId ?? null }, 'answered')
  })
  return (request) => {
    const trace: Trace = {
      operation: null,
      code: null,
      userId: null,
      requestId: request.id,
      report: (cause) => request.log.error(cause),
    }
    traces.set(request, trace)
    return trace
  }
}

/** "mutation logObstacle": the schema bounds how many there are, a name given by the client would not. */
export function operationOf({ operation, selectionSet }: OperationDefinitionNode): string {
  const [first] = selectionSet.selections
  return first?.kind === Kind.FIELD ? `${operation} ${first.name.value}` : operation
}

const CLIENT = 'client'
/** They come every few seconds, and say nothing of anybody's work. */
const PROBES = /^GET \/(healthz|readyz|metrics)$/
const ROUTES = ['/graphql', '/attachments', '/attachments/:id', '/healthz', '/readyz', '/metrics']

function routeOf({ method, routeOptions: { url } }: FastifyRequest): string {
  return url !== undefined && ROUTES.includes(url) ? `${method} ${url}` : CLIENT
}
