import { earliestOwed, enforceDeadlines } from '../commands/enforceDeadlines.ts'
import type { Store } from '../commands/transact.ts'

interface Told {
  at: number
  story: AsyncGenerator<number, void, void>
}

/**
 * Lets many stories happen side by side in the order of their instants, with the enforcer doing in between
 * what is owed, up to `end`. A story that goes on after `end` stays where it is then.
 */
export async function replayHistory(
  store: Store,
  stories: AsyncGenerator<number, void, void>[],
  end: number,
): Promise<void> {
  const ahead: Told[] = []
  const goOn = async (story: Told['story']) => {
    const { value, done } = await story.next()
    if (!done && value <= end) ahead.push({ at: value, story })
  }
  for (const story of stories) await goOn(story)
  while (ahead.length > 0) {
    const next = takeEarliest(ahead)
    await enforceUpTo(store, next.at)
    await goOn(next.story)
  }
  await enforceUpTo(store, end)
}

function takeEarliest(ahead: Told[]): Told {
  let earliest = 0
  for (let n = 1; n < ahead.length; n++) {
    if ((ahead[n]?.at ?? Infinity) < (ahead[earliest]?.at ?? Infinity)) earliest = n
  }
  const [told] = ahead.splice(earliest, 1)
  if (!told) throw new Error('no story is left')
  return told
}

/** Each act at its own instant, as an enforcer that never slept would have done it. */
async function enforceUpTo(store: Store, end: number): Promise<void> {
  for (let at = await earliestOwed(store.db); at <= end; at = await earliestOwed(store.db)) {
    await enforceDeadlines(store, at, 1_000)
  }
}
