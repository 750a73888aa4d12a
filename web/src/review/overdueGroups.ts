import type { OverdueBy, OverdueRowsQuery, ReviewQuery } from '../gql/graphql.ts'

export type OverdueObstacle = OverdueRowsQuery['obstacles']['edges'][number]['node']
export type OverdueSummary = ReviewQuery['groups'][number]

export interface OverdueRows {
  group: OverdueSummary
  rows: OverdueObstacle[]
}

/** The overdue rows under their groups: levels from the top down, all else with most overdue first, as the server says. */
export function overdueGroups(
  by: OverdueBy,
  groups: readonly OverdueSummary[],
  rows: readonly OverdueObstacle[],
): OverdueRows[] {
  const filled = groups
    .filter(({ overdueCount }) => overdueCount > 0)
    .map((group) => ({ group, rows: rows.filter((row) => groupKeyOf(by, row) === group.key) }))
  return by === 'LEVEL' ? filled.sort((a, b) => Number(b.group.key) - Number(a.group.key)) : filled
}

/** The key under which the server counts an obstacle. */
export function groupKeyOf(by: OverdueBy, row: OverdueObstacle): string {
  switch (by) {
    case 'LEVEL':
      return String(row.escalationLevel)
    case 'AGENCY':
      return row.agency?.code ?? 'SINGLE_WINDOW'
    case 'OWNER':
      return row.owner?.id ?? 'NO_OWNER'
    case 'CATEGORY':
      return row.category
  }
}

/** What narrows a list to a group, as the address has it; nothing where a list can't be narrowed like that. */
export function paramsOfGroup(by: OverdueBy, key: string): Record<string, string> {
  switch (by) {
    case 'LEVEL':
      return { level: String(Number(key) + 1), top: String(Number(key) + 1) }
    case 'AGENCY':
      return key === 'SINGLE_WINDOW' ? {} : { place: key }
    case 'OWNER':
      return key === 'NO_OWNER' ? {} : { owner: key }
    case 'CATEGORY':
      return { category: key }
  }
}
