import { createSignal, type JSX } from 'solid-js'
import { unwrap } from 'solid-js/store'
import type { CardFragment } from '../gql/graphql.ts'
import { formatRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { ObstacleCard } from '../obstacles/ObstacleCard.tsx'
import { leadsTo, movesOf, type Step } from '../obstacles/takeStep.ts'
import { isFree } from '../shell/useShortcuts.ts'
import { Icon } from '../ui/Icon.tsx'
import { Menu, type MenuItem } from '../ui/Menu.tsx'
import { markObstacle } from './obstacleOf.ts'
import { whileMounted } from './whileMounted.ts'

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
  onMove(step: Step): void
  onPeek(): void
}

/** A card that can be dragged to another column, or moved by its menu (key M). */
export function BoardCard(props: BoardCardProps): JSX.Element {
  const [isDragged, setDragged] = createSignal(false)
  let element!: HTMLDivElement
  let openMenu: (() => void) | undefined
  whileMounted(async () => {
    const { draggable } = await import('@atlaskit/pragmatic-drag-and-drop/element/adapter')
    return draggable({
      element,
      canDrag: () => movesOf(props.obstacle).length > 0,
      getInitialData: () => ({ obstacle: unwrap(props.obstacle) }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    })
  })
  const items = (): MenuItem[] => [
    ...movesOf(props.obstacle).map((step) => {
      const status = leadsTo[step]
      return {
        label: t().steps.names[step],
        onSelect: () => props.onMove(step),
        ...(status && status !== props.obstacle.status ? { hint: t().statuses[status] } : {}),
      }
    }),
    { label: t().board.quickView, icon: 'eye', onSelect: () => props.onPeek() },
  ]
  return (
    <div
      class="card"
      classList={{
        'card--dragged': isDragged(),
        'card--fresh': props.isFresh,
        'card--gone': props.isGone,
      }}
      role="listitem"
      aria-setsize={props.total}
      aria-posinset={props.position}
      aria-current={props.isPeeked ? 'true' : undefined}
      title={props.isGone ? t().board.gone : undefined}
      ref={(card) => {
        element = card
        markObstacle(card, () => props.obstacle)
      }}
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
            label={t().board.moveCard(formatRef(props.obstacle.ref))}
            items={items()}
            head={<p class="menu__group">{t().board.moveCard(formatRef(props.obstacle.ref))}</p>}
            ref={(open) => (openMenu = open)}
          >
            <Icon name="more" />
            <span class="visually-hidden">{t().board.moveCard(formatRef(props.obstacle.ref))}</span>
          </Menu>
        }
      />
    </div>
  )
}
