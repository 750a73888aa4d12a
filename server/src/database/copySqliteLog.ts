import { parentPort, workerData } from 'node:worker_threads'
import SqliteDatabase from 'better-sqlite3'
import type { CopyingThread } from './SqliteLog.ts'

/* The thread of SqliteLog. */

const { file, durable } = workerData as CopyingThread
const database = new SqliteDatabase(file, { fileMustExist: true })
database.pragma(`synchronous = ${durable ? 'FULL' : 'OFF'}`)

parentPort?.on('message', (wish: 'copy' | 'close') => {
  if (wish === 'copy') copy()
  else {
    database.close()
    parentPort?.close()
  }
})

function copy(): void {
  try {
    database.pragma('wal_checkpoint(passive)')
  } catch {
    // The disk is full or gone: the log keeps what it has until somebody asks again.
  }
  parentPort?.postMessage('copied')
}
