import { existsSync } from 'node:fs'
import { copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { ConfigError, readConfig } from './config.ts'
import { filesBeside } from './files/FileStore.ts'

/** More pages than a file can have: the rest in one go, so that a busy writer can't make the copy start again for ever. */
const ALL_PAGES = 0x7fff_ffff

try {
  const copy = await backup(process.argv[2])
  console.log(`The database was copied to ${copy} and found sound.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

/**
 * Copies the installation's database, which may be in use, into a new file, and its attachments into a folder beside
 * it: one consistent moment, checked and on disk when this returns its path. Never writes over a file; throws with one line to the person at the terminal.
 */
async function backup(target: string | undefined): Promise<string> {
  if (!target) throw new ConfigError('Say where to: npm run backup -- <file>')
  const path = resolve(process.env['INIT_CWD'] ?? '.', target)
  for (const taken of [path, filesBeside(path)])
    if (existsSync(taken)) throw new ConfigError(`${taken} is there already: give another name.`)
  const { database } = readConfig('serve', process.env, process.cwd())
  if (!existsSync(database)) throw new ConfigError(`There is no database at ${database}.`)
  const draft = `${path}.part`
  try {
    await copy(database, draft)
    check(draft)
    await flush(draft)
    await copyFiles(filesBeside(database), filesBeside(path))
    await rename(draft, path)
  } catch (error) {
    await rm(filesBeside(path), { recursive: true, force: true })
    throw error
  } finally {
    await rm(draft, { force: true })
  }
  return path
}

async function copy(from: string, to: string): Promise<void> {
  const source = new SqliteDatabase(from, { readonly: true })
  try {
    await source.backup(to, { progress: () => ALL_PAGES })
  } finally {
    source.close()
  }
}

/** Attachments never change, and each is on disk before its row: those copied after the rows are all there. */
async function copyFiles(from: string, to: string): Promise<void> {
  if (!existsSync(from)) return
  await mkdir(to)
  for (const name of await readdir(from)) {
    await copyFile(join(from, name), join(to, name))
    await flush(join(to, name))
  }
}

function check(path: string): void {
  const copied = new SqliteDatabase(path)
  try {
    // Without a journal beside it the copy is one file; the server sets its own mode when it opens it.
    copied.pragma('journal_mode = DELETE')
    const verdict = copied.pragma('integrity_check', { simple: true })
    if (verdict !== 'ok') throw new Error(`The copy is damaged (${String(verdict)}), so it was not kept.`)
  } finally {
    copied.close()
  }
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
