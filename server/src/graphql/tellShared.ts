import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from 'graphql'
import { whenKnown } from '../queries/whenKnown.ts'
import type { Actor } from '../records/Actor.ts'
import { executeShared, type Asked } from './executeShared.ts'
import type { Feed, Moment } from './Feed.ts'

/** Begins a subscription: what it will have to tell, or why it can't be had. */
export async function feedOf(args: ExecutionArgs): Promise<Feed<object> | ExecutionResult> {
  // Every subscription of the schema answers with a feed.
  return (await createSourceEventStream(args)) as Feed<object> | ExecutionResult
}

/**
 * What a subscription tells its listener of an event; results are shared by all who may have the same. Who is signed
 * out by then is told so.
 */
export function tellShared(
  asked: Asked,
  feed: Feed<object>,
  { event, viewer, now }: Moment<Actor | null>,
): ExecutionResult[] | Promise<ExecutionResult[]> {
  if (!viewer) return whenKnown(executeShared(asked, event, { viewer, now }), (result) => [result])
  return whenKnown(feed.at({ event, viewer, now }), (values) => {
    const results = values.map((value) => executeShared(asked, value, { viewer, now }))
    const known = results.flatMap((result) => (result instanceof Promise ? [] : [result]))
    return known.length === results.length
      ? known
      : Promise.all(results.map((result) => Promise.resolve(result)))
  })
}
