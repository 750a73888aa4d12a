import type { JSX } from 'solid-js'
import { address, setQuery } from '../routing/router.ts'
import { Icon } from '../ui/Icon.tsx'
import { Menu } from '../ui/Menu.tsx'
import type { MenuItem } from '../ui/MenuProps.ts'
import type { BoardParams } from './boardFilter.ts'

export interface Choice {
  value: string
  label: string
  /** Begins a new group with this heading. */
  group?: string
  /** The parameter that it sets, where that is not the filter's own. */
  name?: keyof BoardParams
}

export interface ChoiceFilterProps {
  name: keyof BoardParams
  /** What it says while everything is let through. */
  all: string
  of: string
  choices: readonly Choice[]
  /** Other parameters that its choices set: one at a time. */
  others?: readonly (keyof BoardParams)[]
  /** The label of a field that narrows the choices, and what it says where none is left. */
  search?: string
  empty?: string
  /** Finds choices by what is typed; without it they are narrowed as they are. */
  onSearch?: ((text: string) => void) | undefined
}

/** A menu that sets one parameter of the address, or one of several. */
export function ChoiceFilter(props: ChoiceFilterProps): JSX.Element {
  const params: BoardParams = address.query
  const names = (): (keyof BoardParams)[] => [props.name, ...(props.others ?? [])]
  const nameOf = (choice: Choice): keyof BoardParams => choice.name ?? props.name
  const isChosen = (choice: Choice): boolean => params[nameOf(choice)] === choice.value
  const chosen = (): string | undefined => {
    const value = names()
      .map((name) => params[name])
      .find(Boolean)
    return value && (props.choices.find(isChosen)?.label ?? value)
  }
  const choose = (choice: Choice): void =>
    setQuery({
      ...Object.fromEntries(names().map((name) => [name, ''])),
      [nameOf(choice)]: choice.value,
    })
  const items = (): MenuItem[] => [
    { label: props.all, checked: chosen() === undefined, onSelect: () => choose({ value: '', label: '' }) },
    ...props.choices.map((choice) => ({
      label: choice.label,
      checked: isChosen(choice),
      onSelect: () => choose(choice),
      ...(choice.group ? { group: choice.group } : {}),
    })),
  ]
  return (
    <Menu
      class={chosen() ? 'filter filter--set' : 'filter'}
      label={props.of}
      search={props.search}
      empty={props.empty}
      onSearch={props.onSearch}
      items={items()}
    >
      {chosen() ? `${props.of}: ${chosen()}` : props.of}
      <Icon name="chevron-down" />
    </Menu>
  )
}
