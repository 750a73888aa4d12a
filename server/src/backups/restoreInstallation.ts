import { existsSync } from 'node:fs'
import { copyFile, link, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { migrationNames } from '../database/migrate.ts'
import { filesBeside } from '../files/FileStore.ts'
import { flush } from '../files/flush.ts'
import { makeFolder } from '../makeFolder.ts'
import { copyFiles } from './copyInstallation.ts'
import { holdAlone } from './holdAlone.ts'
import { soundness } from './soundness.ts'

/** Why a backup is not restored, in one line for the person at the terminal. */
export class RestoreError extends Error {}

/**
 * Puts a backup and its attachments in the place of the installation's. What was there before is kept as `aside`, and
 * there is no moment without a database: killed anywhere, the same command again brings it to its end.
 */
export async function restoreInstallation(backup: string, database: string, aside: string): Promise<void> {
  checkBackup(backup)
  for (const taken of [aside, filesBeside(aside)])
    if (existsSync(taken)) throw new RestoreError(`${taken} is there already.`)
  makeFolder(dirname(database))
  const draft = `${database}.restored`
  const lock = existsSync(database) ? holdAlone(database) : null
  try {
    for (const old of [draft, filesBeside(draft)]) await rm(old, { recursive: true, force: true })
    await copyFile(backup, draft)
    await flush(draft)
    await copyFiles(filesBeside(backup), filesBeside(draft))
    // Files go first: of a database without its files nothing is swept away at the next start.
    await moveIfThere(filesBeside(database), filesBeside(aside))
    await moveIfThere(filesBeside(draft), filesBeside(database))
    if (existsSync(database)) await link(database, aside).catch(() => copyFile(database, aside))
    for (const suffix of ['-wal', '-shm']) await moveIfThere(`${database}${suffix}`, `${aside}${suffix}`)
    await rename(draft, database)
    await flush(dirname(database))
  } finally {
    lock?.close()
  }
}

function checkBackup(backup: string): void {
  if (!existsSync(backup)) throw new RestoreError(`There is no backup at ${backup}.`)
  let opened: SqliteDatabase.Database | undefined
  try {
    opened = new SqliteDatabase(backup, { readonly: true })
    const fault = soundness(opened)
    if (fault) throw new RestoreError(`The backup is damaged: ${fault}.`)
    const tables = opened.prepare(`select name from sqlite_master where type = 'table'`).pluck().all()
    if (!tables.includes('kysely_migration') || !tables.includes('installation'))
      throw new RestoreError('This is a database of something else.')
    const names = opened.prepare('select name from kysely_migration').pluck().all() as string[]
    if (names.some((name) => !migrationNames.includes(name)))
      throw new RestoreError('The backup was made by a newer version of Goshayesh; update the program first.')
  } catch (error) {
    if (error instanceof RestoreError) throw error
    throw new RestoreError(
      `The backup can't be read: ${error instanceof Error ? error.message : String(error)}.`,
    )
  } finally {
    opened?.close()
  }
}

async function moveIfThere(from: string, to: string): Promise<void> {
  if (existsSync(from)) await rename(from, to)
}
