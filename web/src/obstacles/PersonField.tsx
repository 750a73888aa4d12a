import { createSignal, createUniqueId, type JSX, onCleanup, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { PeopleDocument } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { Field, type FieldProps, tie } from '../ui/Field.tsx'
import { PeoplePicks, type Person } from './PeoplePicks.tsx'

export interface PersonFieldProps extends FieldProps {
  chosen: Person | undefined
  /** Where there is a choice at hand before anything is typed: what to search for. */
  start?: string | undefined
  onChoose(person: Person | undefined): void
}

const PAUSE_MS = 200

/** A person, found by name or agency. Arrows move through what was found, Enter chooses. */
export function PersonField(props: PersonFieldProps): JSX.Element {
  const [text, setText] = createSignal(props.chosen?.name ?? '')
  const [search, setSearch] = createSignal('')
  const [at, setAt] = createSignal(0)
  const listId = createUniqueId()
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  const found = createData(PeopleDocument, () =>
    props.chosen ? undefined : { search: search() || props.start || null },
  )
  const people = (): readonly Person[] => (props.chosen ? [] : (found.value?.people ?? []))
  const type = (value: string): void => {
    setText(value)
    if (props.chosen) props.onChoose(undefined)
    clearTimeout(timer)
    timer = setTimeout(() => {
      setSearch(value.trim())
      setAt(0)
    }, PAUSE_MS)
  }
  const choose = (person: Person | undefined): void => {
    if (!person) return
    setText(person.name)
    props.onChoose(person)
  }
  const press = (event: KeyboardEvent): void => {
    const count = people().length
    if (count === 0) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setAt((i) => (i + (event.key === 'ArrowDown' ? 1 : count - 1)) % count)
      document.getElementById(`${listId}-${at()}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      choose(people()[at()])
    }
  }
  return (
    <Field of={props} hint={t().steps.ownerHint}>
      <input
        ref={tie(props, true)}
        class="input"
        type="text"
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded={people().length > 0}
        aria-controls={listId}
        aria-activedescendant={people().length > 0 ? `${listId}-${at()}` : undefined}
        value={text()}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={press}
      />
      <PeoplePicks id={listId} label={t().steps.owner} people={people()} at={at()} onChoose={choose} />
      <Show when={!props.chosen && !found.loading && found.value?.people.length === 0}>
        <p class="field__hint" role="status">
          {t().steps.ownerNone}
        </p>
      </Show>
    </Field>
  )
}
