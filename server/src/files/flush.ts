import { open } from 'node:fs/promises'

/** What was written to a file is on the disk when this returns; of a folder, the names in it. */
export async function flush(path: string): Promise<void> {
  const opened = await open(path)
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}
