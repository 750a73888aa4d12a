import { For, type JSX, Show } from 'solid-js'
import { dateText } from '../data/dateText.ts'
import type { AgenciesQuery } from '../gql/graphql.ts'
import { formatNumber } from '../i18n/formatNumber.ts'
import { t } from '../i18n/t.ts'
import { kindsText } from './AgencyFacts.tsx'
import { countsTold } from './countsTold.ts'
import { Stage } from './Stage.tsx'
import { stageSteps } from './stageSteps.ts'
import { Said } from '../obstacles/Said.tsx'

/** What keeps each agency that is not operating from success. */
export function HeldBack(props: { agencies: AgenciesQuery['agencies'] }): JSX.Element {
  const rows = () =>
    props.agencies
      .filter(({ stage }) => stage !== 'OPERATING')
      .sort((a, b) => stageSteps[a.stage] - stageSteps[b.stage])
  return (
    <Show when={rows().length > 0}>
      <section class="panel panel--table held-back" aria-labelledby="held-back">
        <div class="panel__head held-back__head">
          <h2 class="panel__title" id="held-back">
            {t().agencies.heldBack(rows().length)}
          </h2>
        </div>
        <div class="table-scroll" tabindex="0" role="group" aria-label={t().agencies.heldBack(rows().length)}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{t().obstacle.agency}</th>
                <th scope="col">{t().agencies.stage}</th>
                <th scope="col">{t().agencies.openLabel}</th>
                <th scope="col">{t().agencies.inTheWay}</th>
              </tr>
            </thead>
            <tbody>
              <For each={rows()}>
                {(agency) => (
                  <tr>
                    <th scope="row">
                      <a class="table__title" href={`/agencies/${agency.code}`}>
                        {agency.name}
                      </a>
                    </th>
                    <td class="nowrap">
                      <span class="cluster">
                        <Stage stage={agency.stage} />
                        {t().stages[agency.stage]}
                      </span>
                    </td>
                    <td>
                      <Show when={countsTold(agency.code)} fallback={t().agencies.unknown}>
                        <a href={`/b/all?view=list&agency=${agency.code}&status=open`}>
                          {formatNumber(agency.openCount)}
                        </a>
                      </Show>
                    </td>
                    <td>
                      <Show when={countsTold(agency.code)}>
                        {agency.openCount > 0 ? kindsText(agency) : t().agencies.nothingOpen}
                      </Show>
                      <Show when={agency.stageChanges[0]}>
                        {(change) => (
                          <span class="muted text-xs held-back__reason">
                            {dateText(Date.parse(change().at), { year: true })}:{' '}
                            <Said text={change().reason} />
                          </span>
                        )}
                      </Show>
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </section>
    </Show>
  )
}
