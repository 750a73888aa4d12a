import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { limits } from '@goshayesh/shared/obstacleInput'
import { invalid, Refusal, type Language } from '@goshayesh/shared/refusal'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { attachFile, checkAttachable } from './commands/attachFile.ts'
import type { Store } from './commands/transact.ts'
import type { AttachmentRow } from './database/tables.ts'
import { fileKind } from './files/fileKind.ts'
import { fileName } from './files/fileName.ts'
import type { FileStore } from './files/FileStore.ts'
import { readId, thingId } from './graphql/ids.ts'
import { answerError } from './guard/answerError.ts'
import type { Guard } from './guard/Guard.ts'
import { seenAttachment } from './queries/seenAttachment.ts'
import type { Actor } from './records/Actor.ts'

interface AttachmentParts {
  store: Store
  files: FileStore
  /** Who asks, and when. */
  asker: (request: IncomingMessage) => Promise<{ viewer: Actor | null; now: number }>
  languageOf: (request: FastifyRequest) => Language
  guard: Guard
}

/** Files of obstacles: sent to "/attachments", read from "/attachments/<id>". */
export async function serveAttachments(app: FastifyInstance, parts: AttachmentParts): Promise<void> {
  await app.register(async (scope) => {
    // The body stays a stream: bytes are counted as they come.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/octet-stream', (_request, body, done) => done(null, body))
    scope.setErrorHandler((error, request, reply) => refuse(error, request, reply, parts.languageOf(request)))
    scope.addHook('onRequest', async (request) => parts.guard.checkSender(request.raw))
    scope.post('/attachments', (request, reply) => receive(parts, request, reply))
    scope.get('/attachments/:id', (request, reply) => hand(parts, request, reply))
  })
}

const MOST_BYTES = limits.file.max * 1024 * 1024

async function receive(
  { store, files, asker, guard }: AttachmentParts,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  // A form of another site can't send this header.
  if (request.headers['x-goshayesh-upload'] !== '1') throw new Refusal('FORBIDDEN')
  const { viewer, now } = await asker(request.raw)
  guard.countRequest(viewer, request.raw)
  if (!viewer) throw new Refusal('UNAUTHENTICATED')
  const { obstacle, name } = request.query as Record<string, unknown>
  const id = thingId(typeof obstacle === 'string' ? obstacle : '')
  if (typeof name !== 'string' || name.trim() === '') throw invalid('name', 'REQUIRED')
  await checkAttachable(store.db, viewer, id)
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) throw tooLarge()
  const received = await files.receive(request.body as Readable, MOST_BYTES)
  if (!received) throw tooLarge()
  const attach = async () => {
    const kind = received.size > 0 ? await fileKind(files.path(received.file)) : null
    if (!kind) throw invalid('file', received.size > 0 ? 'FILE_KIND' : 'REQUIRED')
    const input = { ...received, id, name: fileName(name, kind), mime: kind.mime }
    return attachFile(store, viewer, input, now)
  }
  const attached = await attach().catch(async (error: unknown) => {
    await files.discard(received.file)
    throw error
  })
  files.settle(received.file)
  return reply
    .code(201)
    .header('cache-control', 'no-store')
    .send({ attachment: told(attached) })
}

function tooLarge(): Refusal {
  return invalid('file', 'FILE_TOO_LARGE', limits.file.max)
}

function told({ id, name, mime, size }: AttachmentRow) {
  return { id: String(id), name, mime, size, url: `/attachments/${id}` }
}

async function hand(
  { store, files, asker, guard }: AttachmentParts,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { viewer } = await asker(request.raw)
  guard.countRequest(viewer, request.raw)
  if (!viewer) throw new Refusal('UNAUTHENTICATED')
  const id = readId((request.params as { id: string }).id)
  const attachment = id === null ? null : await seenAttachment(store.db, viewer, id)
  const content = attachment && (await files.read(attachment.file))
  if (!attachment || !content) throw new Refusal('NOT_FOUND')
  return reply
    .headers({
      'content-type': attachment.mime,
      'content-length': attachment.size,
      'content-disposition': disposition(attachment),
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    .send(content)
}

/** RFC 6266: the name in ASCII for old readers, and as it is in RFC 5987's form. */
function disposition({ name, mime }: AttachmentRow): string {
  const way = /^image\/|^application\/pdf$/.test(mime) ? 'inline' : 'attachment'
  const ascii = name.replaceAll(/[^\w.-]/g, '_')
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${way}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

/** Errors have the shape that GraphQL's have. */
function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply, language: Language) {
  if (isUnsupported(error)) return answerError(invalid('file', 'FILE_KIND'), request, reply, language, 415)
  const isInvalid = error instanceof Refusal && error.code === 'INVALID'
  return answerError(error, request, reply, language, isInvalid ? 422 : undefined)
}

function isUnsupported(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE'
}
