import { sql, type Kysely } from 'kysely'
import type { Tables } from '../tables.ts'
import { sealAll } from '../seals.ts'

/** The audit trail: what is done to a province itself, and the seals of all that is recorded. */
export async function up(db: Kysely<Tables>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  await sealAll(db)
}

const statements = [
  `create table act (
    id integer primary key autoincrement,
    province_id integer not null references province(id),
    kind text not null, subject text not null, at integer not null,
    actor_id integer references "user"(id), changes_json text not null
  )`,
  `create index act_by_province on act(province_id, id)`,
  `create table seal (
    id integer primary key autoincrement,
    province_id integer not null references province(id),
    position integer not null, source text not null, row_id integer not null, mac text not null
  )`,
  `create unique index seal_by_position on seal(province_id, position)`,
]
