import { sql, type RawBuilder } from 'kysely'
import type { Rules } from '../records/Rules.ts'

/** The id of the milestone that an obstacle belongs to, or null: milestoneOf as a column of a select. */
export function milestoneColumn({ milestones }: Pick<Rules, 'milestones'>): RawBuilder<number | null> {
  if (milestones.length === 0) return sql<null>`null`
  const cases = milestones.map(
    ({ id, due_at, subject_kind }) =>
      sql`when created_at < ${sql.lit(due_at)} and (milestone_id = ${sql.lit(id)} or subject_kind = ${sql.lit(subject_kind)})
        then ${sql.lit(id)}`,
  )
  return sql<number | null>`case ${sql.join(cases, sql` `)} end`
}
