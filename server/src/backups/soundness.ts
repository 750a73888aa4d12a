import type { Database } from 'better-sqlite3'

/** What is wrong with a database file, or null. */
export function soundness(database: Database): string | null {
  const verdict = database.pragma('integrity_check', { simple: true })
  if (verdict !== 'ok') return String(verdict).split('\n')[0] ?? ''
  const orphans = database.pragma('foreign_key_check') as { table: string }[]
  return orphans[0] ? `rows of ${orphans[0].table} refer to what is not there` : null
}

/** How many rows each table holds. */
export function countRows(database: Database): Map<string, number> {
  const tables = database
    .prepare(`select name from pragma_table_list where schema = 'main' and type = 'table' order by name`)
    .pluck()
    .all() as string[]
  return new Map(
    tables.map((table) => [
      table,
      database.prepare(`select count(*) from "${table}"`).pluck().get() as number,
    ]),
  )
}
