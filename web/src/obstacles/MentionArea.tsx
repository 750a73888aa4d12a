import { createSignal, createUniqueId, type JSX, onCleanup, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { PeopleDocument } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { type MentionAt, mentionAt, withMention } from './mentionAt.ts'
import { PeoplePicks, type Person } from './PeoplePicks.tsx'

export interface MentionAreaProps {
  id: string
  class: string
  placeholder: string
  /** The id of what says what is wrong with the text. */
  errorId: string | undefined
  text: string
  /** Whether a person may be named: who does not see the obstacle may not. */
  mayName(person: Person): boolean
  onText(text: string): void
  onName(person: Person): void
  ref(field: HTMLTextAreaElement): void
}

const PAUSE_MS = 150

/** A text in which «@» names a person: arrows move through those found, Enter chooses, Escape closes. */
export function MentionArea(props: MentionAreaProps): JSX.Element {
  const [asked, setAsked] = createSignal<MentionAt>()
  const [search, setSearch] = createSignal<string>()
  const [at, setAt] = createSignal(0)
  const listId = createUniqueId()
  let field!: HTMLTextAreaElement
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  const found = createData(PeopleDocument, () => {
    const query = search()
    return asked() && query !== undefined ? { search: query || null } : undefined
  })
  const people = (): Person[] =>
    asked() && search() !== undefined
      ? (found.value?.people ?? []).filter((person) => props.mayName(person))
      : []
  const look = (): void => {
    const mention = mentionAt(field.value, field.selectionStart)
    setAsked(mention)
    clearTimeout(timer)
    if (!mention) {
      setSearch(undefined)
      return
    }
    timer = setTimeout(() => {
      setSearch(mention.query.trim())
      setAt(0)
    }, PAUSE_MS)
  }
  const close = (): void => {
    clearTimeout(timer)
    setAsked(undefined)
    setSearch(undefined)
  }
  const choose = (person: Person | undefined): void => {
    const mention = asked()
    if (!person || !mention) return
    const next = withMention(props.text, mention, person.name)
    close()
    props.onText(next.text)
    props.onName(person)
    field.focus()
    field.setSelectionRange(next.caret, next.caret)
  }
  const press = (event: KeyboardEvent): void => {
    const count = people().length
    if (count === 0 || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      setAt((i) => (i + (event.key === 'ArrowDown' ? 1 : count - 1)) % count)
      document.getElementById(`${listId}-${at()}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' || event.key === 'Tab') choose(people()[at()])
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <textarea
        id={props.id}
        class={props.class}
        rows={2}
        dir="auto"
        placeholder={props.placeholder}
        aria-invalid={props.errorId ? 'true' : undefined}
        aria-describedby={props.errorId}
        ref={(element) => {
          field = element
          props.ref(element)
        }}
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={people().length > 0 ? `${listId}-${at()}` : undefined}
        value={props.text}
        onInput={(event) => {
          props.onText(event.currentTarget.value)
          look()
        }}
        onClick={look}
        onBlur={close}
        onKeyDown={press}
      />
      <span class="visually-hidden" role="status">
        <Show when={people().length > 0}>{t().dossier.mentionsFound(people().length)}</Show>
      </span>
      <PeoplePicks
        id={listId}
        class="composer__picks"
        label={t().dossier.mentionPeople}
        people={people()}
        at={at()}
        onChoose={choose}
      />
    </>
  )
}
