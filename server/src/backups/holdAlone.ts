import SqliteDatabase from 'better-sqlite3'

/** Holds off every other process, with all that lay in the journal brought into the file; null where it is past opening. */
export function holdAlone(database: string): SqliteDatabase.Database | null {
  const opened = new SqliteDatabase(database, { timeout: 0 })
  try {
    opened.pragma('journal_mode = DELETE')
    opened.pragma('locking_mode = EXCLUSIVE')
    opened.exec('begin exclusive')
    return opened
  } catch (error) {
    opened.close()
    const code = String((error as { code?: unknown }).code)
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return null
    if (!code.startsWith('SQLITE_BUSY')) throw error
    throw new Error(`A server runs on ${database}: stop it first.`, { cause: error })
  }
}
