import { searchKey } from '@goshayesh/shared/persianText'
import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js'
import { t } from '../i18n/t.ts'
import { type FieldProps, tie } from './Field.tsx'
import type { Option } from './Select.tsx'

export interface SearchedOption extends Option {
  /** Told beside the label, and searched as well. */
  note?: string
}

export interface OptionSearchProps {
  /** The field that the input stands in. */
  field: FieldProps
  class?: string
  options: readonly SearchedOption[]
  text: string
  onText(text: string): void
  onChoose(value: string): void
  /** Backspace in an empty input. */
  onErase?(): void
  /** Turns the input and its list into the markup around them. */
  children(input: JSX.Element, list: JSX.Element): JSX.Element
}

const SHOWN = 50

/** An input that finds options by any part of their words. Arrows move, Enter chooses, Escape closes. */
export function OptionSearch(props: OptionSearchProps): JSX.Element {
  const [isOpen, setOpen] = createSignal(false)
  const [at, setAt] = createSignal(0)
  const listId = createUniqueId()
  const keyed = createMemo(() =>
    props.options.map((option) => ({ option, key: searchKey(`${option.label} ${option.note ?? ''}`) })),
  )
  const found = createMemo(() => {
    const words = searchKey(props.text).split(' ')
    return keyed()
      .filter(({ key }) => words.every((word) => key.includes(word)))
      .slice(0, SHOWN)
      .map(({ option }) => option)
  })
  const choose = (option: SearchedOption | undefined): void => {
    if (!option) return
    setOpen(false)
    props.onChoose(option.value)
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Backspace' && props.text === '') props.onErase?.()
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen()) setOpen(true)
      else
        setAt((i) => (i + (event.key === 'ArrowDown' ? 1 : found().length - 1)) % Math.max(1, found().length))
      document.getElementById(`${listId}-${at()}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && isOpen() && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      choose(found()[at()])
    } else if (event.key === 'Escape' && isOpen()) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
    }
  }
  const hasList = (): boolean => isOpen() && found().length > 0
  return props.children(
    <input
      ref={tie(props.field)}
      class={props.class}
      type="text"
      role="combobox"
      autocomplete="off"
      aria-autocomplete="list"
      aria-expanded={hasList()}
      aria-controls={listId}
      aria-activedescendant={hasList() ? `${listId}-${at()}` : undefined}
      value={props.text}
      onInput={(event) => {
        props.onText(event.currentTarget.value)
        setAt(0)
        setOpen(true)
      }}
      onClick={() => setOpen(true)}
      onBlur={() => setOpen(false)}
      onKeyDown={press}
    />,
    <>
      <ul class="picks" id={listId} role="listbox" aria-label={t().pick.options} hidden={!hasList()}>
        <Show when={hasList()}>
          <For each={found()}>
            {(option, i) => (
              <li
                class="picks__item"
                id={`${listId}-${i()}`}
                role="option"
                aria-selected={i() === at()}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
              >
                <bdi>{option.label}</bdi>
                <Show when={option.note}>{(note) => <span class="picks__note">{note()}</span>}</Show>
              </li>
            )}
          </For>
        </Show>
      </ul>
      <Show when={isOpen() && found().length === 0}>
        <p class="field__hint" role="status">
          {t().pick.nothingFound}
        </p>
      </Show>
    </>,
  )
}
