import { join, resolve } from 'node:path'
import { nameOfMoment } from './backups/nameOfMoment.ts'
import { restoreInstallation } from './backups/restoreInstallation.ts'
import { realClock } from './clock.ts'
import { ConfigError, readConfig } from './config.ts'
import { isPostgresUrl } from './database/dialects.ts'
import { runCommand } from './runCommand.ts'

const root = join(import.meta.dirname, '..', '..')

/** `restore FILE` on the command line; tells what is wrong in one line. */
async function main([file]: string[]): Promise<void> {
  if (!file) throw new ConfigError('Say which backup: npm run restore -- <file>')
  const backup = resolve(process.env['INIT_CWD'] ?? '.', file)
  const { database } = readConfig('serve', process.env, root)
  if (isPostgresUrl(database))
    throw new ConfigError('This is for SQLite; PostgreSQL is restored with pg_restore.')
  const aside = `${database}.replaced-${nameOfMoment(realClock.now())}`
  await restoreInstallation(backup, database, aside)
  console.log(`${database} is what ${backup} holds. What was there before is kept as ${aside}.`)
}

await runCommand(main)
