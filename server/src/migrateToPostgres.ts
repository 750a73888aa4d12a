import { join } from 'node:path'
import { holdAlone } from './backups/holdAlone.ts'
import { moveInstallation, MoveError } from './commands/moveInstallation.ts'
import { readConfig } from './config.ts'
import { auditKeyFile, readAuditKey } from './database/auditKey.ts'
import { checkIsThere } from './database/checkIsThere.ts'
import { connect } from './database/connect.ts'
import { isPostgresUrl } from './database/dialects.ts'
import { filesBeside } from './files/FileStore.ts'
import { runCommand } from './runCommand.ts'

const root = join(import.meta.dirname, '..', '..')

/** `migrate-to-postgres URL` on the command line: moves the installation in DATABASE_URL, a SQLite file, there. */
async function main([target]: string[]): Promise<void> {
  const { database, auditKey: given } = readConfig('serve', process.env, root)
  if (!target || !isPostgresUrl(target))
    throw new MoveError('usage: npm run migrate-to-postgres -- postgres://user:password@host/database')
  if (isPostgresUrl(database))
    throw new MoveError('DATABASE_URL is to name the SQLite file that moves; the target is the argument')
  checkIsThere(database)
  holdAlone(database)?.close()
  const auditKey = readAuditKey(database, given)
  const from = await connect(database, { auditKey })
  try {
    const to = await connect(target, { auditKey })
    try {
      for (const { table, rows, hash } of await moveInstallation(from, to))
        console.log(`${table.padEnd(20)} ${String(rows).padStart(10)} rows  ${hash.slice(0, 16)}`)
    } finally {
      await to.destroy()
    }
  } finally {
    await from.destroy()
  }
  console.log(
    'All rows have arrived as they were; the SQLite file was left as it is. Each server needs from now on:',
  )
  console.log('  DATABASE_URL  the new one')
  console.log(`  FILES_FOLDER  ${filesBeside(database)}, where the attachments stay`)
  if (given) console.log('  AUDIT_KEY     the same as before')
  else
    console.log(
      `  a copy of ${auditKeyFile(database)} as ${auditKeyFile(target)}: the key of the audit trail`,
    )
}

await runCommand(main)
