import { onDevice } from './deviceStore.ts'
import { storedAs } from './drafts.ts'

/** Files that were chosen for what is not sent yet, kept on this device beside the draft of that name. */

/** The files of a draft; undefined where none are kept. */
export function keptFiles(name: string): Promise<readonly File[] | undefined> {
  return onDevice<readonly File[] | undefined>('files', 'readonly', (store) =>
    store.get(storedAs(name)),
  ).catch(() => undefined)
}

/** Keeps files over a reload and tells whether it could: the device may be full, or keep nothing. */
export function keepFiles(name: string, files: readonly File[]): Promise<boolean> {
  return onDevice('files', 'readwrite', (store) => store.put(files, storedAs(name))).then(
    () => true,
    () => files.length === 0,
  )
}

export async function dropFiles(name: string): Promise<void> {
  await onDevice('files', 'readwrite', (store) => store.delete(storedAs(name))).catch(() => undefined)
}
