import { sql, type RawBuilder } from 'kysely'

/**
 * In which of the stretches an instant lies that begin at `starts`, ascending, each ending where the next begins:
 * 0 for the first, and for what lies before it. A search tree, so that many stretches cost few comparisons.
 */
export function bucketColumn(column: string, starts: number[]): RawBuilder<number> {
  return branch(column, starts, 0, starts.length - 1)
}

function branch(column: string, starts: number[], first: number, last: number): RawBuilder<number> {
  if (first >= last) return sql<number>`${sql.lit(first)}`
  const middle = Math.ceil((first + last) / 2)
  const [before, after] = [branch(column, starts, first, middle - 1), branch(column, starts, middle, last)]
  return sql<number>`case when ${sql.ref(column)} < ${starts[middle]} then ${before} else ${after} end`
}
