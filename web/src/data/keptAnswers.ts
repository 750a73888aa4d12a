import { onDevice } from './deviceStore.ts'
import { isSamePerson, whenPersonKnown } from './person.ts'

/** The last answers of the server, kept on this device for when it can not be reached. */

export interface KeptAnswer<Value> {
  key: string
  value: Value
  /** When it was read, by the device's clock: epoch milliseconds. */
  readAt: number
}

/** Whose an answer is: one person's, or anybody's who opens this browser, as who was signed in last. */
export type Keeper = 'person' | 'device'

const MOST = 200
const PRUNE_EVERY = 20
let keptSincePruned = 0

/** Keeps an answer. Where the browser keeps nothing it does nothing. */
export async function keepAnswer(
  keeper: Keeper,
  question: string,
  value: unknown,
  readAt: number,
): Promise<void> {
  try {
    const key = await keyOf(keeper, question)
    // Somebody else has signed in by another tab: whose answer this is can not be told.
    if (keeper === 'person' && !isSamePerson()) return
    await onDevice('answers', 'readwrite', (store) => store.put({ key, value, readAt }))
    if (++keptSincePruned >= PRUNE_EVERY) await prune()
  } catch {
    // Kept for convenience only.
  }
}

/** The last answer to a question; undefined where there is none. */
export async function keptAnswer<Value>(
  keeper: Keeper,
  question: string,
): Promise<KeptAnswer<Value> | undefined> {
  try {
    const key = await keyOf(keeper, question)
    return await onDevice<KeptAnswer<Value> | undefined>('answers', 'readonly', (store) => store.get(key))
  } catch {
    return undefined
  }
}

/** Leaves nothing behind on a device that others use too. */
export async function forgetAnswers(): Promise<void> {
  await onDevice('answers', 'readwrite', (store) => store.clear()).catch(() => undefined)
}

async function keyOf(keeper: Keeper, question: string): Promise<string> {
  return `${keeper === 'person' ? await whenPersonKnown() : ''} ${question}`
}

/** Keeps the newest. */
async function prune(): Promise<void> {
  keptSincePruned = 0
  await onDevice('answers', 'readwrite', (store) => {
    const counting = store.count()
    counting.onsuccess = () => {
      let surplus = counting.result - MOST
      const walking = store.index('readAt').openCursor()
      walking.onsuccess = () => {
        if (surplus-- <= 0) return
        walking.result?.delete()
        walking.result?.continue()
      }
    }
    return counting
  })
}
