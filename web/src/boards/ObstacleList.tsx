import { A } from '@solidjs/router'
import { createEffect, createSignal, For, type JSX, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { revalidate } from '../data/revision.ts'
import { type ClockFragment, ObstacleListDocument, type ObstacleListQuery } from '../gql/graphql.ts'
import { numberOfRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { Kind } from '../obstacles/Kind.tsx'
import { Level } from '../obstacles/Level.tsx'
import { placeOf } from '../obstacles/placeOf.ts'
import { Ref } from '../obstacles/Ref.tsx'
import { SlaChip } from '../obstacles/SlaChip.tsx'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { BoardEmpty } from './BoardEmpty.tsx'
import { type BoardParams, isFiltered, type Track } from './boardFilter.ts'
import { listVariables } from './preloadBoard.ts'

type Row = ObstacleListQuery['obstacles']['edges'][number]['node']

const COLUMNS = 7

/** The same obstacles as a table, the nearest deadline first, page after page. */
export function ObstacleList(props: { track: Track; params: BoardParams }): JSX.Element {
  const [total, setTotal] = createSignal<number>()
  return (
    <Show
      when={total() !== 0}
      fallback={
        <BoardEmpty isFiltered={isFiltered(props.params)} clearHref={`/b/${props.track}?view=list`} />
      }
    >
      <section class="panel panel--table">
        <div class="table-scroll" role="region" tabindex="0" aria-label={t().board.listCaption}>
          <table class="table">
            <caption class="visually-hidden">{t().board.listCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{t().obstacle.deadline}</th>
                <th scope="col">{t().obstacle.ref}</th>
                <th scope="col">{t().obstacle.title}</th>
                <th scope="col">{t().obstacle.category}</th>
                <th scope="col">{t().obstacle.owner}</th>
                <th scope="col">{t().obstacle.status}</th>
                <th scope="col">{t().obstacle.escalation}</th>
              </tr>
            </thead>
            <ListPage {...props} after={null} before={0} onTotal={setTotal} />
          </table>
        </div>
      </section>
    </Show>
  )
}

interface ListPageProps {
  track: Track
  params: BoardParams
  after: string | null
  /** How many rows stand above. */
  before: number
  onTotal?(total: number): void
}

/** One page of rows, which asks for the next one below itself. */
function ListPage(props: ListPageProps): JSX.Element {
  const page = createData(ObstacleListDocument, () => ({
    ...listVariables(props.track, props.params),
    ...(props.after ? { after: props.after } : {}),
  }))
  const [goesOn, setGoesOn] = createSignal(false)
  const shown = (): number => props.before + (page.value?.obstacles.edges.length ?? 0)
  createEffect(() => {
    if (page.value) props.onTotal?.(page.value.obstacles.totalCount)
  })
  return (
    <>
      <tbody aria-busy={page.loading}>
        <Show
          when={page.value}
          fallback={
            <tr>
              <td colspan={COLUMNS}>
                <Show when={page.error} fallback={<Skeleton />}>
                  {(error) => <Failure message={error().message} onRetry={revalidate} />}
                </Show>
              </td>
            </tr>
          }
        >
          {(value) => (
            <For each={value().obstacles.edges}>{(edge) => <ObstacleRow obstacle={edge.node} />}</For>
          )}
        </Show>
        <Show when={page.value?.obstacles.pageInfo.hasNextPage && !goesOn()}>
          <tr>
            <td colspan={COLUMNS}>
              <div class="cluster">
                <Button onClick={() => setGoesOn(true)}>{t().board.loadMore}</Button>
                <span class="muted text-sm">
                  {t().board.shown(shown(), page.value?.obstacles.totalCount ?? 0)}
                </span>
              </div>
            </td>
          </tr>
        </Show>
      </tbody>
      <Show when={goesOn() && page.value?.obstacles.pageInfo.endCursor}>
        {(cursor) => <ListPage track={props.track} params={props.params} after={cursor()} before={shown()} />}
      </Show>
    </>
  )
}

function ObstacleRow(props: { obstacle: Row }): JSX.Element {
  return (
    <tr>
      <td>
        <SlaChip deadline={clockOf(props.obstacle)} />
      </td>
      <td>
        <Ref of={props.obstacle.ref} />
      </td>
      <td>
        <A class="table__title" href={`/o/${numberOfRef(props.obstacle.ref)}`}>
          {props.obstacle.title}
        </A>
        <br />
        <span class="muted">{placeOf(props.obstacle)}</span>
      </td>
      <td>
        <Kind category={props.obstacle.category} />
      </td>
      <td>{props.obstacle.owner ? <bdi>{props.obstacle.owner.name}</bdi> : t().obstacle.noOwner}</td>
      <td class="nowrap">{t().statuses[props.obstacle.status]}</td>
      <td>
        <Show when={props.obstacle.escalationLevel > 0}>
          <Level level={props.obstacle.displayLevel} />
        </Show>
      </td>
    </tr>
  )
}

/** The deadline that counts: the next one, or of a closed obstacle the one of its resolution. */
function clockOf(obstacle: Row): ClockFragment | null {
  return obstacle.nextDeadline ?? obstacle.deadlines.find(({ kind }) => kind === 'RESOLVE') ?? null
}
