import type { ClockFragment } from '../gql/graphql.ts'

interface Clocked {
  nextDeadline: ClockFragment | null
  deadlines: readonly ClockFragment[]
}

/** The deadline that counts: the next one, or of a closed obstacle the one of its resolution. */
export function clockOf({ nextDeadline, deadlines }: Clocked): ClockFragment | null {
  return nextDeadline ?? deadlines.find(({ kind }) => kind === 'RESOLVE') ?? null
}
