import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/** With all above it. Node's own `recursive` tries for ever where a folder that is there denies being there, as /proc does. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
