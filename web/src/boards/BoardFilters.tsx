import { useSearchParams } from '@solidjs/router'
import { createSignal, For, type JSX, onCleanup, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { revisionOfSettings } from '../data/revision.ts'
import { viewer } from '../data/session.ts'
import { type BoardCountsFragment, FilterChoicesDocument } from '../gql/graphql.ts'
import { formatNumber } from '../i18n/formatNumber.ts'
import { t } from '../i18n/t.ts'
import { Ring } from '../obstacles/SlaChip.tsx'
import { isFree } from '../shell/useShortcuts.ts'
import { Icon } from '../ui/Icon.tsx'
import { Menu } from '../ui/Menu.tsx'
import {
  type BoardParams,
  type BoardView,
  isFiltered,
  narrowings,
  one,
  type SlaName,
  slaNamesOf,
  statusGroups,
} from './boardFilter.ts'

type Counts = BoardCountsFragment['slaCounts']

const PAUSE_MS = 250
const levels = ['2', '3', '4', '5']

const slaFilters: readonly { name: SlaName; icon: string; class: string; count: keyof Counts }[] = [
  { name: 'over', icon: 'over', class: 'filter--over', count: 'overdue' },
  { name: 'soon', icon: 'soon', class: 'filter--soon', count: 'dueSoon' },
  { name: 'paused', icon: 'pause', class: 'filter--paused', count: 'paused' },
  { name: 'ok', icon: '', class: '', count: 'onTrack' },
]

/** What narrows the board; every choice stands in the address. */
export function BoardFilters(props: { counts: Counts | undefined; view: BoardView }): JSX.Element {
  const [params, setParams] = useSearchParams<BoardParams>()
  const [opened, setOpened] = createSignal(Boolean(params.agency))
  const agencies = createData(FilterChoicesDocument, () => (opened() ? {} : undefined), revisionOfSettings)
  const names = (): Record<SlaName, string> => ({
    over: t().board.overdue,
    soon: t().board.dueSoon,
    paused: t().board.paused,
    ok: t().board.onTrack,
  })
  const toggle = (name: SlaName): void => {
    const present = slaNamesOf(params)
    const next = present.includes(name) ? present.filter((other) => other !== name) : [...present, name]
    setParams({ sla: next.join(',') })
  }
  const agencyChoices = (): Choice[] =>
    (agencies.value?.agencies ?? []).map(({ code, name }) => ({ value: code, label: name }))
  return (
    <div class="filters" role="group" aria-label={t().board.filters}>
      <div class="filters__group">
        <For each={slaFilters}>
          {(filter) => (
            <button
              type="button"
              class={`filter ${filter.class}`}
              aria-pressed={slaNamesOf(params).includes(filter.name)}
              onClick={() => toggle(filter.name)}
            >
              <Show when={filter.icon} fallback={<Ring used={40} />}>
                <Icon name={filter.icon} />
              </Show>
              {names()[filter.name]}
              <span class="filter__count">
                {props.counts ? formatNumber(props.counts[filter.count]) : ' '}
              </span>
            </button>
          )}
        </For>
      </div>
      <span class="filters__rule" aria-hidden="true" />
      <div class="filters__group">
        <div class="filters__wrap" onFocusIn={() => setOpened(true)} onPointerEnter={() => setOpened(true)}>
          <ChoiceFilter
            name="agency"
            all={t().board.anyAgency}
            of={t().obstacle.agency}
            choices={agencyChoices()}
            search={t().board.findAgency}
          />
        </div>
        <ChoiceFilter
          name="category"
          all={t().board.anyCategory}
          of={t().obstacle.category}
          choices={Object.entries(t().categories).map(([value, label]) => ({ value, label }))}
        />
        <Show when={viewer()?.role !== 'VIEWER'}>
          <ChoiceFilter
            name="owner"
            all={t().board.anyOwner}
            of={t().obstacle.owner}
            choices={[{ value: 'mine', label: t().board.mine }]}
          />
        </Show>
        <ChoiceFilter
          name="level"
          all={t().board.anyLevel}
          of={t().obstacle.escalation}
          choices={levels.map((value) => ({ value, label: t().board.fromLevel(Number(value)) }))}
        />
        <Show when={props.view === 'list'}>
          <ChoiceFilter
            name="status"
            all={t().board.anyStatus}
            of={t().obstacle.status}
            choices={[
              ...Object.keys(statusGroups).map((value) => ({
                value,
                label: t().board.statusGroups[value as keyof typeof statusGroups],
              })),
              ...Object.entries(t().statuses).map(([value, label]) => ({ value, label })),
            ]}
          />
        </Show>
        <For each={narrowings.filter((name) => one(params[name]))}>
          {(name) => (
            <button
              type="button"
              class="filter filter--set"
              title={t().board.lift}
              onClick={() => setParams({ [name]: '' })}
            >
              {t().board.narrowed[name]}
              <Icon name="close" />
            </button>
          )}
        </For>
        <Show when={isFiltered(params)}>
          <button
            type="button"
            class="filter"
            onClick={() =>
              setParams({
                sla: '',
                agency: '',
                category: '',
                owner: '',
                level: '',
                q: '',
                status: '',
                ...Object.fromEntries(narrowings.map((name) => [name, ''])),
              })
            }
          >
            <Icon name="close" />
            {t().board.clear}
          </button>
        </Show>
      </div>
      <Search />
    </div>
  )
}

interface Choice {
  value: string
  label: string
}

interface ChoiceFilterProps {
  name: 'agency' | 'category' | 'owner' | 'level' | 'status'
  /** What it says while everything is let through. */
  all: string
  of: string
  choices: readonly Choice[]
  search?: string
}

function ChoiceFilter(props: ChoiceFilterProps): JSX.Element {
  const [params, setParams] = useSearchParams<BoardParams>()
  const value = (): string => one(params[props.name])
  const label = (): string => props.choices.find((choice) => choice.value === value())?.label ?? value()
  return (
    <Menu
      class={value() ? 'filter filter--set' : 'filter'}
      label={props.of}
      {...(props.search ? { search: props.search, empty: t().board.noAgency } : {})}
      items={[{ value: '', label: props.all }, ...props.choices].map((choice) => ({
        label: choice.label,
        checked: choice.value === value(),
        onSelect: () => setParams({ [props.name]: choice.value }),
      }))}
    >
      {value() ? `${props.of}: ${label()}` : props.of}
      <Icon name="chevron-down" />
    </Menu>
  )
}

/** Full text search; the key / leads to it. */
function Search(): JSX.Element {
  const [params, setParams] = useSearchParams<BoardParams>()
  let input!: HTMLInputElement
  let timer: ReturnType<typeof setTimeout> | undefined
  const type = (value: string): void => {
    clearTimeout(timer)
    timer = setTimeout(() => setParams({ q: value.trim() }, { replace: true }), PAUSE_MS)
  }
  const press = (event: KeyboardEvent): void => {
    if (event.code !== 'Slash' || event.shiftKey || !isFree(event)) return
    event.preventDefault()
    input.focus()
    input.select()
  }
  document.addEventListener('keydown', press)
  onCleanup(() => {
    clearTimeout(timer)
    document.removeEventListener('keydown', press)
  })
  return (
    <div class="search filters__search" role="search">
      <Icon name="search" />
      <input
        ref={input}
        class="search__input"
        type="search"
        maxlength="200"
        aria-label={t().board.search}
        placeholder={t().board.search}
        value={one(params.q)}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <kbd class="kbd" dir="ltr" aria-hidden="true">
        /
      </kbd>
    </div>
  )
}
