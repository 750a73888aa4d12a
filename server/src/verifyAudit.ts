import { join } from 'node:path'
import { ConfigError, readConfig } from './config.ts'
import { readAuditKey } from './database/auditKey.ts'
import { checkIsThere } from './database/checkIsThere.ts'
import { connect } from './database/connect.ts'
import { verifyTrail, type Anchor } from './queries/verifyTrail.ts'
import { runCommand } from './runCommand.ts'

const root = join(import.meta.dirname, '..', '..')

/**
 * `verify-audit [--anchor PROVINCE:POSITION:HASH …]` on the command line: reckons each province's audit trail anew and
 * prints where it stands, to be kept elsewhere as an anchor.
 */
async function main(args: string[]): Promise<number> {
  const anchors = readAnchors(args)
  const { database, auditKey } = readConfig('serve', process.env, root)
  checkIsThere(database)
  const db = await connect(database, { auditKey: readAuditKey(database, auditKey) })
  try {
    let faults = 0
    for (const { id, name_en } of await db.selectFrom('province').selectAll().orderBy('id').execute()) {
      const { head, fault } = await verifyTrail(db, id, anchors.get(id) ?? null)
      if (fault) faults++
      console.log(fault ? `${name_en}: NOT SOUND: ${fault}` : `${name_en}: sound`)
      console.log(`  anchor ${id}:${head.position}:${head.mac}`)
    }
    return faults === 0 ? 0 : 1
  } finally {
    await db.destroy()
  }
}

function readAnchors(args: string[]): Map<number, Anchor> {
  const given = args.filter((arg) => arg !== '--anchor').map((text) => /^(\d+):(\d+):([\w-]{43})$/.exec(text))
  return new Map(
    given.map((match) => {
      if (!match) throw new ConfigError('usage: npm run verify-audit -- [--anchor PROVINCE:POSITION:HASH …]')
      return [Number(match[1]), { position: Number(match[2]), mac: match[3] ?? '' }]
    }),
  )
}

await runCommand(main, 2)
