import { searchKey } from '@goshayesh/shared/persianText'
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { type AgencyField, SettingsAgenciesDocument, type SettingsAgenciesQuery } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { address, navigate } from '../routing/router.ts'
import { Loaded } from '../shell/Loaded.tsx'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { AgencyDialog } from './AgencyDialog.tsx'
import { AgencySettings } from './AgencySettings.tsx'
import { SearchBar } from './SearchBar.tsx'
import { words } from './words.ts'

type AgencyRow = SettingsAgenciesQuery['agencies'][number]

/** All agencies by their field of work, or the one that the address names. */
export function AgenciesSection(): JSX.Element {
  return (
    <Show when={address.params['item']} keyed fallback={<AgencyList />}>
      {(code) => <AgencySettings code={code} />}
    </Show>
  )
}

function AgencyList(): JSX.Element {
  const [search, setSearch] = createSignal('')
  const [adding, setAdding] = createSignal(false)
  const data = createData(SettingsAgenciesDocument, () => ({}))
  const all = () => data.value?.agencies ?? []
  const found = createMemo(() => {
    const asked = searchKey(search()).split(' ')
    return all().filter(({ nameFa, nameEn, code }) => {
      const key = searchKey(`${nameFa} ${nameEn} ${code}`)
      return asked.every((word) => key.includes(word))
    })
  })
  const groups = (): { field: AgencyField; rows: AgencyRow[] }[] =>
    (Object.keys(t().fields) as AgencyField[])
      .map((field) => ({ field, rows: found().filter((agency) => agency.field === field) }))
      .filter(({ rows }) => rows.length > 0)
  const tally = (): string =>
    words().agencies.count(
      all().length,
      all().filter(({ stage }) => stage === 'OPERATING').length,
      all().reduce((sum, { services }) => sum + services.length, 0),
    )
  return (
    <>
      <SearchBar label={words().agencies.search} value={search()} onValue={setSearch}>
        <span class="muted">{data.value && tally()}</span>
        <Button variant="primary" icon="plus" onClick={() => setAdding(true)}>
          {words().agencies.add}
        </Button>
      </SearchBar>
      <Loaded data={data} height="24rem">
        <For
          each={groups()}
          fallback={
            <Empty icon="search" title={words().agencies.noneTitle} text={words().agencies.noneText} />
          }
        >
          {(group) => (
            <section class="panel panel--rows" aria-labelledby={`field-${group.field}`}>
              <div class="panel__head">
                <h2 class="panel__title" id={`field-${group.field}`}>
                  {t().fields[group.field]}
                </h2>
              </div>
              <ul class="rows">
                <For each={group.rows}>{(agency) => <AgencyLine agency={agency} />}</For>
              </ul>
            </section>
          )}
        </For>
      </Loaded>
      <Show when={adding()}>
        <AgencyDialog
          onClose={() => setAdding(false)}
          onAdded={(code) => navigate(`/settings/agencies/${code}`)}
        />
      </Show>
    </>
  )
}

function AgencyLine(props: { agency: AgencyRow }): JSX.Element {
  return (
    <li class="rows__item">
      <a class="rows__main rows__link" href={`/settings/agencies/${props.agency.code}`}>
        <bdi>{props.agency.name}</bdi>
      </a>
      <span class="rows__note">{t().stages[props.agency.stage]}</span>
      <span class="rows__note">
        <bdi>{props.agency.focalPoint?.name ?? words().agencies.noFocalPoint}</bdi>
      </span>
      <span class="rows__note num">{words().agencies.services(props.agency.services.length)}</span>
    </li>
  )
}
