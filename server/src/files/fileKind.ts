import { open } from 'node:fs/promises'
import { headLength, kindByHead, type FileKind } from '@goshayesh/shared/fileKinds'
import { officeKind } from './officeKind.ts'
import { readAt } from './readAt.ts'

/** The kind of a file, or null if it is none that is taken. Neither its name nor what the sender says is believed. */
export async function fileKind(path: string): Promise<FileKind | null> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const kind = kindByHead(await readAt(file, 0, Math.min(size, headLength)))
    return kind === 'ZIP' ? await officeKind(file, size) : kind
  } catch (error) {
    // Shorter than what it claims to be.
    if (error instanceof RangeError) return null
    throw error
  } finally {
    await file.close()
  }
}
