import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import SqliteDatabase from 'better-sqlite3'
import { Pool } from 'pg'
import { openStatuses } from '@goshayesh/shared/workflow'
import { isPostgresUrl } from '../../../server/src/database/dialects.ts'
import { answerParent } from './Child.ts'

/** One value that the database makes of a statement. */
type Ask = (sql: string) => (value?: string) => string | Buffer | Promise<string>

/** How each engine is asked for JSON, the fastest way that it has. */
interface Engine {
  ask: Ask
  object: string
  array: string
  list: (json: string) => string
  /** The newest hits; the last word is taken for a beginning, as ours takes it. */
  found: (words: string[]) => string
}

function sqlite(file: string): Engine {
  const raw = new SqliteDatabase(file)
  return {
    ask(sql) {
      const statement = raw.prepare(sql.replace('$1', '?')).pluck()
      return (value) => (value === undefined ? statement.get() : statement.get(value)) as string | Buffer
    },
    object: 'json_object',
    array: 'json_array',
    list: (json) => `cast('[' || coalesce(group_concat(${json}), '') || ']' as blob)`,
    found(words) {
      const asked = words.map((word) => `"\u{e001}${word}"`).join(' AND ')
      return `obstacle_search where obstacle_search match '${asked}*' order by rowid desc limit 50`
    },
  }
}

function postgres(location: string): Engine {
  const pool = new Pool({ connectionString: location })
  let statements = 0
  return {
    ask(text) {
      const name = `statement ${++statements}`
      return async (value) => {
        const values = value === undefined ? [] : [value]
        const { rows } = await pool.query<string[]>({ name, text, values, rowMode: 'array' })
        return rows[0]?.[0] ?? ''
      }
    },
    object: 'json_build_object',
    array: 'json_build_array',
    list: (json) => `coalesce(json_agg(${json}), '[]')::text`,
    // Slice by slice, as wordIndex has it.
    found: (words) =>
      `generate_series((select last_number >> 12 from province where id = 1), 0, -1) as slice(number)
        cross join lateral (select rowid from obstacle_search where key @@
          replace('${words.map((word) => `''@${word}''`).join(' & ')}:*', '@', '1.' || slice.number || '.')::tsquery
          order by rowid + 0 desc limit 50) as found limit 50`,
  }
}

/*
 * The same answers with nothing in between: plain HTTP, and JSON that the database builds in one statement a list.
 * "/kept" are bytes that were made before; "…/packed" is sent as browsers take it.
 */
const [location = ''] = process.argv.slice(2)
const { ask, object, array, list, found } = isPostgresUrl(location) ? postgres(location) : sqlite(location)
const open = openStatuses.map((status) => `'${status}'`).join()
const card = `${object}('id', o.id, 'number', o.number, 'title', o.title, 'status', o.status, 'severity', o.severity,
  'category', o.category, 'overdue', o.overdue, 'level', o.escalation_level, 'version', o.version,
  'dueAt', o.next_due_at, 'agency', ${object}('code', a.code, 'name', a.name_fa),
  'owner', ${object}('id', u.id, 'name', u.name))`
const people = `left join agency a on a.province_id = o.province_id and a.code = o.agency_code
  left join "user" u on u.id = o.owner_id`
const cards = (where: string, order: string) =>
  ask(`select ${list('card')} from (select ${card} as card from obstacle o ${people}
    where o.province_id = 1 and ${where} order by ${order} limit 50) as cards`)
const grouped = (key: string) =>
  ask(`select ${list('entry')} from (select ${array}(${key}, count(*), sum(overdue)) as entry from obstacle
    where province_id = 1 and status in (${open}) group by ${key}) as entries`)
const column = cards('o.status = $1', 'o.next_due_at, o.id')
const overdue = cards('o.overdue = 1', 'o.next_due_at, o.id')
const search = (...words: string[]) => cards(`o.id in (select rowid from ${found(words)})`, 'o.id desc')
const [common, rare] = [search('در', 'سامانه'), search('225')]
const [counts, summary] = [grouped('status'), grouped('agency_code')]

type Part = string | Buffer | Promise<string>
const board = (): Part[] => [
  '[',
  ...openStatuses.flatMap((status, index) => [index === 0 ? '' : ',', column(status)]),
  ']',
]
const whole = async (parts: Part[]) =>
  Buffer.concat(await Promise.all(parts.map(async (part) => Buffer.from(await part))))
const keptCounts = await whole([counts()])
const kept = await whole(board())
const pages: Record<string, () => Part[]> = {
  '/board': board,
  '/board/with-kept-counts': () => [keptCounts, ...board()],
  '/board/with-counts': () => [counts(), ...board()],
  '/overdue': () => [overdue()],
  '/summary': () => [summary()],
  '/search/common': () => [common()],
  '/search/rare': () => [rare()],
}
const pack = (bytes: Buffer) => promisify(gzip)(bytes, { level: constants.Z_BEST_SPEED })
const keptPacked = await pack(kept)
const server = createServer((request, response) => {
  response.setHeader('content-type', 'application/json')
  const [path = '', isPacked] = (request.url ?? '').split('/packed')
  if (isPacked !== undefined) response.setHeader('content-encoding', 'gzip')
  if (path === '/kept') response.end(isPacked === undefined ? kept : keptPacked)
  else
    void whole(pages[path]?.() ?? [])
      .then((bytes) => (isPacked === undefined ? bytes : pack(bytes)))
      .then((bytes) => response.end(bytes))
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
answerParent(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {})
