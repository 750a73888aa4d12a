import { join } from 'node:path'
import { problemMessage, Refusal } from '@goshayesh/shared/refusal'
import { roles, type Role } from '@goshayesh/shared/permissions'
import { createAccount } from './commands/createAccount.ts'
import { temporaryPassword } from './commands/temporaryPassword.ts'
import { readConfig } from './config.ts'
import { readAuditKey } from './database/auditKey.ts'
import { connect } from './database/connect.ts'
import { realClock } from './clock.ts'
import { openInstallation } from './registry/openInstallation.ts'
import { runCommand } from './runCommand.ts'

const root = join(import.meta.dirname, '..', '..')

/** `account add EMAIL NAME ROLE [AGENCY]` on the command line: prints a password made for the account. */
async function main([verb, email, name, role, agency]: string[]): Promise<void> {
  if (verb !== 'add' || !email || !name || !roles.includes(role as Role)) {
    throw new Error(
      `usage: npm run account -- add EMAIL "NAME" ${roles.join('|')} [AGENCY-CODE, for an OFFICIAL]`,
    )
  }
  const { database, auditKey } = readConfig('serve', process.env, root)
  const db = await connect(database, { auditKey: readAuditKey(database, auditKey) })
  try {
    await openInstallation(db)
    const { id } = await db.selectFrom('province').select('id').orderBy('id').executeTakeFirstOrThrow()
    const now = realClock.now()
    const { password, hash, expiresAt } = await temporaryPassword(now)
    const person = { email, name, role: role as Role, agencyCode: agency ?? null }
    const account = { ...person, passwordHash: hash, passwordExpiresAt: expiresAt }
    await createAccount(db, id, null, account, now).catch(tellByArgument)
    console.log(`${email} can sign in. Password, shown this once and good for a week: ${password}`)
  } finally {
    await db.destroy()
  }
}

const argumentsByPath: Record<string, string> = {
  'input.email': 'EMAIL',
  'input.name': 'NAME',
  'input.agencyCode': 'AGENCY-CODE',
}

function tellByArgument(error: unknown): never {
  if (!(error instanceof Refusal) || error.fields.length === 0) throw error
  const problems = error.fields.map((field) => {
    return `${argumentsByPath[field.path] ?? field.path}: ${problemMessage(field, 'en')}`
  })
  throw new Error(problems.join(' '))
}

await runCommand(main)
