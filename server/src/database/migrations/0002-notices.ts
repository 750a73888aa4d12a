import { sql, type Kysely } from 'kysely'

/** Notices, mentions, attachments, steps of a solution, and what a letter says of an obstacle. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table event add column mentions_json text not null default '[]'`,
  `alter table obstacle add column window_step text`,
  `alter table obstacle add column letter_number text`,
  `alter table obstacle add column letter_date text`,
  `create table notice (
    id integer primary key autoincrement,
    province_id integer not null references province(id),
    user_id integer not null references "user"(id),
    event_id integer references event(id), obstacle_id integer references obstacle(id),
    kind text not null, actor_id integer references "user"(id), at integer not null, read_at integer,
    count integer not null, reason text
  )`,
  `create index notice_by_user on notice(province_id, user_id, id)`,
  `create index notice_unread on notice(province_id, user_id, id) where read_at is null`,
  `create unique index notice_once on notice(event_id, user_id) where event_id is not null`,
  `create index user_by_role on "user"(province_id, role, agency_code)`,
  `create table attachment (
    id integer primary key autoincrement,
    province_id integer not null references province(id),
    obstacle_id integer not null references obstacle(id),
    file text not null unique, name text not null, mime text not null, size integer not null,
    uploaded_by integer not null references "user"(id), uploaded_at integer not null, lost integer not null
  )`,
  `create index attachment_by_obstacle on attachment(province_id, obstacle_id, id)`,
  `create table solution_step (
    id integer primary key autoincrement,
    province_id integer not null references province(id),
    obstacle_id integer not null references obstacle(id),
    place integer not null, text text not null, done_at integer, planned_for text
  )`,
  `create index solution_step_by_obstacle on solution_step(province_id, obstacle_id, place)`,
]
