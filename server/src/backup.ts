import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { copyInstallation } from './backups/copyInstallation.ts'
import { ConfigError, readConfig } from './config.ts'
import { isPostgresUrl } from './database/dialects.ts'
import { checkIsThere } from './database/checkIsThere.ts'
import { filesBeside } from './files/FileStore.ts'
import { runCommand } from './runCommand.ts'

const root = join(import.meta.dirname, '..', '..')

/** `backup FILE [EARLIER]` on the command line: never writes over a file; tells what is wrong in one line. */
async function main([target, earlier]: string[]): Promise<void> {
  if (!target) throw new ConfigError('Say where to: npm run backup -- <file>')
  const at = (path: string) => resolve(process.env['INIT_CWD'] ?? '.', path)
  const path = at(target)
  for (const taken of [path, filesBeside(path)])
    if (existsSync(taken)) throw new ConfigError(`${taken} is there already: give another name.`)
  const { database } = readConfig('serve', process.env, root)
  if (isPostgresUrl(database))
    throw new ConfigError('This is for SQLite; PostgreSQL is backed up with pg_dump.')
  checkIsThere(database)
  await copyInstallation(database, path, earlier === undefined ? undefined : at(earlier))
  console.log(`The database was copied to ${path} and found sound.`)
}

await runCommand(main)
