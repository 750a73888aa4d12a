import type { FileHandle } from 'node:fs/promises'

/** Bytes of a file; RangeError where it has fewer. */
export async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead < length) throw new RangeError('the file ends before')
  return buffer
}
