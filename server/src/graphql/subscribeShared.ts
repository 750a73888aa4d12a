import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from 'graphql'
import { executeShared } from './executeShared.ts'

/** As graphql's own subscribe, with results that are shared by all who may have the same. */
export async function subscribeShared(
  args: ExecutionArgs,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(args)
  if (!(Symbol.asyncIterator in source)) return source
  const events = source[Symbol.asyncIterator]() as AsyncIterator<object>
  const results: AsyncIterableIterator<ExecutionResult> = {
    async next() {
      const { value, done } = await events.next()
      if (done) return { value: undefined, done: true }
      return { value: await executeShared(args, value), done: false }
    },
    async return() {
      await events.return?.()
      return { value: undefined, done: true }
    },
    [Symbol.asyncIterator]: () => results,
  }
  return results
}
