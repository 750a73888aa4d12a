import { existsSync } from 'node:fs'
import { isPostgresUrl } from './dialects.ts'

/** Throws where there is no SQLite file at the place: to open it would make one. Servers tell themselves. */
export function checkIsThere(location: string): void {
  if (!isPostgresUrl(location) && !existsSync(location))
    throw new Error(`There is no database at ${location}.`)
}
