import type { FileHandle } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'
import { readAt } from './readAt.ts'

export interface ZipEntry {
  name: string
  stored: boolean
  compressed: number
  uncompressed: number
  /** Where its local header begins. */
  offset: number
}

const most = { entries: 5_000, directory: 1024 * 1024, unpacked: 500 * 1024 * 1024, ratio: 200 }

/**
 * The directory of a zip, or null for one that office programs don't write: broken, encrypted, in several parts,
 * beyond four gigabytes, with hidden or overlapping data, or a bomb. Nothing is unpacked.
 */
export async function readZipDirectory(file: FileHandle, size: number): Promise<ZipEntry[] | null> {
  const end = await findEnd(file, size)
  if (!end || end.count > most.entries || end.length > most.directory) return null
  const entries = readEntries(await readAt(file, end.offset, end.length), end.count)
  return entries && isHonest(entries, end.offset) ? entries : null
}

/** The content of an entry of at most `most` bytes, or null if there is more or it is broken. */
export async function readZipEntry(
  file: FileHandle,
  { offset, stored, compressed }: ZipEntry,
  maxOutputLength: number,
): Promise<Buffer | null> {
  if (compressed > maxOutputLength) return null
  const header = await readAt(file, offset, LOCAL_HEADER)
  if (header.readUInt32LE(0) !== 0x04034b50) return null
  const start = offset + LOCAL_HEADER + header.readUInt16LE(26) + header.readUInt16LE(28)
  const data = await readAt(file, start, compressed)
  try {
    return stored ? data : inflateRawSync(data, { maxOutputLength })
  } catch {
    return null
  }
}

const LOCAL_HEADER = 30
const DIRECTORY_HEADER = 46
const END = 22

/** The record at the very end, behind which nothing but its own comment may stand. */
async function findEnd(file: FileHandle, size: number) {
  const length = Math.min(size, END + 0xffff)
  const tail = await readAt(file, size - length, length)
  for (let at = length - END; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== 0x06054b50 || at + END + tail.readUInt16LE(at + 20) !== length) continue
    const count = tail.readUInt16LE(at + 10)
    const [bytes, offset] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)]
    const isWhole = tail.readUInt32LE(at + 4) === 0 && tail.readUInt16LE(at + 8) === count
    return isWhole && offset + bytes === size - length + at ? { count, offset, length: bytes } : null
  }
  return null
}

function readEntries(directory: Buffer, count: number): ZipEntry[] | null {
  const entries: ZipEntry[] = []
  let at = 0
  for (let n = 0; n < count; n++) {
    if (at + DIRECTORY_HEADER > directory.length || directory.readUInt32LE(at) !== 0x02014b50) return null
    const [flags, method] = [directory.readUInt16LE(at + 8), directory.readUInt16LE(at + 10)]
    const nameEnd = at + DIRECTORY_HEADER + directory.readUInt16LE(at + 28)
    if ((flags & 1) === 1 || (method !== 0 && method !== 8)) return null
    entries.push({
      name: directory.toString('utf8', at + DIRECTORY_HEADER, nameEnd),
      stored: method === 0,
      compressed: directory.readUInt32LE(at + 20),
      uncompressed: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    })
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return at === directory.length ? entries : null
}

function isHonest(entries: ZipEntry[], directoryAt: number): boolean {
  const inPlace = entries.toSorted((a, b) => a.offset - b.offset)
  const isSpaced = inPlace.every(({ offset, compressed, name }, index) => {
    const next = inPlace[index + 1]?.offset ?? directoryAt
    return offset + LOCAL_HEADER + Buffer.byteLength(name) + compressed <= next
  })
  const compressed = entries.reduce((sum, entry) => sum + entry.compressed, 0)
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressed, 0)
  return (
    inPlace[0]?.offset === 0 &&
    isSpaced &&
    new Set(entries.map(({ name }) => name.toLowerCase())).size === entries.length &&
    entries.every(({ name }) => !name.includes('\u0000') && !/^\/|\\|(^|\/)\.\.(\/|$)/.test(name)) &&
    unpacked <= most.unpacked &&
    unpacked <= compressed * most.ratio
  )
}
