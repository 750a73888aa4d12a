import { isPostgresUrl } from '../../../server/src/database/dialects.ts'
import { openBarePostgres } from './openBarePostgres.ts'
import { openBareSqlite } from './openBareSqlite.ts'

/** Daily work in bare SQL, durable, in as few statements as will do: the limit of what writes. */
export interface Bare {
  /** Copies an obstacle as it was logged, so many times in one transaction: obstacle, deadlines, event, search. */
  log: (times: number) => unknown
  /** Acknowledges obstacles, all in one transaction. */
  step: (ids: number[]) => unknown
  /** Moves every deadline that is still to come by a day, with an event for each, in one transaction. */
  closure: () => unknown
  /** Breaches and escalates all that is due, with events and a notice for each, in chunks of 2,000. */
  tick: () => unknown
  close: () => unknown
}

export function openBare(location: string, reporter: number, now: number): Promise<Bare> {
  return isPostgresUrl(location)
    ? openBarePostgres(location, reporter, now)
    : Promise.resolve(openBareSqlite(location, reporter, now))
}
