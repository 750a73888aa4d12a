import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { logObstacle } from '../../server/src/commands/logObstacle.ts'
import { sweepAttachments } from '../../server/src/commands/sweepAttachments.ts'
import { FileStore } from '../../server/src/files/FileStore.ts'
import { tokenHash } from '../../server/src/queries/viewerOf.ts'
import { DAY } from '../helpers/calendars.ts'
import { postgresUrl } from '../helpers/engines.ts'
import { serveWorld, type Served } from '../helpers/serveWorld.ts'
import { createWorld, type Someone, type World } from '../helpers/world.ts'
import { zip, type ZipPart } from '../helpers/zip.ts'

let world: World
let served: Served
let files: FileStore
let folder: string
let obstacle: number

beforeAll(async () => {
  world = await createWorld()
  folder = join(mkdtempSync(join(tmpdir(), 'goshayesh-files-')), 'files')
  files = new FileStore(folder)
  served = await serveWorld(world, { files })
  for (const who of people) await signIn(who)
})
afterAll(async () => {
  await served.close()
  await world.close()
  rmSync(join(folder, '..'), { recursive: true })
})
beforeEach(async () => {
  obstacle = await newObstacle()
})

const people = [
  'official',
  'secretary',
  'leader',
  'administrator',
  'viewer',
  'neighbour',
  'stranger',
] as const

const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(64)])
const OOXML = 'application/vnd.openxmlformats-officedocument'
const mainTypes = {
  docx: `${OOXML}.wordprocessingml.document.main+xml`,
  xlsx: `${OOXML}.spreadsheetml.sheet.main+xml`,
  pptx: `${OOXML}.presentationml.presentation.main+xml`,
}
const contentTypes = (type: string): ZipPart => ({
  name: '[Content_Types].xml',
  text: `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${type}"/></Types>`,
})
const docx = (...more: ZipPart[]) =>
  zip([contentTypes(mainTypes.docx), { name: 'word/document.xml', text: '<w:document/>' }, ...more])
const openDocument = (type: string, ...more: ZipPart[]) =>
  zip([{ name: 'mimetype', text: `application/vnd.oasis.opendocument.${type}`, stored: true }, ...more])

describe('what is taken, by its content', () => {
  it.each<[string, Buffer, string, string]>([
    ['a.png', png, 'image/png', 'a.png'],
    ['a.jpg', Buffer.from('\xff\xd8\xff\xe0 and so on and on', 'latin1'), 'image/jpeg', 'a.jpg'],
    ['a.gif', Buffer.from('GIF89a and so on and on'), 'image/gif', 'a.gif'],
    ['a.webp', Buffer.from('RIFF....WEBPVP8 and so on'), 'image/webp', 'a.webp'],
    ['گزارش زمان پاسخ.pdf', Buffer.from('%PDF-1.7 and so on'), 'application/pdf', 'گزارش زمان پاسخ.pdf'],
    ['a.docx', docx(), `${OOXML}.wordprocessingml.document`, 'a.docx'],
    ['a.xlsx', zip([contentTypes(mainTypes.xlsx)]), `${OOXML}.spreadsheetml.sheet`, 'a.xlsx'],
    ['a.pptx', zip([contentTypes(mainTypes.pptx)]), `${OOXML}.presentationml.presentation`, 'a.pptx'],
    ['a.odt', openDocument('text'), 'application/vnd.oasis.opendocument.text', 'a.odt'],
    ['a.ods', openDocument('spreadsheet'), 'application/vnd.oasis.opendocument.spreadsheet', 'a.ods'],
    ['a picture that says it is a page.html', png, 'image/png', 'a picture that says it is a page.html.png'],
    ['macros.docm', docx(), `${OOXML}.wordprocessingml.document`, 'macros.docm.docx'],
    ['../../etc/passwd', png, 'image/png', 'passwd.png'],
    ['C:\\فولدر\\تصوير.PNG', png, 'image/png', 'تصویر.PNG'],
    ['invoice\u202egnp.exe', png, 'image/png', 'invoicegnp.exe.png'],
    ['.htaccess', png, 'image/png', 'htaccess.png'],
    ['نامه\u200cها.png', png, 'image/png', 'نامه\u200cها.png'],
  ])('%s', async (name, body, mime, kept) => {
    const { status, answer } = await send('secretary', body, { name })
    expect([status, answer.attachment?.mime, answer.attachment?.name]).toEqual([201, mime, kept])
  })
})

describe('what is refused, whatever it is called', () => {
  const bomb = Buffer.alloc(30_000_000)
  it.each<[string, Buffer]>([
    ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a script', Buffer.from('#!/bin/sh\necho\n')],
    ['a program', Buffer.from('MZ\x90\x00\x03\x00\x00\x00 and so on', 'latin1')],
    ['a text', Buffer.from('nothing')],
    ['three bytes', Buffer.from('PK\x03')],
    ['an old office file', Buffer.from('d0cf11e0a1b11ae100000000000000000000', 'hex')],
    ['a zip of anything', zip([{ name: 'a.txt', text: 'a' }])],
    ['an empty zip', zip([])],
    ['a broken zip', docx().subarray(0, 60)],
    [
      'a Word file with macros',
      zip([contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml')]),
    ],
    ['macros under another name', docx({ name: 'word/vbaProject.bin', text: 'x' })],
    ['an Excel 4 macro sheet', docx({ name: 'xl/macrosheets/sheet1.xml', text: 'x' })],
    [
      'a type behind an entity',
      zip([
        {
          name: '[Content_Types].xml',
          text: `<Types><O ContentType="${mainTypes.docx}"/><O ContentType="a/vb&#97;Project"/></Types>`,
        },
      ]),
    ],
    [
      'a type in UTF-16',
      zip([{ name: '[Content_Types].xml', text: Buffer.from(mainTypes.docx, 'utf16le') }]),
    ],
    ['an OpenDocument with macros', openDocument('text', { name: 'Basic/Standard/Module1.xml', text: 'x' })],
    ['an OpenDocument of another kind', openDocument('graphics')],
    ['a bomb', docx({ name: 'word/media/a.bin', text: bomb })],
    ['a bomb that claims gigabytes', docx({ name: 'a', text: 'a', claims: { uncompressed: 4_000_000_000 } })],
    ['a bomb for a type', zip([{ name: '[Content_Types].xml', text: bomb, claims: { uncompressed: 100 } }])],
    ['overlapping entries', docx({ name: 'a', text: 'a', claims: { offset: 0 } })],
    ['an entry twice', docx({ name: 'word/document.xml', text: 'x' })],
    ['a way out of the folder', docx({ name: '../../a', text: 'x' })],
    ['an encrypted entry', docx({ name: 'a', text: 'x', flags: 1 })],
    ['a page before the zip', Buffer.concat([Buffer.from('<script>'), docx()])],
    ['a page behind the zip', Buffer.concat([docx(), Buffer.from('<script>')])],
  ])('%s', async (_, body) => {
    const { status, answer } = await send('secretary', body, { name: 'a.docx' })
    expect([status, answer.errors?.[0]?.extensions]).toMatchObject([
      422,
      { code: 'INVALID', fields: [{ path: 'file', rule: 'FILE_KIND' }] },
    ])
    expect(await stored()).toEqual([])
  })

  test('nothing at all', async () => {
    const { answer } = await send('secretary', Buffer.alloc(0))
    expect(answer.errors?.[0]?.extensions.fields?.[0]).toMatchObject({ path: 'file', rule: 'REQUIRED' })
  })
  test('no name', async () => {
    const { answer } = await send('secretary', png, { name: ' ' })
    expect(answer.errors?.[0]?.extensions.fields?.[0]).toMatchObject({ path: 'name', rule: 'REQUIRED' })
  })
  test('a name too long', async () => {
    const { answer } = await send('secretary', png, { name: 'ا'.repeat(300) })
    expect(answer.errors?.[0]?.extensions.fields?.[0]).toMatchObject({ path: 'name', rule: 'TOO_LONG' })
    expect(await stored()).toEqual([])
  })
})

describe('size', () => {
  const big = Buffer.concat([png, Buffer.alloc(20 * 1024 * 1024 - png.length)])
  test('twenty megabytes are taken', async () => {
    const { status, answer } = await send('secretary', big)
    expect([status, answer.attachment?.size]).toEqual([201, big.length])
  })
  test('one byte more is not, and the message says so', async () => {
    const { status, answer } = await send('secretary', Buffer.concat([big, Buffer.alloc(1)]))
    expect(status).toBe(422)
    expect(answer.errors?.[0]?.extensions.fields?.[0]).toMatchObject({
      rule: 'FILE_TOO_LARGE',
      message: 'فایل باید حداکثر ۲۰ مگابایت باشد.',
    })
  })
  test('a stream without a length is cut off', async () => {
    const chunk = Buffer.alloc(1024 * 1024)
    const answer = await stream('secretary', [png, ...Array.from({ length: 24 }, () => chunk)])
    expect(answer).toMatchObject({ status: 422, body: expect.stringContaining('FILE_TOO_LARGE') as string })
    expect(await stored()).toEqual([])
  })
  test('a sender who goes away leaves nothing', async () => {
    await stream('secretary', [png], true)
    await expect.poll(() => readdirSync(folder).length).toBe(await rowCount())
  })
  test('the twenty-first file is refused', async () => {
    for (let n = 0; n < 20; n++) expect((await send('secretary', png)).status).toBe(201)
    const { answer } = await send('secretary', png)
    expect(answer.errors?.[0]?.extensions.fields?.[0]).toMatchObject({ path: 'file', rule: 'TOO_MANY' })
  })
})

describe('who may send', () => {
  it.each<[Someone, number, string?]>([
    ['official', 201],
    ['secretary', 201],
    ['leader', 201],
    ['administrator', 201],
    ['viewer', 403, 'FORBIDDEN'],
    ['neighbour', 404, 'NOT_FOUND'],
    ['stranger', 404, 'NOT_FOUND'],
    ['nobody', 401, 'UNAUTHENTICATED'],
  ])('%s: %i', async (who, expected, code) => {
    const { status, answer } = await send(who, png)
    expect([status, answer.errors?.[0]?.extensions.code]).toEqual([expected, code])
  })
  it.each<[string, Record<string, string>, number]>([
    ['without the header', { 'x-goshayesh-upload': '' }, 403],
    ['from another site', { origin: 'https://evil.example' }, 403],
    ['from our own', { origin: 'own' }, 201],
    ['as a form', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['as a text', { 'content-type': 'text/plain' }, 415],
    ['as JSON', { 'content-type': 'application/json' }, 415],
  ])('%s: %i', async (_, headers, status) => {
    expect((await send('secretary', png, {}, headers)).status).toBe(status)
  })
  it.each(['0', 'x', '999', '1e1', "1' or 1=1 --", ''])('to obstacle %j: 404', async (id) => {
    expect((await send('secretary', png, { obstacle: id })).status).toBe(404)
  })
})

describe('who may read', () => {
  it.each<[Someone, number]>([
    ['official', 200],
    ['secretary', 200],
    ['leader', 200],
    ['administrator', 200],
    ['viewer', 200],
    ['neighbour', 404],
    ['stranger', 404],
    ['nobody', 401],
  ])('%s: %i', async (who, status) => {
    const { answer } = await send('secretary', png)
    expect((await get(who, answer.attachment?.url ?? '')).status).toBe(status)
  })
  it.each(['0', '9999', 'x', '..%2f..%2fetc%2fpasswd'])('%s: 404', async (id) => {
    expect((await get('secretary', `/attachments/${id}`)).status).toBe(404)
  })

  test('what is read is what was sent, harmless', async () => {
    const { answer } = await send('secretary', png, { name: "تصویر 'خطا' (1).png" })
    const response = await get('official', answer.attachment?.url ?? '')
    expect(Buffer.from(await response.arrayBuffer()).equals(png)).toBe(true)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(png.length),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-disposition': `inline; filename="_____________1_.png"; filename*=UTF-8''${encodeURIComponent('تصویر ')}%27${encodeURIComponent('خطا')}%27%20%281%29.png`,
    })
  })
  test('an office file is saved, never shown', async () => {
    const { answer } = await send('secretary', docx(), { name: 'a.docx' })
    const response = await get('official', answer.attachment?.url ?? '')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="a\.docx"/)
  })
})

describe('on the obstacle', () => {
  const document = `query ($id: ID!) { obstacle(id: $id) { version commentCount
    attachments { name mime size url uploadedBy { name } uploadedAt }
    timeline { edges { node { kind comment actor { name } } } } } }`
  interface Shown {
    obstacle: {
      version: number
      commentCount: number
      attachments: { name: string; uploadedBy: { name: string } }[]
      timeline: { edges: { node: { kind: string; comment: string | null } }[] }
    }
  }
  const shown = async () => (await world.ask<Shown>('official', document, { id: obstacle })).obstacle

  test('it stands with its event, and makes no edit stale', async () => {
    const before = await shown()
    await send('official', png, { name: 'خطا.png' })
    const after = await shown()
    expect(after.attachments).toMatchObject([{ name: 'خطا.png', uploadedBy: { name: 'official' } }])
    expect(after.timeline.edges.at(-1)?.node).toMatchObject({ kind: 'ATTACHED', comment: 'خطا.png' })
    expect([after.version, after.commentCount]).toEqual([before.version, before.commentCount])
  })

  test('a file without a row goes, one in hand stays, a lost one is hidden until it is back', async () => {
    await send('official', png)
    const [row] = await rows()
    const orphan = 'f'.repeat(32)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, orphan), 'x')
    utimesSync(join(folder, orphan), 0, 0)
    const young = 'e'.repeat(32)
    writeFileSync(join(folder, young), 'x')
    writeFileSync(join(folder, 'note.txt'), 'not ours')
    unlinkSync(join(folder, row!.file))
    await sweepAttachments(world.store, files)
    expect(readdirSync(folder)).not.toContain(orphan)
    // Another server on the same PostgreSQL may just be receiving it.
    expect(readdirSync(folder).includes(young)).toBe(postgresUrl !== null)
    rmSync(join(folder, young), { force: true })
    expect(readdirSync(folder)).toContain('note.txt')
    expect((await shown()).attachments).toEqual([])
    expect((await get('official', `/attachments/${row!.id}`)).status).toBe(404)
    writeFileSync(join(folder, row!.file), png)
    await sweepAttachments(world.store, files)
    expect((await shown()).attachments).toHaveLength(1)
    unlinkSync(join(folder, 'note.txt'))
  })

  test('file names are the server’s own', async () => {
    await send('official', png, { name: '../x.png' })
    const [row] = await rows()
    expect(row!.file).toMatch(/^[0-9a-f]{32}$/)
    expect(readFileSync(join(folder, row!.file)).equals(png)).toBe(true)
  })
})

interface Sent {
  attachment?: { id: string; name: string; mime: string; size: number; url: string }
  errors?: { message: string; extensions: { code: string; fields?: object[] } }[]
}

async function send(
  who: Someone,
  body: Buffer,
  query: { obstacle?: string; name?: string } = {},
  headers: Record<string, string> = {},
): Promise<{ status: number; answer: Sent }> {
  const asked = new URLSearchParams({ obstacle: String(obstacle), name: 'a.png', ...query })
  const response = await fetch(`${served.url}/attachments?${asked.toString()}`, {
    method: 'POST',
    body: new Uint8Array(body),
    headers: {
      'content-type': 'application/octet-stream',
      'x-goshayesh-upload': '1',
      cookie: `goshayesh=${who}`,
      ...headers,
      ...(headers['origin'] === 'own' ? { origin: served.url } : {}),
    },
  })
  return { status: response.status, answer: (await response.json()) as Sent }
}

/** Chunk by chunk, without saying how many; or breaks off after the last. */
function stream(who: Someone, chunks: Buffer[], breakOff = false): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      `${served.url}/attachments?obstacle=${obstacle}&name=a.png`,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/octet-stream',
          'x-goshayesh-upload': '1',
          cookie: `goshayesh=${who}`,
        },
      },
      (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (text: string) => (body += text))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
      },
    )
    request.on('error', (error) => (breakOff ? resolve({ status: 0, body: '' }) : reject(error)))
    for (const chunk of chunks.slice(0, -1)) request.write(chunk)
    const last = chunks.at(-1)
    if (breakOff) request.write(last, () => request.destroy())
    else request.end(last)
  })
}

function get(who: Someone, path: string): Promise<Response> {
  return fetch(`${served.url}${path}`, { headers: { cookie: `goshayesh=${who}` } })
}

async function signIn(who: (typeof people)[number]) {
  const { now } = world.clock
  await world.db
    .insertInto('session')
    .values({
      token_hash: tokenHash(who),
      user_id: world.actor(who).id,
      created_at: now,
      expires_at: now + DAY,
    })
    .execute()
}

function newObstacle(): Promise<number> {
  const draft = { title: 'کندی سامانه', category: 'SOFTWARE' as const, severity: 'HIGH' as const }
  const input = { ...draft, subjectKind: 'AGENCY' as const, agencyCode: 'gaz' }
  return logObstacle(world.store, world.actor('official'), input, world.clock.now)
}

function rows() {
  return world.db.selectFrom('attachment').selectAll().where('obstacle_id', '=', obstacle).execute()
}

async function stored(): Promise<string[]> {
  const all = await world.db.selectFrom('attachment').select('file').execute()
  const known = new Set(all.map(({ file }) => file))
  return (await files.list()).filter((file) => !known.has(file))
}

async function rowCount(): Promise<number> {
  return (await world.db.selectFrom('attachment').select('id').execute()).length
}
