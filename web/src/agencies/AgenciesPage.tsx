import { createMemo, For, type JSX, on, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { session, viewer } from '../data/session.ts'
import { type ActivationStage, AgenciesDocument, type AgenciesQuery } from '../gql/graphql.ts'
import { language } from '../i18n/language.ts'
import { t } from '../i18n/t.ts'
import { address, navigate, setQuery } from '../routing/router.ts'
import { Page } from '../shell/Page.tsx'
import { Loaded } from '../shell/Loaded.tsx'
import { Button } from '../ui/Button.tsx'
import { agencyOrder, type AgencyRow, sortOf, sorts } from './agencyOrder.ts'
import { HeatKey } from './HeatKey.tsx'
import { HeldBack } from './HeldBack.tsx'
import { Peek } from './Peek.tsx'
import { StageFilter } from './StageFilter.tsx'
import { stageNamed } from './stageSteps.ts'
import { Tile } from './Tile.tsx'

type Agency = AgenciesQuery['agencies'][number]

/** From here on there is room for a card beside the tiles. */
const ROOMY = '(min-width: 45.01rem)'

/** All agencies as a grid of tiles: who has come how far, and where the pressure is. */
export default function AgenciesPage(): JSX.Element {
  const params: { sort?: string; stage?: string; agency?: string } = address.query
  const data = createData(AgenciesDocument, () => ({}))
  const sort = () => sortOf(params.sort)
  const stage = (): ActivationStage | undefined => stageNamed(params.stage)
  const agencies = (): Agency[] => data.value?.agencies ?? []
  const names = createMemo(() =>
    agencies()
      .map(({ name, field }) => `${name} ${field}`)
      .join(),
  )
  // Places are given once for an order: no tile moves when a count changes.
  const places = createMemo(
    on([names, sort], () => agencyOrder(agencies(), sort(), new Intl.Collator(language()).compare)),
  )
  const shown = ({ codes }: AgencyRow): Agency[] =>
    codes
      .map((code) => agencies().find((agency) => agency.code === code))
      .filter((agency) => agency !== undefined)
      .filter((agency) => stage() === undefined || agency.stage === stage())
  const rows = () => places().filter((row) => shown(row).length > 0)
  const open = (event: MouseEvent, code: string): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    if (matchMedia(ROOMY).matches) setQuery({ agency: code })
    else navigate(`/agencies/${code}`)
  }
  const href = (name: string): string => {
    const query = new URLSearchParams()
    if (name !== 'field') query.set('sort', name)
    if (params.stage) query.set('stage', params.stage)
    return `/agencies${query.size > 0 ? `?${query.toString()}` : ''}`
  }
  return (
    <Page
      title={t().agencies.title}
      sub={
        <Show when={session.value?.installation}>
          {(place) =>
            t().agencies.sentence(place().agencyCount, place().operatingCount, place().serviceCount)
          }
        </Show>
      }
      actions={
        <>
          <nav class="segmented" aria-label={t().agencies.sorts.label}>
            <For each={sorts}>
              {(name) => (
                <a
                  class="segmented__item"
                  href={href(name)}
                  aria-current={name === sort() ? 'true' : undefined}
                >
                  {t().agencies.sorts[name]}
                </a>
              )}
            </For>
          </nav>
          <Button icon="printer" class="not-phone" onClick={() => print()}>
            {t().agencies.print}
          </Button>
        </>
      }
    >
      <div class="main__body" aria-busy={data.loading}>
        <Loaded data={data} height="40rem">
          <div class="agency-key">
            <StageFilter agencies={agencies()} chosen={stage()} />
            <HeatKey />
          </div>
          <Show when={viewer()?.role === 'OFFICIAL'}>
            <p class="muted text-sm">{t().agencies.ownOnly}</p>
          </Show>
          <div class="heat">
            <For each={rows()}>
              {(row) => (
                <section
                  class="heat__row"
                  classList={{ 'heat__row--flat': row.field === null }}
                  aria-labelledby={`field-${row.field}`}
                >
                  <h2
                    class="heat__name"
                    classList={{ 'visually-hidden': row.field === null }}
                    id={`field-${row.field}`}
                  >
                    {row.field ? t().fields[row.field] : t().agencies.title}
                    <span class="heat__sum">
                      <Show when={viewer()?.role !== 'OFFICIAL' && row.field} fallback={sumText(shown(row))}>
                        <a href={`/b/all?view=list&status=open&field=${row.field}`}>{sumText(shown(row))}</a>
                      </Show>
                    </span>
                  </h2>
                  <ul class="heat__tiles">
                    <For each={shown(row)}>
                      {(agency) => (
                        <li>
                          <Tile
                            agency={agency}
                            current={params.agency === agency.code}
                            onOpen={(event) => open(event, agency.code)}
                          />
                        </li>
                      )}
                    </For>
                  </ul>
                </section>
              )}
            </For>
            <Show when={params.agency}>
              {(code) => <Peek code={code()} onClose={() => setQuery({ agency: '' })} />}
            </Show>
          </div>
          <HeldBack agencies={agencies()} />
        </Loaded>
      </div>
    </Page>
  )
}

function sumText(agencies: readonly Agency[]): string {
  return t().agencies.fieldSum(
    agencies.length,
    agencies.filter(({ overdueCount }) => overdueCount > 0).length,
  )
}
