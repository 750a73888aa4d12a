import type { CardFragment } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'

/** Where an obstacle stands: its agency, the owner's where it has none of its own, or what it concerns. */
export function placeOf(obstacle: Pick<CardFragment, 'agency' | 'owner' | 'subjectKind'>): string {
  return obstacle.agency?.name ?? obstacle.owner?.agency?.name ?? t().subjects[obstacle.subjectKind]
}
