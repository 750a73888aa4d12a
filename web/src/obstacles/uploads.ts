import { createStore } from 'solid-js/store'
import { RequestError } from '../data/RequestError.ts'
import { revalidate } from '../data/revision.ts'
import { uploadFile } from '../data/uploadFile.ts'
import { fileProblem } from './fileProblem.ts'

/** A file on its way to an obstacle. It leaves the list when it has arrived; one that was refused stays. */
export interface Upload {
  key: number
  obstacleId: string
  file: File
  state: 'waiting' | 'sending' | 'refused'
  /** The share that is sent, 0 to 1. */
  sent: number
  error: string
  /** It would be refused again. */
  isUnfit: boolean
}

const [uploads, setUploads] = createStore<Upload[]>([])
let lastKey = 0
let line = Promise.resolve()

/** The files that are on their way to an obstacle, in the order of choosing. */
export function uploadsOf(obstacleId: string): Upload[] {
  return uploads.filter((upload) => upload.obstacleId === obstacleId)
}

/** Sends files, one after the other; it goes on while other pages are looked at. */
export function attach(obstacleId: string, files: readonly File[]): void {
  for (const file of files) {
    const key = ++lastKey
    setUploads(uploads.length, {
      key,
      obstacleId,
      file,
      state: 'waiting',
      sent: 0,
      error: '',
      isUnfit: false,
    })
    const checked = check(key, file)
    line = line.then(() => checked).then(() => send(key))
  }
}

export function attachAgain(key: number): void {
  change(key, { state: 'waiting', sent: 0, error: '' })
  line = line.then(() => send(key))
}

export function forgetUpload(key: number): void {
  setUploads((list) => list.filter((upload) => upload.key !== key))
}

/** What will be refused is said at once, whatever is sent before it. */
async function check(key: number, file: File): Promise<void> {
  const error = await fileProblem(file)
  if (error) change(key, { state: 'refused', error, isUnfit: true })
}

async function send(key: number): Promise<void> {
  const upload = uploads.find((one) => one.key === key)
  if (upload?.state !== 'waiting') return
  change(key, { state: 'sending' })
  try {
    await uploadFile(upload.obstacleId, upload.file, (sent) => change(key, { sent }))
    forgetUpload(key)
    revalidate()
  } catch (error) {
    if (!(error instanceof RequestError)) throw error
    change(key, { state: 'refused', error: error.fields[0]?.message ?? error.message })
  }
}

function change(key: number, part: Partial<Upload>): void {
  setUploads((upload) => upload.key === key, part)
}
