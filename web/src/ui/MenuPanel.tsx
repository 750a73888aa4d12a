import { searchKey } from '@goshayesh/shared/persianText'
import { createEffect, createMemo, createSignal, Index, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { Icon } from './Icon.tsx'
import type { MenuProps } from './MenuProps.ts'
import { placeBeside } from './placeBeside.ts'
import { whenLeft } from './whenLeft.ts'

export interface MenuPanelProps {
  id: string
  menu: MenuProps
  button: HTMLButtonElement
  /** Closes it and gives the focus back to the button. */
  onClose(): void
  /** Closes it, as the person is elsewhere already. */
  onLeave(): void
}

/** What a menu's button opens. Arrows, Home, End and first letters move; Escape and Tab close. */
export default function MenuPanel(props: MenuPanelProps): JSX.Element {
  const [query, setQuery] = createSignal('')
  const shown = createMemo(() => {
    const key = searchKey(query())
    return key && !props.menu.onSearch
      ? props.menu.items.filter((item) => searchKey(item.label).includes(key))
      : props.menu.items
  })
  let list!: HTMLDivElement
  const search = (text: string): void => {
    setQuery(text)
    props.menu.onSearch?.(text)
  }
  const arrive = (): void => {
    placeBeside(props.button, panel)
    const field = panel.querySelector<HTMLElement>('input')
    const first =
      field ?? panel.querySelector<HTMLElement>('[aria-checked="true"]') ?? items(panel)[0] ?? list
    first.focus({ preventScroll: true })
  }
  search('')
  // Items may come late; then the menu grows, and who waited for them stands on the first.
  createEffect(() => {
    if (shown().length === 0) return
    placeBeside(props.button, panel)
    if (document.activeElement === list) arrive()
  })
  whenLeft(
    () => [panel, props.button],
    () => props.onLeave(),
  )
  const press = (event: KeyboardEvent): void => {
    const all = items(panel)
    const at = all.indexOf(document.activeElement as HTMLElement)
    const typing = event.target instanceof HTMLInputElement
    const to = typing && !event.key.startsWith('Arrow') ? undefined : targetOf(event.key, at, all)
    if (to !== undefined) {
      event.preventDefault()
      all[to]?.focus()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      props.onClose()
    } else if (event.key === 'Tab') {
      props.onClose()
    }
  }
  const panel = (
    <div class="menu" onKeyDown={press}>
      {props.menu.head}
      <Show when={props.menu.search}>
        {(label) => (
          <input
            class="input menu__search"
            type="search"
            aria-label={label()}
            aria-controls={props.id}
            placeholder={label()}
            onInput={(event) => search(event.currentTarget.value)}
          />
        )}
      </Show>
      <div
        class="menu__items"
        ref={list}
        id={props.id}
        role="menu"
        aria-label={props.menu.label}
        tabindex="-1"
      >
        <Index each={shown()}>
          {(item) => (
            <>
              <Show when={item().group}>
                <p class="menu__group" role="presentation">
                  {item().group}
                </p>
              </Show>
              <button
                type="button"
                class="menu__item"
                role={item().checked === undefined ? 'menuitem' : 'menuitemradio'}
                aria-checked={item().checked}
                tabindex="-1"
                onClick={() => {
                  props.onClose()
                  item().onSelect()
                }}
              >
                <Show
                  when={item().checked !== undefined}
                  fallback={<Show when={item().icon}>{(name) => <Icon name={name()} />}</Show>}
                >
                  <span class="menu__check">{item().checked && <Icon name="check" />}</span>
                </Show>
                <span class="menu__label">{item().label}</span>
                <Show when={item().hint}>
                  <span class="menu__hint">{item().hint}</span>
                </Show>
              </button>
            </>
          )}
        </Index>
      </div>
      <Show when={shown().length === 0}>
        <p class="menu__empty">{props.menu.empty}</p>
      </Show>
    </div>
  ) as HTMLDivElement
  // Where no column and no card cuts it off.
  onMount(() => {
    const page = props.button.closest('main, header') ?? document.body
    page.append(panel)
    arrive()
  })
  onCleanup(() => panel.remove())
  return null
}

function items(panel: HTMLElement): HTMLElement[] {
  return [...panel.querySelectorAll<HTMLElement>('.menu__item')]
}

function targetOf(key: string, at: number, all: readonly HTMLElement[]): number | undefined {
  if (all.length === 0) return undefined
  if (key === 'ArrowDown') return (at + 1) % all.length
  if (key === 'ArrowUp') return (at <= 0 ? all.length : at) - 1
  if (key === 'Home') return 0
  if (key === 'End') return all.length - 1
  if (key.length !== 1 || key === ' ') return undefined
  const order = [...all.keys()].map((i) => (at + 1 + i) % all.length)
  return order.find((i) => all[i]?.querySelector('.menu__label')?.textContent?.trim().startsWith(key))
}
