import type { EventRow } from '../database/tables.ts'
import type { Actor } from '../records/Actor.ts'

/** An event, whom it is told to, and when. */
export interface Moment<Viewer = Actor> {
  event: EventRow
  viewer: Viewer
  now: number
}

/**
 * What a subscription tells of each event. GraphQL wants something to iterate, but a loop for each listener costs more
 * than what is told: so all are told in one round (`Audience`), for which each feed is asked.
 */
export class Feed<Value extends object> implements AsyncIterable<Value> {
  /** At once where all that it takes has been looked up for somebody else. */
  readonly at: (moment: Moment) => Value[] | Promise<Value[]>

  constructor(at: Feed<Value>['at']) {
    this.at = at
  }

  [Symbol.asyncIterator](): AsyncIterator<Value> {
    throw new Error('a feed is asked at each event, and not iterated')
  }
}
