/** The database of this browser: what was fetched, what waits to be sent, and the files of drafts. */

export type StoreName = 'answers' | 'outbox' | 'files'

const NAME = 'goshayesh'
const VERSION = 2
let opening: Promise<IDBDatabase> | undefined

/** Runs one transaction and gives what its last request read. Rejects where the browser keeps nothing. */
export async function onDevice<Result>(
  name: StoreName,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await (opening ??= open())
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode, { durability: 'strict' })
    const request = act(transaction.objectStore(name))
    transaction.addEventListener('complete', () => resolve(request.result))
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')))
  })
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION)
    request.addEventListener('upgradeneeded', ({ oldVersion }) => {
      request.result.createObjectStore('files')
      if (oldVersion > 0) return
      const answers = request.result.createObjectStore('answers', { keyPath: 'key' })
      answers.createIndex('readAt', 'readAt')
      const outbox = request.result.createObjectStore('outbox', { keyPath: 'position', autoIncrement: true })
      outbox.createIndex('key', 'key', { unique: true })
    })
    request.addEventListener('success', () => {
      const database = request.result
      const forget = (): void => {
        opening = undefined
      }
      database.addEventListener('close', forget)
      database.addEventListener('versionchange', () => {
        forget()
        database.close()
      })
      resolve(database)
    })
    request.addEventListener('error', () => {
      opening = undefined
      reject(request.error ?? new Error('no database'))
    })
  })
}
