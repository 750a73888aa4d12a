import { For, type JSX, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { dateText } from '../data/dateText.ts'
import { AgencyDocument } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { address } from '../routing/router.ts'
import { Page } from '../shell/Page.tsx'
import { Loaded } from '../shell/Loaded.tsx'
import { Empty } from '../ui/Empty.tsx'
import { AgencyFacts } from './AgencyFacts.tsx'
import { Said } from '../obstacles/Said.tsx'

/** One agency: its figures, its services and how it came to its stage. */
export default function AgencyPage(): JSX.Element {
  const code = (): string => address.params['code'] ?? ''
  const data = createData(AgencyDocument, () => ({ code: code(), codes: [code()] }))
  return (
    <Page
      title={data.value?.agency?.name ?? t().agencies.title}
      sub={<a href="/agencies">{t().agencies.back}</a>}
    >
      <div class="main__body agency" aria-busy={data.loading}>
        <Loaded data={data} height="24rem">
          {(value) => (
            <Show
              when={value().agency}
              fallback={
                <Empty icon="agency" title={t().agencies.missing} text={t().notFound.text}>
                  <a class="btn" href="/agencies">
                    {t().agencies.back}
                  </a>
                </Empty>
              }
            >
              {(agency) => (
                <>
                  <section class="panel" aria-labelledby="figures">
                    <h2 class="panel__title" id="figures">
                      {t().agencies.figures}
                    </h2>
                    <AgencyFacts agency={agency()} obstacles={value().obstacles} />
                  </section>
                  <section class="panel" aria-labelledby="history">
                    <h2 class="panel__title" id="history">
                      {t().agencies.history}
                    </h2>
                    <Show
                      when={agency().stageChanges.length > 0}
                      fallback={<p class="muted text-sm">{t().agencies.historyNone}</p>}
                    >
                      <ul class="pending">
                        <For each={agency().stageChanges}>
                          {(change) => (
                            <li class="pending__item">
                              <span>
                                {t().agencies.went(t().stages[change.before], t().stages[change.after])}
                              </span>
                              <span class="muted text-xs">
                                <bdi>{change.by.name}</bdi>
                                {t().comma}
                                <time datetime={change.at}>
                                  {dateText(Date.parse(change.at), { year: true })}
                                </time>
                                : <Said text={change.reason} />
                              </span>
                            </li>
                          )}
                        </For>
                      </ul>
                    </Show>
                  </section>
                  <section class="panel agency__services" aria-labelledby="services">
                    <h2 class="panel__title" id="services" tabindex="-1">
                      {t().agencies.services(agency().services.length)}
                    </h2>
                    <ul class="agency__list">
                      <For each={agency().services}>
                        {(service) => (
                          <li>
                            {service.name}
                            <Show when={service.inSingleWindow}>
                              <span class="tag">{t().subjects.SINGLE_WINDOW}</span>
                            </Show>
                          </li>
                        )}
                      </For>
                    </ul>
                  </section>
                </>
              )}
            </Show>
          )}
        </Loaded>
      </div>
    </Page>
  )
}
