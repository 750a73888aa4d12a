import { existsSync } from 'node:fs'
import { copyFile, link, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { filesBeside } from '../files/FileStore.ts'
import { flush } from '../files/flush.ts'
import { makeFolder } from '../makeFolder.ts'
import { countRows, soundness } from './soundness.ts'

/** More pages than a file can have: the rest in one go, so that a busy writer can't make the copy start again for ever. */
const ALL_PAGES = 0x7fff_ffff

/**
 * Copies a database, which may be in use, into a new file, and its attachments into a folder beside it: one consistent
 * moment, checked and on disk when this returns. Attachments that an earlier copy holds are linked from there.
 */
export async function copyInstallation(database: string, target: string, earlier?: string): Promise<void> {
  const draft = `${target}.part`
  await claim(draft)
  try {
    const expected = await copyDatabase(database, draft)
    check(draft, expected)
    await flush(draft)
    await copyFiles(filesBeside(database), filesBeside(target), earlier && filesBeside(earlier))
    await rename(draft, target)
    await flush(dirname(target))
  } catch (error) {
    await rm(filesBeside(target), { recursive: true, force: true })
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/** Made first, so that a place where nothing can be written isn't taken for a fault of the database. */
async function claim(draft: string): Promise<void> {
  try {
    makeFolder(dirname(draft))
    await (await open(draft, 'w')).close()
  } catch (error) {
    throw new Error(`No copy can be written there: ${(error as Error).message}.`, { cause: error })
  }
}

/** Answers with the rows of each table: counted and copied in one transaction, they belong to one moment. */
async function copyDatabase(from: string, to: string): Promise<Map<string, number>> {
  const source = new SqliteDatabase(from, { readonly: true })
  try {
    source.exec('begin')
    const counts = countRows(source)
    await source.backup(to, { progress: () => ALL_PAGES })
    return counts
  } finally {
    source.close()
  }
}

function check(path: string, expected: Map<string, number>): void {
  const copied = new SqliteDatabase(path)
  try {
    // Without a journal beside it the copy is one file; the server sets its own mode when it opens it.
    copied.pragma('journal_mode = DELETE')
    const fault = soundness(copied)
    if (fault) throw new Error(`The copy is damaged (${fault}), so it was not kept.`)
    for (const [table, rows] of countRows(copied)) {
      if (expected.get(table) !== rows)
        throw new Error(`The copy lacks rows of ${table}, so it was not kept.`)
    }
  } finally {
    copied.close()
  }
}

/** Attachments never change, and each is on disk before its row: those copied after the rows are all there. */
export async function copyFiles(from: string, to: string, earlier?: string): Promise<void> {
  if (!existsSync(from)) return
  await mkdir(to)
  for (const name of await readdir(from)) {
    if (earlier !== undefined && (await linked(join(earlier, name), join(to, name)))) continue
    await copyFile(join(from, name), join(to, name))
    await flush(join(to, name))
  }
  await flush(to)
}

async function linked(from: string, to: string): Promise<boolean> {
  return link(from, to).then(
    () => true,
    () => false,
  )
}
