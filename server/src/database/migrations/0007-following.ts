import { sql, type Kysely } from 'kysely'

/** Who follows which obstacle. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table follower (
    province_id integer not null references province(id),
    obstacle_id integer not null references obstacle(id),
    user_id integer not null references "user"(id),
    since integer not null,
    primary key (province_id, obstacle_id, user_id)
  )`,
  `create index follower_by_user on follower(province_id, user_id, obstacle_id)`,
]
