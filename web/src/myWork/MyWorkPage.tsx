import { For, type JSX, Match, Show, Switch } from 'solid-js'
import { createData } from '../data/createData.ts'
import { dateText } from '../data/dateText.ts'
import { viewer } from '../data/session.ts'
import { MyWorkDocument, type MyWorkQueryVariables, type ObstacleStatus } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { now } from '../now.ts'
import { createSteps } from '../obstacles/createSteps.tsx'
import { queue } from '../obstacles/queue.ts'
import { stepKeys } from '../obstacles/stepKeys.ts'
import { QueuedObstacles } from '../obstacles/QueuedObstacles.tsx'
import { address } from '../routing/router.ts'
import { Loaded } from '../shell/Loaded.tsx'
import { Page } from '../shell/Page.tsx'
import { Reckoned } from '../shell/Reckoned.tsx'
import { Empty } from '../ui/Empty.tsx'
import { RecentlyClosed } from './RecentlyClosed.tsx'
import { useWorkKeys } from './useWorkKeys.ts'
import { firstCounts, type WorkGroupName, workGroupNames, workGroups, type WorkRow } from './workGroups.ts'
import { WorkItem } from './WorkItem.tsx'

const tabs = ['owner', 'reporter', 'followed'] as const
type Tab = (typeof tabs)[number]

const openStatuses: ObstacleStatus[] = ['LOGGED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING', 'RESOLVED']

/** What the viewer has to do next, in order; or what becomes of what the viewer logged or follows. */
export default function MyWorkPage(): JSX.Element {
  const tab = (): Tab => tabs.find((name) => name === address.query['as']) ?? 'owner'
  return (
    <Page
      title={t().nav.myWork}
      sub={`${[viewer()?.name, viewer()?.agency?.name].filter(Boolean).join(t().comma)} · ${dateText(now())}`}
      actions={
        <nav class="segmented" aria-label={t().work.tabs.label}>
          <For each={tabs}>
            {(name) => (
              <a
                class="segmented__item"
                href={name === 'owner' ? '/my-work' : `/my-work?as=${name}`}
                aria-current={name === tab() ? 'true' : undefined}
              >
                {t().work.tabs[name]}
              </a>
            )}
          </For>
        </nav>
      }
    >
      {/* The rows of one list never stand under the name of another. */}
      <Show when={tab()} keyed>
        {(shown) => <Work tab={shown} />}
      </Show>
    </Page>
  )
}

function Work(props: { tab: Tab }): JSX.Element {
  const data = createData(MyWorkDocument, () => workVariables(props.tab, viewer()?.id))
  const rows = (): WorkRow[] => (data.value?.open.edges ?? []).map(({ node }) => node)
  const steps = createSteps((id) => rows().find((row) => row.id === id))
  const keys = useWorkKeys(rows, steps)
  return (
    <>
      <div class="main__body" aria-busy={data.loading}>
        <Show when={props.tab === 'reporter'}>
          <div class="worklist">
            <QueuedObstacles />
          </div>
        </Show>
        <Loaded data={data} height="20rem">
          <Reckoned height="20rem">
            {(days) => {
              const groups = () => workGroups(rows(), days(), now())
              return (
                <div class="worklist">
                  <Show
                    when={rows().length === 0 && !(props.tab === 'reporter' && queue.entries().length > 0)}
                  >
                    <Nothing tab={props.tab} />
                  </Show>
                  <For each={workGroupNames}>
                    {(name) => (
                      <Show when={groups()[name].length > 0}>
                        <section class="worklist__group" aria-labelledby={`work-${name}`}>
                          <div class="worklist__head">
                            <h2 class="worklist__title" id={`work-${name}`}>
                              {t().work[name]}
                            </h2>
                            <span class="worklist__note">{noteOf(name, groups()[name])}</span>
                          </div>
                          <ul class="worklist__rows">
                            <For each={groups()[name]}>
                              {(row) => (
                                <WorkItem
                                  row={row}
                                  ladder={data.value?.slaPolicy.ladder ?? []}
                                  isCurrent={keys.current() === row.id}
                                  onCurrent={() => keys.setCurrent(row.id)}
                                  onStep={(step) => steps.take(step, row)}
                                />
                              )}
                            </For>
                          </ul>
                        </section>
                      </Show>
                    )}
                  </For>
                  <Show when={listOf(props.tab) && (data.value?.open.totalCount ?? 0) > rows().length}>
                    <a class="link" href={listOf(props.tab) ?? ''}>
                      {t().work.more}
                    </a>
                  </Show>
                  <Show when={data.value?.closed}>{(closed) => <RecentlyClosed closed={closed()} />}</Show>
                </div>
              )
            }}
          </Reckoned>
        </Loaded>
      </div>
      <aside class="hints not-phone" aria-label={t().work.keys.label}>
        <span>
          <Key name="J" /> <Key name="K" /> {t().work.keys.move}
        </span>
        <span>
          <Key name="Enter" /> {t().work.keys.open}
        </span>
        <For each={stepKeys}>
          {({ key, steps: [step] }) => (
            <Show when={rows().some(({ actions }) => actions.includes(step))}>
              <span>
                <Key name={key} /> {t().steps.names[step]}
              </span>
            </Show>
          )}
        </For>
        <Show when={viewer()?.role !== 'VIEWER'}>
          <span>
            <Key name="C" /> {t().work.keys.log}
          </span>
        </Show>
      </aside>
      <steps.Outlet />
    </>
  )
}

function Nothing(props: { tab: Tab }): JSX.Element {
  return (
    <Switch>
      <Match when={props.tab === 'reporter'}>
        <Empty icon="inbox" title={t().work.emptyReporterTitle} text={t().work.emptyReporterText}>
          <a class="btn btn--primary" href="/log">
            {t().nav.log}
          </a>
        </Empty>
      </Match>
      <Match when={props.tab === 'followed'}>
        <Empty icon="bell" title={t().work.emptyFollowedTitle} text={t().work.emptyFollowedText}>
          <ToBoard />
        </Empty>
      </Match>
      <Match when={viewer()?.role === 'SECRETARY'}>
        <Empty icon="inbox" title={t().work.emptySecretaryTitle} text={t().work.emptySecretaryText}>
          <For each={['LOGGED', 'RESOLVED'] as const}>
            {(status) => (
              <a class="btn" href={`/b/all?view=list&status=${status}`}>
                {t().statuses[status]}
              </a>
            )}
          </For>
        </Empty>
      </Match>
      <Match when={true}>
        <Empty icon="met" title={t().work.emptyTitle} text={t().work.emptyText}>
          <ToBoard />
        </Empty>
      </Match>
    </Switch>
  )
}

function ToBoard(): JSX.Element {
  return (
    <a class="btn" href="/b/single-window">
      {t().notFound.toBoard}
    </a>
  )
}

function Key(props: { name: string }): JSX.Element {
  return (
    <kbd class="kbd" dir="ltr">
      {props.name}
    </kbd>
  )
}

function noteOf(name: WorkGroupName, rows: readonly WorkRow[]): string {
  if (name === 'others') return t().work.othersNote(rows.length)
  if (name !== 'first') return t().work.count(rows.length)
  const { overdue, today } = firstCounts(rows, now())
  return t().work.firstNote(overdue, today)
}

/** The list that has all of them; the lists can't be narrowed to a reporter. */
function listOf(tab: Tab): string | undefined {
  if (tab === 'reporter') return undefined
  return `/b/all?view=list&owner=${tab === 'owner' ? 'mine' : 'followed'}`
}

function workVariables(tab: Tab, viewerId: string | undefined): MyWorkQueryVariables | undefined {
  if (viewerId === undefined) return undefined
  const whose = { owner: { mine: true }, reporter: { reporterId: viewerId }, followed: { followed: true } }[
    tab
  ]
  return { open: { ...whose, status: openStatuses }, closed: { ...whose, status: ['CLOSED'] } }
}
