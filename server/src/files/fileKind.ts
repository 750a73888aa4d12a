import { open } from 'node:fs/promises'
import { officeKind, type FileKind } from './officeKind.ts'
import { readAt } from './readAt.ts'

/** The kind of a file, or null if it is none that is taken. Neither its name nor what the sender says is believed. */
export async function fileKind(path: string): Promise<FileKind | null> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const head = await readAt(file, 0, Math.min(size, 16))
    const simple = signatures.find(({ matches }) => matches(head))
    if (simple) return simple.kind
    return head.readUInt32BE(0) === 0x504b0304 ? await officeKind(file, size) : null
  } catch (error) {
    // Shorter than what it claims to be.
    if (error instanceof RangeError) return null
    throw error
  } finally {
    await file.close()
  }
}

const starts = (head: Buffer, text: string, at = 0) =>
  head.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'))

const signatures: { matches: (head: Buffer) => boolean; kind: FileKind }[] = [
  {
    matches: (head) => starts(head, '\x89PNG\r\n\x1a\n'),
    kind: { mime: 'image/png', extensions: ['png'], inline: true },
  },
  {
    matches: (head) => starts(head, '\xff\xd8\xff'),
    kind: { mime: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jfif'], inline: true },
  },
  {
    matches: (head) => starts(head, 'GIF87a') || starts(head, 'GIF89a'),
    kind: { mime: 'image/gif', extensions: ['gif'], inline: true },
  },
  {
    matches: (head) => starts(head, 'RIFF') && starts(head, 'WEBP', 8),
    kind: { mime: 'image/webp', extensions: ['webp'], inline: true },
  },
  {
    matches: (head) => starts(head, '%PDF-'),
    kind: { mime: 'application/pdf', extensions: ['pdf'], inline: true },
  },
]
