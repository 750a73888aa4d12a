import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import SqliteDatabase from 'better-sqlite3'
import { openStatuses } from '@goshayesh/shared/workflow'
import { answerParent } from './Child.ts'

/** The same answers with nothing in between: plain HTTP, and JSON that the database builds in one statement a list. */
const [file = ''] = process.argv.slice(2)
const raw = new SqliteDatabase(file)
const open = openStatuses.map((status) => `'${status}'`).join()
const card = `json_object('id', o.id, 'number', o.number, 'title', o.title, 'status', o.status, 'severity', o.severity,
  'category', o.category, 'overdue', o.overdue, 'level', o.escalation_level, 'version', o.version,
  'dueAt', o.next_due_at, 'agency', json_object('code', a.code, 'name', a.name_fa),
  'owner', json_object('id', u.id, 'name', u.name))`
const people = `left join agency a on a.province_id = o.province_id and a.code = o.agency_code
  left join user u on u.id = o.owner_id`
const list = (where: string, order: string) =>
  raw
    .prepare(
      `select cast('[' || coalesce(group_concat(card), '') || ']' as blob) from (
        select ${card} as card from obstacle o ${people} where o.province_id = 1 and ${where} ${order} limit 50)`,
    )
    .pluck()
const grouped = (column: string) =>
  raw
    .prepare(
      `select json_group_array(json_array(key, total, late)) from (select ${column} as key, count(*) as total,
        sum(overdue) as late from obstacle where province_id = 1 and status in (${open}) group by ${column})`,
    )
    .pluck()
const column = list('o.status = ?', 'order by o.next_due_at, o.id')
const overdue = list('o.overdue = 1', 'order by o.next_due_at, o.id')
const found = list(
  'o.id in (select rowid from obstacle_search where obstacle_search match ? order by rowid desc limit 50)',
  'order by o.id desc',
)
const [counts, summary] = [grouped('status'), grouped('agency_code')]

const pages: Record<string, () => (string | Buffer)[]> = {
  '/board': () => [
    `{"counts":${String(counts.get())},"columns":[`,
    ...openStatuses.flatMap((status, index) => [index === 0 ? '' : ',', column.get(status) as Buffer]),
    ']}',
  ],
  '/overdue': () => [overdue.get() as Buffer],
  '/summary': () => [summary.get() as string],
  '/search': () => [found.get('"وب" AND "سرویس"') as Buffer],
  '/nothing': () => ['{}'],
}
const server = createServer((request, response) => {
  response.setHeader('content-type', 'application/json')
  response.end(Buffer.concat((pages[request.url ?? '']?.() ?? []).map((part) => Buffer.from(part))))
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
answerParent(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {})
