import { createHash, createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Kysely } from 'kysely'
import { makeFolder } from '../makeFolder.ts'
import { isPostgresUrl } from './dialects.ts'

/** The key of the audit trail is broken, or not the one that the trail was begun with. */
export class AuditKeyError extends Error {}

/**
 * The secret that seals the audit trail. It lies outside the database, so that whoever writes there can't seal anew
 * what was changed: it is given, or in a file beside the database that is made at the first start.
 */
export function readAuditKey(location: string, given?: string | null): KeyObject {
  if (given) return createSecretKey(createHash('sha256').update(given).digest())
  if (location === ':memory:') return createSecretKey(randomBytes(32))
  const file = auditKeyFile(location)
  try {
    return readKey(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  return makeKey(file)
}

/** Where the key of a database lies that is not given. */
export function auditKeyFile(location: string): string {
  if (!isPostgresUrl(location)) return `${location}.key`
  return join(import.meta.dirname, '..', '..', '..', 'data', 'audit.key')
}

/** The files of keys that this process has made. */
const madeHere = new Set<string>()

/** Removes the key that was made for a database which turned out to have another one: it fits nothing. */
export function takeBackKey(location: string): void {
  const file = auditKeyFile(location)
  if (madeHere.delete(file)) rmSync(file)
}

/** Whole and on disk before anything is sealed with it; where another process was faster, its key is taken. */
function makeKey(file: string): KeyObject {
  makeFolder(dirname(file))
  const draft = `${file}.${randomBytes(8).toString('hex')}`
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
    madeHere.add(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(draft)
  }
  syncFolder(dirname(file))
  return readKey(file)
}

/** The name has to survive a power cut as well as the key. */
function syncFolder(path: string): void {
  const folder = openSync(path, 'r')
  fsyncSync(folder)
  closeSync(folder)
}

function readKey(file: string): KeyObject {
  const text = readFileSync(file, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/.test(text))
    throw new AuditKeyError(`the key of the audit trail in ${file} is broken: put its copy back`)
  return createSecretKey(Buffer.from(text, 'hex'))
}

type Executing = Pick<Kysely<never>, 'getExecutor'>

/** A database and its transactions have the same adapter, and no other database has it. */
const keys = new WeakMap<object, KeyObject>()

export function keepAuditKey(db: Executing, key: KeyObject): void {
  keys.set(db.getExecutor().adapter, key)
}

export function auditKeyOf(db: Executing): KeyObject {
  const key = keys.get(db.getExecutor().adapter)
  if (!key) throw new Error('this database has no audit key')
  return key
}
