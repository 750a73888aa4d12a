import { sql, type Kysely } from 'kysely'

/** The first schema. Ids are never used again, so that an old link can't point to something new. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table province (
    id integer primary key autoincrement,
    name_fa text not null, name_en text not null, timezone text not null,
    rules_stamp text not null, last_number integer not null
  )`,
  `create table installation (id integer primary key check (id = 1), demo integer not null)`,
  `create table agency (
    province_id integer not null references province(id),
    code text not null, name_fa text not null, name_en text not null, kind text not null, stage text not null,
    primary key (province_id, code)
  )`,
  `create table service (
    province_id integer not null,
    code text not null, agency_code text not null, name_fa text not null, name_en text not null,
    audience text not null, channel text not null, in_single_window integer not null,
    primary key (province_id, code),
    foreign key (province_id, agency_code) references agency(province_id, code)
  )`,
  `create index service_by_agency on service(province_id, agency_code)`,
  `create table "user" (
    id integer primary key autoincrement,
    province_id integer not null references province(id),
    email text not null unique, name text not null, role text not null, agency_code text,
    password_hash text, suspended_at integer, created_at integer not null,
    foreign key (province_id, agency_code) references agency(province_id, code)
  )`,
  `create index user_by_province on "user"(province_id, id)`,
  `create table session (
    token_hash text primary key,
    user_id integer not null references "user"(id),
    created_at integer not null, expires_at integer not null
  )`,
  `create index session_by_user on session(user_id)`,
  `create table sign_in_attempt (email text primary key, failures integer not null, last_failed_at integer not null)`,
  `create table milestone (
    id integer primary key autoincrement,
    province_id integer not null references province(id),
    name text not null, due_date text not null, due_at integer not null, subject_kind text
  )`,
  `create index milestone_by_province on milestone(province_id)`,
  `create table weekly_hours (
    id integer primary key autoincrement,
    province_id integer not null references province(id),
    from_date text, to_date text, weekday integer not null, opens text not null, closes text not null
  )`,
  `create index weekly_hours_by_province on weekly_hours(province_id)`,
  `create table dated_hours (
    id integer primary key autoincrement,
    province_id integer not null references province(id),
    date text not null, opens text not null, closes text not null, name text not null
  )`,
  `create index dated_hours_by_date on dated_hours(province_id, date)`,
  `create table closure (
    id integer primary key autoincrement,
    province_id integer not null references province(id),
    date text not null, name text not null, kind text not null
  )`,
  `create index closure_by_date on closure(province_id, date)`,
  `create table sla_policy (
    id integer primary key autoincrement,
    province_id integer not null references province(id),
    set_at integer not null, set_by integer references "user"(id), policy_json text not null
  )`,
  `create index sla_policy_by_province on sla_policy(province_id, id)`,
  `create table obstacle (
    id integer primary key autoincrement,
    province_id integer not null references province(id),
    number integer not null,
    title text not null, description text not null,
    subject_kind text not null, agency_code text, service_code text,
    category text not null, severity text not null, status text not null,
    reporter_id integer not null references "user"(id), reporter_agency_code text,
    owner_id integer references "user"(id), owner_agency_code text,
    milestone_id integer references milestone(id),
    solution text, rejection_reason text, merged_into_id integer references obstacle(id),
    acknowledged_at integer, started_at integer, comment_count integer not null, idempotency_key text,
    version integer not null, created_at integer not null, updated_at integer not null,
    severity_rank integer not null,
    next_due_at integer not null, next_soon_at integer not null, next_paused integer not null,
    overdue integer not null, escalation_level integer not null,
    unique (province_id, number),
    foreign key (province_id, agency_code) references agency(province_id, code),
    foreign key (province_id, service_code) references service(province_id, code)
  )`,
  `create unique index obstacle_by_idempotency_key on obstacle(province_id, reporter_id, idempotency_key)
    where idempotency_key is not null`,
  `create index obstacle_by_status on obstacle(
    province_id, status, next_due_at, id, subject_kind, overdue, next_paused, next_soon_at)`,
  `create index obstacle_by_due on obstacle(province_id, next_due_at, id)`,
  `create index obstacle_by_update on obstacle(province_id, updated_at, id)`,
  `create index obstacle_by_severity on obstacle(province_id, severity_rank, id)`,
  `create index obstacle_overdue on obstacle(province_id, next_due_at, id) where overdue = 1`,
  `create index obstacle_by_agency on obstacle(province_id, agency_code, status, next_due_at, id, overdue)`,
  `create index obstacle_by_owner on obstacle(province_id, owner_id, status, next_due_at, id)`,
  `create index obstacle_by_reporter on obstacle(province_id, reporter_id, id)`,
  `create table obstacle_agency (
    province_id integer not null,
    obstacle_id integer not null references obstacle(id),
    agency_code text not null,
    primary key (province_id, obstacle_id, agency_code),
    foreign key (province_id, agency_code) references agency(province_id, code)
  )`,
  `create index obstacle_agency_by_agency on obstacle_agency(province_id, agency_code, obstacle_id)`,
  `create table deadline (
    id integer primary key autoincrement,
    province_id integer not null references province(id),
    obstacle_id integer not null references obstacle(id),
    kind text not null, state text not null, started_at integer not null,
    target_amount integer, target_unit text, pauses_json text not null,
    due_at integer not null, original_due_at integer not null,
    capped_by integer references milestone(id), soon_at integer not null,
    stopped_at integer, breached_at integer, warned_percent integer not null, level integer not null,
    next_at integer
  )`,
  `create index deadline_by_obstacle on deadline(province_id, obstacle_id, id)`,
  `create index deadline_owed on deadline(province_id, next_at) where next_at is not null`,
  `create table waiting (
    id integer primary key autoincrement,
    province_id integer not null references province(id),
    obstacle_id integer not null references obstacle(id),
    "on" text not null, party text not null, reason text not null,
    since integer not null, until text not null, resume_at integer, ended_at integer
  )`,
  `create index waiting_by_obstacle on waiting(province_id, obstacle_id, id)`,
  `create index waiting_owed on waiting(province_id, resume_at) where resume_at is not null`,
  `create table extension (
    id integer primary key autoincrement,
    province_id integer not null references province(id),
    obstacle_id integer not null references obstacle(id),
    deadline_id integer not null references deadline(id),
    requested_by integer not null references "user"(id), requested_at integer not null,
    reason text not null, until text not null, decision text not null,
    decided_by integer references "user"(id), decided_at integer, note text, past_cap integer not null
  )`,
  `create index extension_by_obstacle on extension(province_id, obstacle_id, id)`,
  `create table event (
    id integer primary key autoincrement,
    province_id integer not null references province(id),
    obstacle_id integer not null references obstacle(id),
    kind text not null, at integer not null, recorded_at integer not null,
    actor_id integer references "user"(id), comment text, level integer,
    deadline_id integer references deadline(id), changes_json text not null
  )`,
  `create index event_by_obstacle on event(province_id, obstacle_id, id)`,
  `create virtual table obstacle_search using fts5(key, content='', contentless_delete=1, tokenize='unicode61')`,
]
