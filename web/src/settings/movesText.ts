import type { MovesFragment } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { words } from './words.ts'

/** What a change does to the deadlines, in a sentence. */
export function movesText({ movedDeadlines, newBreaches, withdrawnBreaches }: MovesFragment): string {
  const { moved, withdrawn, breached, none } = words().preview
  const parts = [
    movedDeadlines > 0 ? moved(movedDeadlines) : '',
    withdrawnBreaches > 0 ? withdrawn(withdrawnBreaches) : '',
    newBreaches > 0 ? breached(newBreaches) : '',
  ].filter(Boolean)
  return parts.length > 0 ? `${parts.join(t().comma)}.` : none
}
