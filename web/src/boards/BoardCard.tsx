import type { JSX } from 'solid-js'
import { onIntent } from '../loading/onIntent.ts'
import type { CardFragment } from '../gql/graphql.ts'
import { formatRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { movesOf } from '../obstacles/moves.ts'
import { ObstacleCard } from '../obstacles/ObstacleCard.tsx'
import type { Step } from '../obstacles/Step.ts'
import { isFree } from '../shell/useShortcuts.ts'
import { Icon } from '../ui/Icon.tsx'
import { Menu } from '../ui/Menu.tsx'
import type { MenuItem } from '../ui/MenuProps.ts'
import { markObstacle } from './obstacleOf.ts'

export interface BoardCardProps {
  obstacle: CardFragment
  /** Its place in the column, from 1, and how many stand there. */
  position: number
  total: number
  isPeeked: boolean
  /** Somebody else has changed it just now. */
  isFresh: boolean
  /** It has left the column and stays only because somebody points there. */
  isGone: boolean
  onMove: (step: Step) => void
  onPeek: () => void
}

const menu = onIntent(() => import('./cardItems.ts'))

/** A card that can be dragged to another column, or moved by its menu (key M). */
export function BoardCard(props: BoardCardProps): JSX.Element {
  let openMenu: (() => void) | undefined
  const label = (): string => {
    const { moveCard, cardMenu } = t().board
    const ref = formatRef(props.obstacle.ref)
    return movesOf(props.obstacle).length > 0 ? moveCard(ref) : cardMenu(ref)
  }
  const items = (): readonly MenuItem[] => menu()?.cardItems(props.obstacle, props.onMove, props.onPeek) ?? []
  return (
    <div
      class="card"
      classList={{
        'card--fresh': props.isFresh,
        'card--gone': props.isGone,
      }}
      role="listitem"
      aria-setsize={props.total}
      aria-posinset={props.position}
      aria-current={props.isPeeked ? 'true' : undefined}
      title={props.isGone ? t().board.gone : undefined}
      draggable={movesOf(props.obstacle).length > 0}
      ref={(card) => markObstacle(card, () => props.obstacle)}
      onKeyDown={(event) => {
        if (event.code !== 'KeyM' || !isFree(event)) return
        event.preventDefault()
        openMenu?.()
      }}
    >
      <ObstacleCard
        obstacle={props.obstacle}
        menu={
          <Menu
            class="card__menu"
            label={label()}
            items={items()}
            head={<p class="menu__group">{label()}</p>}
            ref={(open) => (openMenu = open)}
          >
            <Icon name="more" />
            <span class="visually-hidden">{label()}</span>
          </Menu>
        }
      />
    </div>
  )
}
