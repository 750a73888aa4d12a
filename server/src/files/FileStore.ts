import { randomBytes } from 'node:crypto'
import type { ReadStream } from 'node:fs'
import { open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { makeFolder } from '../makeFolder.ts'
import { flush } from './flush.ts'

/** The folder of the files that belong to a database. */
export function filesBeside(database: string): string {
  return `${database}.files`
}

/** Files that people sent, in one flat folder, under random names that say nothing. */
export class FileStore {
  readonly #folder: string
  /** Being written, or written and not yet in the database. */
  readonly #arriving = new Set<string>()

  constructor(folder: string) {
    this.#folder = folder
  }

  path(file: string): string {
    return join(this.#folder, file)
  }

  /**
   * Writes a stream to a new file and syncs it to the disk; answers with its name and size, or null if there is
   * more than `most` bytes: then nothing is kept. Until `settle` no sweep takes it for an orphan.
   */
  async receive(body: Readable, most: number): Promise<{ file: string; size: number } | null> {
    const file = randomBytes(16).toString('hex')
    this.#arriving.add(file)
    try {
      makeFolder(this.#folder)
      const size = await this.#write(file, body, most)
      if (size !== null) return { file, size }
      await this.discard(file)
      return null
    } catch (error) {
      await this.discard(file)
      throw error
    } finally {
      // What is not read any more is let go by, so that the sender comes to read the answer.
      body.resume()
    }
  }

  /** The file belongs to a row now. */
  settle(file: string): void {
    this.#arriving.delete(file)
  }

  async discard(file: string): Promise<void> {
    await rm(this.path(file), { force: true })
    this.#arriving.delete(file)
  }

  /** The file to read, or null if it is not there. */
  async read(file: string): Promise<ReadStream | null> {
    try {
      return (await open(this.path(file))).createReadStream()
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  }

  /** When it was last written to, in epoch milliseconds of the real time; Infinity once it is gone. */
  async writtenAt(file: string): Promise<number> {
    try {
      return (await stat(this.path(file))).mtimeMs
    } catch (error) {
      if (isMissing(error)) return Infinity
      throw error
    }
  }

  /** The names of all files that have arrived. */
  async list(): Promise<string[]> {
    try {
      return (await readdir(this.#folder)).filter((name) => OWN_NAME.test(name) && !this.#arriving.has(name))
    } catch (error) {
      if (isMissing(error)) return []
      throw error
    }
  }

  async #write(file: string, body: Readable, most: number): Promise<number | null> {
    const handle = await open(this.path(file), 'wx', 0o600)
    try {
      let size = 0
      // Destroying the request's body would tear the connection before the answer is out.
      for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        size += chunk.length
        if (size > most) return null
        // Unlike write, this goes on where the disk takes only a part.
        await handle.appendFile(chunk)
      }
      await handle.sync()
      // The name has to survive a power cut as well as the bytes.
      await flush(this.#folder)
      return size
    } finally {
      await handle.close()
    }
  }
}

/** Whatever else lies in the folder is not ours to remove. */
const OWN_NAME = /^[0-9a-f]{32}$/

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
}
