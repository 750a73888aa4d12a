import { sql, type Kysely } from 'kysely'

/** Codes of a device that signing in asks for beside the password, and those for whoever has lost the device. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table second_factor (
    user_id integer primary key references "user"(id),
    province_id integer not null references province(id),
    secret text not null, begun_at integer not null, confirmed_at integer, last_step integer not null
  )`,
  `create table recovery_code (
    user_id integer not null references "user"(id),
    province_id integer not null references province(id),
    code_hash text not null,
    primary key (user_id, code_hash)
  )`,
]
