import { Client } from 'pg'
import type { Bare } from './Bare.ts'

const DAY = 86_400_000

/** What a set of rows takes is one statement, and so one transaction. */
export async function openBarePostgres(location: string, reporter: number, now: number): Promise<Bare> {
  const client = new Client({ connectionString: location })
  await client.connect()
  const log = await logStatement(client, reporter)
  return {
    log: (times) => client.query({ name: 'log', text: log, values: [times] }),
    step: (ids) => client.query({ name: 'step', text: stepStatement(now), values: [ids] }),
    closure: () => client.query(closureStatement(now)),
    async tick() {
      for (let more = true; more;) {
        const { rows } = await client.query<{ count: string }>({ name: 'tick', text: tickStatement(now) })
        more = Number(rows[0]?.count) > 0
      }
    },
    close: () => client.end(),
  }
}

async function logStatement(client: Client, reporter: number): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    "select max(id) as id from obstacle where province_id = 1 and status = 'LOGGED'",
  )
  const id = rows[0]?.id ?? ''
  const copy = async (table: string, own: Record<string, string>, from: string) => {
    const told = await client.query<{ name: string }>(
      'select column_name as name from information_schema.columns where table_schema = current_schema() and table_name = $1',
      [table],
    )
    const names = told.rows.map(({ name }) => name).filter((name) => name !== 'id')
    const values = names.map((name) => own[name] ?? `${table}."${name}"`)
    return `insert into ${table} (${names.map((name) => `"${name}"`).join()}) select ${values.join()} from ${from}`
  }
  const part = { obstacle_id: 'made.id' }
  const obstacle = {
    number: 'last_number - $1::bigint + n',
    reporter_id: String(reporter),
    idempotency_key: 'null',
  }
  return `with numbers as (update province set last_number = last_number + $1 where id = 1 returning last_number),
    made as (${await copy('obstacle', obstacle, `numbers, generate_series(1, $1::bigint) as n, obstacle where id = ${id}`)}
      returning id),
    clocks as (${await copy('deadline', part, `made, deadline where province_id = 1 and obstacle_id = ${id}`)}),
    told as (${await copy('event', part, `made, event where province_id = 1 and obstacle_id = ${id} and kind = 'LOGGED'`)})
    insert into obstacle_search (rowid, key)
    select id, array_to_tsvector(array['نبود', 'وب', 'سرویس', 'استعلام']) from made`
}

const stepStatement = (now: number) => `
  with changed as (update obstacle set status = 'IN_PROGRESS', acknowledged_at = ${now}, version = version + 1,
      updated_at = ${now} where id = any($1::bigint[]) returning id),
  clocks as (update deadline set state = 'DONE', stopped_at = ${now}, next_at = null
      where province_id = 1 and obstacle_id = any($1::bigint[]) and kind = 'ACKNOWLEDGE')
  insert into event (province_id, obstacle_id, kind, at, recorded_at, actor_id, changes_json)
  select 1, id, 'ACKNOWLEDGED', ${now}, ${now}, 2, '[]' from changed`

const closureStatement = (now: number) => `
  with moved as (update deadline set due_at = due_at + ${DAY}, soon_at = soon_at + ${DAY}, next_at = next_at + ${DAY}
      where province_id = 1 and state = 'RUNNING' and due_at > ${now} returning id, obstacle_id),
  obstacles as (update obstacle set next_due_at = next_due_at + ${DAY}, next_soon_at = next_soon_at + ${DAY}
      where province_id = 1 and next_due_at > ${now} and status in ('LOGGED', 'ASSIGNED', 'IN_PROGRESS'))
  insert into event (province_id, obstacle_id, kind, at, recorded_at, deadline_id, changes_json)
  select 1, obstacle_id, 'DEADLINE_MOVED', 1, 1, id, '[]' from moved`

const tickStatement = (now: number) => `
  with due as materialized (select id, obstacle_id from deadline where province_id = 1 and next_at <= ${now}
      order by next_at limit 2000),
  clocks as (update deadline set breached_at = ${now}, level = 1, next_at = ${now + DAY} from due
      where deadline.id = due.id),
  obstacles as (update obstacle set overdue = 1, escalation_level = 1, version = version + 1, updated_at = ${now}
      from due where obstacle.id = due.obstacle_id),
  told as (insert into event (province_id, obstacle_id, kind, at, recorded_at, level, deadline_id, changes_json)
      select 1, obstacle_id, kind, ${now}, ${now}, 1, id, '[]'
      from due, unnest(array['BREACHED', 'ESCALATED']) as kind returning id, obstacle_id, kind, at),
  notices as (insert into notice (province_id, user_id, event_id, obstacle_id, kind, at, count)
      select 1, 2, id, obstacle_id, kind, at, 1 from told)
  select count(*) as count from due`
