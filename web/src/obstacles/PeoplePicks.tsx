import { For, type JSX } from 'solid-js'
import type { PeopleQuery } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { Avatar } from '../ui/Avatar.tsx'

export type Person = PeopleQuery['people'][number]

export interface PeoplePicksProps {
  /** Of the list; that of its nth item is `${id}-${n}`. */
  id: string
  class?: string
  label: string
  people: readonly Person[]
  /** The place of the one that Enter would choose. */
  at: number
  onChoose(person: Person): void
}

/** People found for a field, which keeps the focus. */
export function PeoplePicks(props: PeoplePicksProps): JSX.Element {
  return (
    <ul
      class={`picks ${props.class ?? ''}`}
      id={props.id}
      role="listbox"
      aria-label={props.label}
      hidden={props.people.length === 0}
    >
      <For each={props.people}>
        {(person, i) => (
          <li
            class="picks__item"
            id={`${props.id}-${i()}`}
            role="option"
            aria-selected={i() === props.at}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => props.onChoose(person)}
          >
            <Avatar name={person.name} />
            <bdi>{person.name}</bdi>
            <span class="picks__note">{person.agency?.name ?? t().roles[person.role]}</span>
          </li>
        )}
      </For>
    </ul>
  )
}
