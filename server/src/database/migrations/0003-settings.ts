import { sql, type Kysely } from 'kysely'

/** What settings and the review keep: fields of work, focal points, stages with their reasons, resolutions. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

/** The fields of the agencies that an installation begins with; all others are GOVERNANCE until somebody says more. */
const fields = {
  ECONOMY:
    'eghtesad maliat gomrok samt shahrak inche standard kar bank-melli bank-keshavarzi bank-sanat post-bank bimeh-iran',
  LAND_AND_TRANSPORT:
    'rah-shahrsazi sabt maskan nosazi shahrdari-gorgan shahrdari-gonbad rahdari rahahan forudgah banader',
  UTILITIES: 'ab-mantaghei abfa bargh gaz pakhsh mokhaberat ict post',
  AGRICULTURE: 'jahad manabe mohit dampezeshki shilat ghalleh havashenasi taavon-rustaei tahghighat',
  HEALTH: 'gums tamin bimeh-salamat behzisti emdad bonyad-shahid helal pezeshki-ghanuni bazneshastegi',
  CULTURE: 'amuzesh fanni-herfei gu gau park miras ershad varzesh ketabkhaneh kanun hajj sedasima',
}

const statements = [
  `alter table agency add column field text not null default 'GOVERNANCE'`,
  `alter table agency add column focal_point_id integer references "user"(id)`,
  ...Object.entries(fields).map(
    ([field, codes]) =>
      `update agency set field = '${field}' where code in (${codes
        .split(' ')
        .map((code) => `'${code}'`)
        .join(', ')})`,
  ),
  `create table stage_change (
    id integer primary key autoincrement,
    province_id integer not null,
    agency_code text not null,
    before text not null, after text not null, reason text not null,
    changed_at integer not null, changed_by integer not null references "user"(id),
    foreign key (province_id, agency_code) references agency(province_id, code)
  )`,
  `create index stage_change_by_agency on stage_change(province_id, agency_code, id)`,
  `alter table milestone add column withdrawn_at integer`,
  `alter table obstacle add column resolved_at integer`,
  `update obstacle set resolved_at = (
    select max(at) from event
    where event.province_id = obstacle.province_id and event.obstacle_id = obstacle.id and event.kind = 'RESOLVED'
  ) where status in ('RESOLVED', 'CLOSED')`,
  `create index obstacle_by_subject on obstacle(
    province_id, subject_kind, created_at, status, milestone_id, overdue)`,
  `create index obstacle_by_resolution on obstacle(
    province_id, resolved_at, subject_kind, created_at, status, milestone_id) where resolved_at is not null`,
  `create index obstacle_of_resistance on obstacle(
    province_id, created_at, subject_kind, status, milestone_id) where category = 'RESISTANCE'`,
  `create index deadline_by_stop on deadline(
    province_id, stopped_at, kind, breached_at, obstacle_id) where state = 'DONE'`,
  `create index extension_by_decision on extension(province_id, decision, requested_at, obstacle_id)`,
]
