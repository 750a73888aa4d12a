import type { Store } from './transact.ts'

/**
 * Does work that would keep all who read waiting in the thread that is there for it; where there is none, here. The
 * thread knows it by its name (jobs/workInThread).
 */
export async function inThread<Given extends unknown[], Result>(
  store: Store,
  work: (store: Store, ...given: Given) => Promise<Result>,
  ...given: Given
): Promise<Result> {
  if (!store.thread) return work(store, ...given)
  return (await store.thread.do(work.name, given)) as Result
}
