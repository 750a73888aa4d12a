/** Why the storage can't be written or read just now: no room, not writable, or it does not answer. */
export type StorageFault = 'FULL' | 'READ_ONLY' | 'FAILING'

/** By the codes of SQLite, of PostgreSQL and of the operating system. */
const faults: [code: RegExp, fault: StorageFault][] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG|53100)$/, 'FULL'],
  [/^(SQLITE_READONLY.*|EROFS|25006)$/, 'READ_ONLY'],
  [/^(SQLITE_IOERR.*|SQLITE_CANTOPEN.*|SQLITE_BUSY.*|EIO|EMFILE|ENFILE)$/, 'FAILING'],
  [/^(08\w{3}|53\w{3}|57P0\d|58030|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/, 'FAILING'],
]

/** What pg says of a lost connection bears no code. */
const lost =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/

/** What is wrong with the storage, if that is why something failed; null if it failed for another reason. */
export function storageFault(error: unknown): StorageFault | null {
  if (typeof error !== 'object' || error === null) return null
  const { code, cause, message } = error as { code?: unknown; cause?: unknown; message?: unknown }
  if (typeof message === 'string' && lost.test(message)) return 'FAILING'
  const found = typeof code === 'string' ? faults.find(([pattern]) => pattern.test(code)) : undefined
  return found?.[1] ?? (cause === undefined ? null : storageFault(cause))
}
