/** A failure in one line for the person at the terminal: what happened, and what to do where that is known. */
export function explainFault(error: unknown): string {
  const { code = '', syscall = '', message = String(error) } = error as Partial<NodeJS.ErrnoException>
  if (code === 'EADDRINUSE') return 'the port is taken; give another one in PORT'
  if (code === 'EADDRNOTAVAIL' || (code === 'EACCES' && syscall === 'listen'))
    return `the address can't be used: ${message}`
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return 'the database file is broken or is no database; restore a backup or move it away'
  // Insufficient privilege, as PostgreSQL numbers it.
  if (code === '42501') return `the database's user has to own the database: ${message}`
  if (code.startsWith('SQLITE_BUSY'))
    return 'the database is held by another program; wait for that one or stop it'
  if (['SQLITE_CANTOPEN', 'SQLITE_READONLY', 'EROFS', 'ENOENT', 'ENOTDIR', 'EACCES'].includes(code))
    return `the database can't be written where DATABASE_URL points: ${message}`
  return message
}
