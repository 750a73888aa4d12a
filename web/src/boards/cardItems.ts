import type { CardFragment } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { leadsTo, movesOf } from '../obstacles/moves.ts'
import type { Step } from '../obstacles/Step.ts'
import type { MenuItem } from '../ui/MenuProps.ts'

/** What the menu of a card offers: the moves that are open to the viewer, and a closer look. */
export function cardItems(
  obstacle: CardFragment,
  onMove: (step: Step) => void,
  onPeek: () => void,
): readonly MenuItem[] {
  return [
    ...movesOf(obstacle).map((step) => {
      const status = leadsTo[step]
      return {
        label: t().steps.names[step],
        onSelect: () => onMove(step),
        ...(status && status !== obstacle.status ? { hint: t().statuses[status] } : {}),
      }
    }),
    { label: t().quickView.title, icon: 'eye', onSelect: onPeek },
  ]
}
