import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const pack = promisify(gzip)

/** What is shorter arrives as soon as it is. */
const SHORTEST = 8 * 1024

/** By the bytes themselves: an answer that is kept is packed once for all who get it. */
const kept = new WeakMap<Buffer, Promise<Buffer>>()

/** Sends a text of ours to whoever takes it packed in a tenth of its bytes: a phone in a village waits for each of them. */
export async function sendPacked(
  request: FastifyRequest,
  reply: FastifyReply,
  body: Buffer,
): Promise<FastifyReply> {
  if (body.length < SHORTEST) return reply.send(body)
  void reply.header('vary', 'accept-encoding')
  if (!takesGzip(request)) return reply.send(body)
  const packed = kept.get(body) ?? pack(body, { level: constants.Z_BEST_SPEED })
  kept.set(body, packed)
  return reply.header('content-encoding', 'gzip').send(await packed)
}

function takesGzip({ headers }: FastifyRequest): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(headers['accept-encoding'] ?? '')
}
