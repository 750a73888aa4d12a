import { createSignal, For, type JSX, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { revisionOfSettings } from '../data/revision.ts'
import { type BoardCountsFragment, FilterChoicesDocument } from '../gql/graphql.ts'
import { formatNumber } from '../i18n/formatNumber.ts'
import { t } from '../i18n/t.ts'
import { Ring } from '../obstacles/SlaChip.tsx'
import { part } from '../loading/part.ts'
import { address, setQuery } from '../routing/router.ts'
import { Icon } from '../ui/Icon.tsx'
import { lazyPart } from '../ui/lazyPart.tsx'
import {
  type BoardParams,
  type BoardView,
  isFiltered,
  isNarrowed,
  nothingFiltered,
  type SlaName,
  slaNamesOf,
  statusGroups,
} from './boardFilter.ts'
import { BoardSearch } from './BoardSearch.tsx'
import { type Choice, ChoiceFilter } from './ChoiceFilter.tsx'
import { OwnerFilter } from './OwnerFilter.tsx'

const Narrowed = lazyPart(part(() => import('./Narrowed.tsx')))

type Counts = BoardCountsFragment['slaCounts']

const levels = ['2', '3', '4', '5']

const slaFilters: readonly { name: SlaName; icon: string; class: string; count: keyof Counts }[] = [
  { name: 'over', icon: 'over', class: 'filter--over', count: 'overdue' },
  { name: 'soon', icon: 'soon', class: 'filter--soon', count: 'dueSoon' },
  { name: 'paused', icon: 'pause', class: 'filter--paused', count: 'paused' },
  { name: 'ok', icon: '', class: '', count: 'onTrack' },
]

/** What narrows the board; every choice stands in the address. */
export function BoardFilters(props: { counts: Counts | undefined; view: BoardView }): JSX.Element {
  const params: BoardParams = address.query
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
    setQuery({ sla: next.join(',') })
  }
  const fieldChoices = (): Choice[] =>
    grouped(
      t().board.fields,
      Object.entries(t().fields).map(([value, label]) => ({ name: 'field', value, label })),
    )
  const agencyChoices = (): Choice[] =>
    grouped(
      t().obstacle.agency,
      (agencies.value?.agencies ?? []).map(({ code, name }) => ({ value: code, label: name })),
    )
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
            others={['field']}
            all={t().board.anyAgency}
            of={t().obstacle.agency}
            choices={[...fieldChoices(), ...agencyChoices()]}
            search={t().board.findAgency}
            empty={t().board.noAgency}
          />
        </div>
        <ChoiceFilter
          name="category"
          all={t().board.anyCategory}
          of={t().obstacle.category}
          choices={Object.entries(t().categories).map(([value, label]) => ({ value, label }))}
        />
        <OwnerFilter />
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
        <Show when={isNarrowed(params)}>
          <Narrowed params={params} />
        </Show>
        <Show when={isFiltered(params)}>
          <button type="button" class="filter" onClick={() => setQuery(nothingFiltered())}>
            <Icon name="close" />
            {t().board.clear}
          </button>
        </Show>
      </div>
      <BoardSearch />
    </div>
  )
}

/** The first of them begins a group. */
function grouped(group: string, choices: Choice[]): Choice[] {
  const [first, ...rest] = choices
  return first ? [{ ...first, group }, ...rest] : []
}
