import { existsSync } from 'node:fs'
import { copyFile, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
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

/**
 * Attachments never change, and each is on disk before its row: those copied after the rows are all there. What goes
 * meanwhile was refused and never had a row.
 */
export async function copyFiles(from: string, to: string, earlier?: string): Promise<void> {
  if (!existsSync(from)) return
  await mkdir(to)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const { name } = entry
    if (!entry.isFile()) continue
    const [source, target] = [join(from, name), join(to, name)]
    if (earlier !== undefined && (await linked(join(earlier, name), source, target))) continue
    if (await copied(source, target)) await flush(target)
  }
  await flush(to)
}

/** False for a file that is gone by now. */
async function copied(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && !existsSync(from)) return false
    throw error
  }
}

/** Only a file of the same size is the same: what was still coming then was copied in part. */
async function linked(earlier: string, from: string, to: string): Promise<boolean> {
  try {
    const [before, now] = await Promise.all([stat(earlier), stat(from)])
    if (before.size !== now.size) return false
    await link(earlier, to)
    return true
  } catch {
    return false
  }
}
