import SqliteDatabase from 'better-sqlite3'
import type { Bare } from './Bare.ts'

type Raw = SqliteDatabase.Database

export function openBareSqlite(file: string, reporter: number, now: number): Bare {
  const raw = openRaw(file)
  return {
    log: bareLog(raw, reporter),
    step: bareStep(raw, now),
    closure: () => bareClosure(raw, now),
    tick: () => bareTick(raw, now),
    close: () => raw.close(),
  }
}

function openRaw(file: string): Raw {
  const raw = new SqliteDatabase(file)
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = FULL')
  return raw
}

function bareLog(raw: Raw, reporter: number): (times: number) => void {
  const id = raw
    .prepare("select max(id) from obstacle where province_id = 1 and status = 'LOGGED'")
    .pluck()
    .get() as number
  const columns = (table: string) =>
    (raw.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => `"${name}"`)
  const insert = (table: string, own: Record<string, string>, where: string) => {
    const names = columns(table)
    const values = names.map((name) => own[name.slice(1, -1)] ?? name)
    return raw.prepare(
      `insert into ${table} (${names.join()}) select ${values.join()} from ${table} where ${where}`,
    )
  }
  const number = raw.prepare(
    'update province set last_number = last_number + 1 where id = 1 returning last_number',
  )
  const obstacle = insert(
    'obstacle',
    { id: 'null', number: '?', reporter_id: String(reporter) },
    `id = ${id}`,
  )
  const part = { id: 'null', obstacle_id: '?' }
  const deadlines = insert('deadline', part, `province_id = 1 and obstacle_id = ${id}`)
  const event = insert('event', part, `province_id = 1 and obstacle_id = ${id} and kind = 'LOGGED'`)
  const search = raw.prepare('insert into obstacle_search(rowid, key) values (?, ?)')
  const words = ['', 'نبود', 'وب', 'سرویس', 'استعلام'].join(' \u{e001}')
  const log = raw.transaction((times: number) => {
    for (let n = 0; n < times; n++) {
      const next = number.pluck().get() as number
      const { lastInsertRowid } = obstacle.run(next)
      deadlines.run(lastInsertRowid)
      event.run(lastInsertRowid)
      search.run(lastInsertRowid, `\u{e001}${next}${words}`)
    }
  })
  return (times) => log.immediate(times)
}

function bareStep(raw: Raw, now: number): (ids: number[]) => void {
  const load = raw.prepare('select * from obstacle where id = ?')
  const clocks = raw.prepare('select * from deadline where province_id = 1 and obstacle_id = ?')
  const obstacle = raw.prepare(
    "update obstacle set status = 'IN_PROGRESS', acknowledged_at = ?, version = version + 1, updated_at = ? where id = ?",
  )
  const deadline = raw.prepare(
    "update deadline set state = 'DONE', stopped_at = ?, next_at = null where province_id = 1 and obstacle_id = ? and kind = 'ACKNOWLEDGE'",
  )
  const event = raw.prepare(
    "insert into event (province_id, obstacle_id, kind, at, recorded_at, actor_id, changes_json) values (1, ?, 'ACKNOWLEDGED', ?, ?, 2, '[]')",
  )
  const step = raw.transaction((ids: number[]) => {
    for (const id of ids) {
      load.get(id)
      clocks.all(id)
      obstacle.run(now, now, id)
      deadline.run(now, id)
      event.run(id, now, now)
    }
  })
  return (ids) => step.immediate(ids)
}

function bareTick(raw: Raw, now: number): void {
  const find = raw.prepare(
    'create temp table due as select id, obstacle_id from deadline where province_id = 1 and next_at <= ? order by next_at limit 2000',
  )
  const acts = ['BREACHED', 'ESCALATED'].map(
    (kind) =>
      `insert into event (province_id, obstacle_id, kind, at, recorded_at, level, deadline_id, changes_json)
      select 1, obstacle_id, '${kind}', ${now}, ${now}, 1, id, '[]' from due`,
  )
  const chunk = raw.transaction(() => {
    raw.exec('drop table if exists temp.due')
    find.run(now)
    const { changes } = raw
      .prepare(
        `update deadline set breached_at = ${now}, level = 1, next_at = ${now + 86_400_000} from due where deadline.id = due.id`,
      )
      .run()
    raw.exec(`update obstacle set overdue = 1, escalation_level = 1, version = version + 1, updated_at = ${now}
      from due where obstacle.id = due.obstacle_id`)
    for (const act of acts) raw.exec(act)
    raw.exec(`insert into notice (province_id, user_id, event_id, obstacle_id, kind, at, count)
      select 1, 2, event.id, event.obstacle_id, event.kind, event.at, 1 from due
      join event on event.province_id = 1 and event.obstacle_id = due.obstacle_id and event.recorded_at = ${now}`)
    return changes
  })
  while (chunk.immediate() > 0);
}

function bareClosure(raw: Raw, now: number): void {
  const moved = `province_id = 1 and state = 'RUNNING' and due_at > ${now}`
  raw
    .transaction(() => {
      raw.exec(`insert into event (province_id, obstacle_id, kind, at, recorded_at, deadline_id, changes_json)
        select 1, obstacle_id, 'DEADLINE_MOVED', 1, 1, id, '[]' from deadline where ${moved}`)
      raw.exec(`update deadline set due_at = due_at + ${DAY}, soon_at = soon_at + ${DAY}, next_at = next_at + ${DAY}
        where ${moved}`)
      raw.exec(`update obstacle set next_due_at = next_due_at + ${DAY}, next_soon_at = next_soon_at + ${DAY}
        where province_id = 1 and next_due_at > ${now} and status in ('LOGGED', 'ASSIGNED', 'IN_PROGRESS')`)
    })
    .immediate()
}

const DAY = 86_400_000
