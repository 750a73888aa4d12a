import type { IncomingMessage } from 'node:http'
import type { BlockList } from 'node:net'
import { invalid, Refusal, type Language } from '@goshayesh/shared/refusal'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { checkRequest } from '../graphql/checkRequest.ts'
import type { DocumentWeight } from '../graphql/measureDocument.ts'
import type { Actor } from '../records/Actor.ts'
import { addressOf } from './addressOf.ts'
import { answerError } from './answerError.ts'
import { isForeign } from './isForeign.ts'
import { RateLimiter } from './RateLimiter.ts'

export interface GuardParts {
  now: () => number
  publicUrl: URL | null
  trustedProxies: BlockList
  languageOf: (request: FastifyRequest | IncomingMessage) => Language
  /** Requests a second that one person may send in the long run; null: as many as they like. */
  requestRate: number | null
  /** Whether the schema may be looked at by anybody. */
  openSchema: boolean
}

/** So many seconds' worth at once: a page that is opened anew, a list that is paged through. */
const BURST_SECONDS = 10
const MOST_SOCKETS = 30
/** Many people come from one address. */
const PEOPLE_AT_AN_ADDRESS = 10

/** Requests that a password is worth, which takes a good while to check. */
const PRICE_OF_A_PASSWORD = 6
/** An office that signs in at eight. */
const PASSWORD_BURST_SECONDS = 20

/** Room for the longest description in any encoding. */
export const MOST_BYTES = 1024 * 1024

/**
 * Stands before everything that is asked: refuses other sites' pages, floods and requests that are too heavy, each
 * with a code of the contract.
 */
export class Guard {
  readonly #parts: GuardParts
  /** A person's tabs and devices. */
  readonly mostSockets: number
  readonly #people: RateLimiter | null
  readonly #addresses: RateLimiter | null
  readonly #passwords: RateLimiter | null

  constructor(parts: GuardParts) {
    const { requestRate: rate } = parts
    const limiter = (rate: number, seconds: number) => new RateLimiter(rate, rate * seconds)
    this.#parts = parts
    this.mostSockets = rate === null ? Infinity : MOST_SOCKETS
    this.#people = rate === null ? null : limiter(rate, BURST_SECONDS)
    this.#addresses = rate === null ? null : limiter(rate * PEOPLE_AT_AN_ADDRESS, BURST_SECONDS)
    this.#passwords = rate === null ? null : limiter(rate / PRICE_OF_A_PASSWORD, PASSWORD_BURST_SECONDS)
  }

  /** From the headers alone, before the body is read. */
  checkSender(request: IncomingMessage): void {
    if (isForeign(request.headers, this.#parts.publicUrl)) throw new Refusal('FORBIDDEN')
    this.#count(this.#addresses, this.#addressOf(request))
  }

  /** One more of somebody's requests; those of nobody count together by their address. */
  countRequest(viewer: Actor | null, request: IncomingMessage): void {
    const who = viewer ? `person ${viewer.id}` : `address ${this.#addressOf(request)}`
    this.#count(this.#people, who)
  }

  /** One more password that somebody at the address wants to have tried, for whichever account. */
  countPassword(request: IncomingMessage): void {
    this.#count(this.#passwords, this.#addressOf(request))
  }

  /** `viewer` is who asks. Answers with what the request weighs. */
  checkGraphql(request: unknown, viewer: Actor | null, served: 'requests' | 'subscriptions'): DocumentWeight {
    const weight = checkRequest(request, served)
    if (weight.introspects && !viewer && !this.#parts.openSchema) throw new Refusal('UNAUTHENTICATED')
    return weight
  }

  /** Before the body of a GraphQL request is read. JSON is what a form of another site can't send. */
  readonly onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    try {
      this.checkSender(request.raw)
      const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
      if (type !== 'application/json') return this.answer(invalid('body', 'BAD_VALUE'), request, reply, 415)
    } catch (error) {
      return this.answer(error, request, reply)
    }
  }

  readonly answer = (error: unknown, request: FastifyRequest, reply: FastifyReply, status?: number) => {
    const unread = unreadStatus(error)
    const told =
      unread === null ? error : invalid('body', unread === 413 ? 'TOO_LONG' : 'BAD_VALUE', MOST_BYTES)
    return answerError(told, request, reply, this.#parts.languageOf(request), status ?? unread ?? undefined)
  }

  #addressOf(request: IncomingMessage): string {
    return addressOf(request, this.#parts.trustedProxies)
  }

  #count(limiter: RateLimiter | null, key: string): void {
    const wait = limiter?.take(key, this.#parts.now()) ?? 0
    if (wait > 0) throw new Refusal('TOO_MANY', [], { retryAfterSeconds: wait })
  }
}

/** The status of a body that could not be read, or null for any other error. */
function unreadStatus(error: unknown): number | null {
  const { code = '', statusCode = 500 } = error as { code?: string; statusCode?: number }
  return code.startsWith('FST_ERR_') && statusCode < 500 ? statusCode : null
}
