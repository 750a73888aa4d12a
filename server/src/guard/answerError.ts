import type { Language, RefusalCode } from '@goshayesh/shared/refusal'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { GraphQLFormattedError } from 'graphql'
import { formatError } from '../graphql/formatError.ts'

const statuses: Partial<Record<string, number>> & Record<RefusalCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID: 400,
  CONFLICT: 409,
  NOT_ALLOWED_NOW: 409,
  TOO_MANY: 429,
  UNAVAILABLE: 503,
}

/** Answers a request that no resolver sees with an error in the shape that GraphQL's have. */
export function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  language: Language,
  status?: number,
): FastifyReply {
  const told = formatError(error, language, (fault) => request.log.error(fault), request.id)
  const wait = told.extensions?.['retryAfterSeconds']
  if (typeof wait === 'number') void reply.header('retry-after', wait)
  return reply
    .code(status ?? statusOf(told))
    .header('cache-control', 'no-store')
    .type(mediaType(request))
    .send(JSON.stringify({ errors: [told] }))
}

export function statusOf({ extensions }: Pick<GraphQLFormattedError, 'extensions'>): number {
  return statuses[String(extensions?.['code'])] ?? 500
}

/** GraphQL over HTTP has a type of its own, for those who ask for it. */
function mediaType({ headers }: FastifyRequest): string {
  const type = 'application/graphql-response+json'
  return `${headers.accept?.includes(type) ? type : 'application/json'}; charset=utf-8`
}
