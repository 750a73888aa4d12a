import { createHash, createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Kysely } from 'kysely'
import { makeFolder } from '../makeFolder.ts'

/** The key of the audit trail is not the one that the trail was begun with. */
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
  const isServer = /^\w+:\/\//.test(location)
  return isServer ? join(import.meta.dirname, '..', '..', '..', 'data', 'audit.key') : `${location}.key`
}

/** On disk before anything is sealed with it; where another process was faster, its key is taken. */
function makeKey(file: string): KeyObject {
  const key = randomBytes(32)
  makeFolder(dirname(file))
  let made: number
  try {
    made = openSync(file, 'wx', 0o600)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return readKey(file)
  }
  writeSync(made, `${key.toString('hex')}\n`)
  fsyncSync(made)
  closeSync(made)
  return createSecretKey(key)
}

function readKey(file: string): KeyObject {
  return createSecretKey(Buffer.from(readFileSync(file, 'utf8').trim(), 'hex'))
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
