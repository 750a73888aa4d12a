import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BlockList, Socket } from 'node:net'
import { invalid, Refusal, type Language } from '@goshayesh/shared/refusal'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { checkRequest } from '../graphql/checkRequest.ts'
import type { DocumentWeight } from '../graphql/measureDocument.ts'
import type { Actor } from '../records/Actor.ts'
import { addressOf } from './addressOf.ts'
import { answerError } from './answerError.ts'
import { isForeign } from './isForeign.ts'
import { networkOf } from './networkOf.ts'
import { RateLimiter } from './RateLimiter.ts'
import { Turns } from './Turns.ts'

export interface GuardParts {
  now: () => number
  publicUrl: URL | null
  trustedProxies: BlockList
  languageOf: (request: FastifyRequest | IncomingMessage) => Language
  /** Of the session that a request names, whether there is one or not. */
  tokenOf: (request: IncomingMessage) => string | null
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

/** Of one person's requests; those beside them wait in line, so that a flood takes turns with everybody else. */
const MOST_IN_HAND = 3
const LONGEST_LINE = 60

/** Sessions of which is remembered whose they were. */
const MOST_TOKENS = 50_000

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
  readonly #turns: Turns | null
  /** By token, as it was last seen. */
  readonly #whose = new Map<string, string>()
  readonly #networks = new WeakMap<Socket, { named: string; network: string }>()

  constructor(parts: GuardParts) {
    const { requestRate: rate } = parts
    const limiter = (rate: number, seconds: number) => new RateLimiter(rate, rate * seconds)
    this.#parts = parts
    this.mostSockets = rate === null ? Infinity : MOST_SOCKETS
    this.#people = rate === null ? null : limiter(rate, BURST_SECONDS)
    this.#addresses = rate === null ? null : limiter(rate * PEOPLE_AT_AN_ADDRESS, BURST_SECONDS)
    this.#turns = rate === null ? null : new Turns(MOST_IN_HAND, LONGEST_LINE)
    this.#passwords = rate === null ? null : limiter(rate / PRICE_OF_A_PASSWORD, PASSWORD_BURST_SECONDS)
  }

  /** How many requests wait for others of the same person. */
  get inLine(): number {
    return this.#turns?.waiting ?? 0
  }

  /** From the headers alone, before the body is read and before anything is looked up: a refusal is to cost next to nothing. */
  checkSender(request: IncomingMessage): void {
    if (isForeign(request.headers, this.#parts.publicUrl)) throw new Refusal('FORBIDDEN')
    this.#count(this.#addresses, this.#addressOf(request))
    const token = this.#parts.tokenOf(request)
    const who = token === null ? this.#who(null, request) : this.#whose.get(token)
    const wait = who === undefined ? 0 : (this.#people?.wait(who, this.#parts.now()) ?? 0)
    if (wait > 0) throw tooMany(wait)
  }

  /** One more of somebody's requests; those of nobody count together by their address. */
  countRequest(viewer: Actor | null, request: IncomingMessage): void {
    const who = this.#who(viewer, request)
    const token = this.#parts.tokenOf(request)
    if (token !== null && viewer) {
      if (this.#whose.size >= MOST_TOKENS) this.#whose.clear()
      this.#whose.set(token, who)
    }
    this.#count(this.#people, who)
  }

  /**
   * Comes back when it is the turn of one more of somebody's requests, which is over when `response` is closed. Answers
   * whether it had to wait.
   */
  async awaitTurn(
    viewer: Actor | null,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<boolean> {
    if (!this.#turns) return false
    const turn = this.#turns.take(this.#who(viewer, request))
    if (!turn) throw tooMany(1)
    if (response.closed) turn.end()
    else response.once('close', () => turn.end())
    if (!(await turn.begun)) throw tooMany(1)
    return turn.waited
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

  /** Found out once for all that a connection sends in the name of the same. */
  #addressOf(request: IncomingMessage): string {
    const named = String(request.headers['x-forwarded-for'])
    const known = this.#networks.get(request.socket)
    if (known?.named === named) return known.network
    const network = networkOf(addressOf(request, this.#parts.trustedProxies))
    this.#networks.set(request.socket, { named, network })
    return network
  }

  #who(viewer: Actor | null, request: IncomingMessage): string {
    return viewer ? `person ${viewer.id}` : `address ${this.#addressOf(request)}`
  }

  #count(limiter: RateLimiter | null, key: string): void {
    const wait = limiter?.take(key, this.#parts.now()) ?? 0
    if (wait > 0) throw tooMany(wait)
  }
}

function tooMany(retryAfterSeconds: number): Refusal {
  return new Refusal('TOO_MANY', [], { retryAfterSeconds })
}

/** The status of a body that could not be read, or null for any other error. */
function unreadStatus(error: unknown): number | null {
  const { code = '', statusCode = 500 } = error as { code?: string; statusCode?: number }
  return code.startsWith('FST_ERR_') && statusCode < 500 ? statusCode : null
}
