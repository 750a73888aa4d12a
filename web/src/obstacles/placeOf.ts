import type { CardFragment } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'

type Placed = Pick<CardFragment, 'agency' | 'owner' | 'subjectKind'>

/** Where an obstacle stands: its agency, the owner's where it has none of its own, or what it concerns. */
export function placeOf(obstacle: Placed): string {
  return agencyOf(obstacle)?.name ?? t().subjects[obstacle.subjectKind]
}

/** The agency at which an obstacle stands, if it is one. */
export function agencyOf({ agency, owner }: Placed): { code: string; name: string } | null | undefined {
  return agency ?? owner?.agency
}
