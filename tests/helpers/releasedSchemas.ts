import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readAuditKey } from '../../server/src/database/auditKey.ts'

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'schemas')

/** A folder of databases as released versions left them, each named after its last migration. */
export const releasedSchemas = (engine: 'sqlite' | 'postgres') => join(fixtures, engine)

export const releasedVersions = (engine: 'sqlite' | 'postgres') =>
  readdirSync(releasedSchemas(engine)).map((name) => name.replace('.sql', ''))

/** With which the trails in them were sealed, where that version sealed any. */
export const RELEASED_AUDIT_KEY = readAuditKey(':memory:', 'the audit trails of all that was released')
