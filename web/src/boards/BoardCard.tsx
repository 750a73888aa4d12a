import { createSignal, type JSX, Show } from 'solid-js'
import { unwrap } from 'solid-js/store'
import type { CardFragment } from '../gql/graphql.ts'
import { formatRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { ObstacleCard } from '../obstacles/ObstacleCard.tsx'
import { leadsTo, movesOf, type Step } from '../obstacles/takeStep.ts'
import { isFree } from '../shell/useShortcuts.ts'
import { Icon } from '../ui/Icon.tsx'
import { Menu, type MenuItem } from '../ui/Menu.tsx'
import { whileMounted } from './whileMounted.ts'

/** A card that can be dragged to another column, or moved by its menu (key M). */
export function BoardCard(props: { obstacle: CardFragment; onMove(step: Step): void }): JSX.Element {
  const [isDragged, setDragged] = createSignal(false)
  let element!: HTMLLIElement
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
  const moves = (): MenuItem[] =>
    movesOf(props.obstacle).map((step) => {
      const status = leadsTo[step]
      return {
        label: t().steps.names[step],
        onSelect: () => props.onMove(step),
        ...(status && status !== props.obstacle.status ? { hint: t().statuses[status] } : {}),
      }
    })
  return (
    <li
      class="card"
      classList={{ 'card--dragged': isDragged() }}
      ref={element}
      onKeyDown={(event) => {
        if (event.code !== 'KeyM' || !isFree(event)) return
        event.preventDefault()
        openMenu?.()
      }}
    >
      <ObstacleCard
        obstacle={props.obstacle}
        menu={
          <Show when={moves().length > 0}>
            <Menu
              class="card__menu"
              label={t().board.moveCard(formatRef(props.obstacle.ref))}
              items={moves()}
              head={<p class="menu__group">{t().board.moveCard(formatRef(props.obstacle.ref))}</p>}
              ref={(open) => (openMenu = open)}
            >
              <Icon name="more" />
              <span class="visually-hidden">{t().board.moveCard(formatRef(props.obstacle.ref))}</span>
            </Menu>
          </Show>
        }
      />
    </li>
  )
}
