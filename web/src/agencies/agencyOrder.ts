import type { AgencyField, TileFragment } from '../gql/graphql.ts'

export const sorts = ['field', 'severity', 'name'] as const
export type Sort = (typeof sorts)[number]

export interface AgencyRow {
  /** Null: all agencies in one row. */
  field: AgencyField | null
  codes: string[]
}

const fields: readonly AgencyField[] = [
  'ECONOMY',
  'LAND_AND_TRANSPORT',
  'UTILITIES',
  'AGRICULTURE',
  'HEALTH',
  'CULTURE',
  'GOVERNANCE',
]

export function sortOf(text: string | undefined): Sort {
  return sorts.find((sort) => sort === text) ?? 'field'
}

/** The places of the tiles: by field of work, by need (most overdue first, then most open), or by name. */
export function agencyOrder(
  agencies: readonly TileFragment[],
  sort: Sort,
  compare: (a: string, b: string) => number,
): AgencyRow[] {
  const byName = [...agencies].sort((a, b) => compare(a.name, b.name))
  const codesOf = (tiles: readonly TileFragment[]): string[] => tiles.map(({ code }) => code)
  if (sort === 'name') return [{ field: null, codes: codesOf(byName) }]
  if (sort === 'severity') {
    const byNeed = [...byName].sort((a, b) => b.overdueCount - a.overdueCount || b.openCount - a.openCount)
    return [{ field: null, codes: codesOf(byNeed) }]
  }
  return fields
    .map((field) => ({ field, codes: codesOf(byName.filter((agency) => agency.field === field)) }))
    .filter(({ codes }) => codes.length > 0)
}
