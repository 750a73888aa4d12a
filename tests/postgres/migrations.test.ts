import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'
import { describe, expect, test } from 'vitest'
import { connect } from '../../server/src/database/connect.ts'
import { migrationNames } from '../../server/src/database/migrate.ts'
import { foundByWords } from '../../server/src/database/wordIndex.ts'
import { verifyTrail } from '../../server/src/queries/verifyTrail.ts'
import { postgresUrl } from '../helpers/engines.ts'
import { asAdmin, createDatabase } from '../helpers/postgresDatabases.ts'
import { RELEASED_AUDIT_KEY, releasedSchemas, releasedVersions } from '../helpers/releasedSchemas.ts'

/** A database as a version left it. */
async function writeOld(version: string, name: string): Promise<string> {
  const location = await createDatabase(postgresUrl ?? '', `${name}_${version.slice(0, 4)}`, { bare: true })
  const dump = readFileSync(join(releasedSchemas('postgres'), `${version}.sql`), 'utf8')
  await asAdmin(location, (client) => client.query(dump))
  return location
}

async function textsOf(client: Client, sql: string): Promise<string[]> {
  const { rows } = await client.query<{ text: string }>(sql)
  return rows.map(({ text }) => text)
}

/** Columns, indexes and constraints, in whatever order they came to be. */
function shapeOf(location: string): Promise<string[]> {
  return asAdmin(location, async (client) => {
    const parts = [
      `select concat_ws(' ', table_name, column_name, data_type, collation_name, is_nullable, is_identity) as text
        from information_schema.columns where table_schema = 'public'`,
      `select indexdef as text from pg_indexes where schemaname = 'public'`,
      `select conrelid::regclass || ' ' || pg_get_constraintdef(oid) as text from pg_constraint
        where connamespace = 'public'::regnamespace and contype <> 'n'`,
    ]
    const found: string[] = []
    for (const sql of parts) found.push(...(await textsOf(client, sql)))
    return found.sort()
  })
}

type Row = Record<string, unknown>

/** What people wrote, by table, in whatever order. */
function rowsOf(location: string): Promise<Map<string, Row[]>> {
  return asAdmin(location, async (client) => {
    const tables = await textsOf(
      client,
      `select tablename as text from pg_tables where schemaname = 'public' and tablename not like 'kysely%'
        and tablename <> 'obstacle_search'`,
    )
    const found = new Map<string, Row[]>()
    for (const table of tables) {
      const { rows } = await client.query<Row>(`select * from "${table}" order by "${table}"`)
      found.set(table, rows)
    }
    return found
  })
}

const versions = releasedVersions('postgres')

describe.each(versions)('a database of version %s', (version) => {
  test('comes to be what a new one is, with all that is in it, and goes on from there', async () => {
    const location = await writeOld(version, 'released')
    const old = await rowsOf(location)
    expect(old.get('obstacle')).toHaveLength(4)
    const db = await connect(location, { auditKey: RELEASED_AUDIT_KEY })
    const trail = await verifyTrail(db, 1, null)
    const next = await db
      .insertInto('sla_policy')
      .values({ province_id: 1, set_at: 1, set_by: null, policy_json: '{}' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db.deleteFrom('sla_policy').where('id', '=', next.id).execute()
    const found = await db
      .selectFrom('obstacle')
      .select('id')
      .orderBy('id')
      .where(foundByWords(db, { words: ['t'], last: 'BEGINNING' }))
      .execute()
    await db.destroy()
    expect(found.map(({ id }) => id)).toEqual([1, 2, 3, 4])
    expect(trail.fault).toBeNull()
    expect(next.id).toBe(2)
    const kept = await rowsOf(location)
    for (const [table, rows] of old) expect(kept.get(table), table).toMatchObject(rows)

    const fresh = await createDatabase(postgresUrl ?? '', 'new', { bare: true })
    await (await connect(fresh, { auditKey: RELEASED_AUDIT_KEY })).destroy()
    expect(await shapeOf(location)).toEqual(await shapeOf(fresh))
  })
})

describe.each(versions.filter((version) => version !== migrationNames.at(-1)))(
  'a database of version %s',
  (version) => {
    test('stays as it was where a later migration fails', async () => {
      const location = await writeOld(version, 'released_broken')
      await asAdmin(location, (client) =>
        client.query(`
        create function break_it() returns trigger language plpgsql as $$ begin raise 'broken'; end $$;
        create trigger broken before insert on kysely_migration for each row
          when (new.name = '${migrationNames.at(-1)}') execute function break_it()`),
      )
      const before = await shapeOf(location)
      await expect(connect(location, { auditKey: RELEASED_AUDIT_KEY })).rejects.toThrow('broken')
      expect(await shapeOf(location)).toEqual(before)
    })
  },
)
