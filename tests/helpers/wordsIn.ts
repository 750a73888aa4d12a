import SqliteDatabase from 'better-sqlite3'

/** The words of a SQLite file that its index has, and those that are known: the same, but for numbers, provinces and long ends. */
export function wordsIn(file: string): { indexed: string[]; known: string[] } {
  const database = new SqliteDatabase(file)
  try {
    database.exec('create virtual table temp.indexed using fts5vocab(main, obstacle_search, row)')
    const read = (sql: string) => database.prepare(sql).pluck().all() as string[]
    const terms = read('select term from temp.indexed').filter((term) => /^[^0-9\u{e000}]/u.test(term))
    return {
      indexed: [...new Set(terms.map((term) => [...term].slice(0, 40).join('')))].sort(),
      known: read('select word from obstacle_search_word').sort(),
    }
  } finally {
    database.close()
  }
}
