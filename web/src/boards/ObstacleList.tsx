import {
  createEffect,
  createMemo,
  createRoot,
  createSignal,
  For,
  type JSX,
  onCleanup,
  onMount,
  Show,
  untrack,
} from 'solid-js'
import { createPages } from '../data/createPages.ts'
import { revalidate } from '../data/revision.ts'
import { ObstacleListDocument, type ObstacleListQuery } from '../gql/graphql.ts'
import { formatRef, numberOfRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { part } from '../loading/part.ts'
import { clockOf } from '../obstacles/clockOf.ts'
import { Kind } from '../obstacles/Kind.tsx'
import { Level } from '../obstacles/Level.tsx'
import { placeOf } from '../obstacles/placeOf.ts'
import { Ref } from '../obstacles/Ref.tsx'
import { SlaChip } from '../obstacles/SlaChip.tsx'
import { Button } from '../ui/Button.tsx'
import { createMedia } from '../ui/createMedia.ts'
import { Failure } from '../ui/Failure.tsx'
import { lazyPart } from '../ui/lazyPart.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { type BoardParams, isFiltered, type Track } from './boardFilter.ts'
import type { Selection } from './createSelection.ts'
import { ListBar } from './ListBar.tsx'
import { markObstacle } from './obstacleOf.ts'
import { listVariables } from './preloadBoard.ts'
import { whenNear } from './whenNear.ts'
import { Said } from '../obstacles/Said.tsx'

const BoardEmpty = lazyPart(part(() => import('./BoardEmpty.tsx')))

type Row = ObstacleListQuery['obstacles']['edges'][number]['node']

const COLUMNS = 8
/** So many rows go on paper. */
const MOST_PRINTED = 1_000
const CHUNK = 50
const NEAR = '1500px 0px'

export interface ObstacleListProps {
  track: Track
  params: BoardParams
  /** How many obstacles the filter names; undefined until it is known. */
  total: number | undefined
  /** The number of the obstacle in the quick view. */
  peeked: string
  selection: Selection
}

/** The same obstacles as a table, the nearest deadline first; scrolling brings more of them. */
export default function ObstacleList(props: ObstacleListProps): JSX.Element {
  const pages = createPages(ObstacleListDocument, {
    variables: () => listVariables(props.track, props.params),
    pageOf: ({ obstacles }) => obstacles,
  })
  const chunks = createMemo(() => [...Array(Math.ceil(pages.nodes.length / CHUNK)).keys()])
  /** Fetches page after page, each asked for when the one before is there. */
  const all = (): Promise<void> =>
    new Promise((resolve) => {
      createRoot((dispose) => {
        createEffect(() => {
          if (pages.loading) return
          if (pages.error || pages.nodes.length >= Math.min(total(), MOST_PRINTED)) {
            dispose()
            resolve()
          } else {
            untrack(pages.more)
          }
        })
      })
    })
  const total = (): number => Math.max(props.total ?? 0, pages.nodes.length)
  return (
    <Show
      when={props.total !== 0}
      fallback={
        <BoardEmpty
          track={props.track}
          view="list"
          isFiltered={isFiltered(props.params)}
          search={props.params.q?.trim()}
        />
      }
    >
      <section
        class="panel panel--table"
        classList={{ 'panel--selected': props.selection.all().length > 0 }}
        data-column
      >
        <ListBar
          shown={pages.nodes.length}
          total={total()}
          selection={props.selection}
          asked={listVariables(props.track, props.params)}
          onAll={all}
        />
        <div class="table-scroll" role="region" tabindex="0" aria-label={t().list.caption}>
          <table class="table table--list" aria-rowcount={props.total === undefined ? -1 : props.total + 1}>
            <caption class="visually-hidden">{t().list.caption}</caption>
            <thead>
              <tr aria-rowindex={1}>
                <th scope="col" class="table__check">
                  <span class="visually-hidden">{t().list.select}</span>
                </th>
                <th scope="col">{t().obstacle.deadline}</th>
                <th scope="col">{t().obstacle.ref}</th>
                <th scope="col">{t().obstacle.title}</th>
                <th scope="col">{t().obstacle.category}</th>
                <th scope="col">{t().obstacle.owner}</th>
                <th scope="col">{t().obstacle.status}</th>
                <th scope="col">{t().obstacle.escalation}</th>
              </tr>
            </thead>
            <For each={chunks()}>
              {(chunk) => (
                <Rows
                  rows={pages.nodes.slice(chunk * CHUNK, (chunk + 1) * CHUNK)}
                  before={chunk * CHUNK}
                  peeked={props.peeked}
                  selection={props.selection}
                />
              )}
            </For>
          </table>
        </div>
        <Show when={pages.nodes.length === 0}>
          <Show when={pages.error} fallback={<Skeleton height="20rem" />}>
            {(error) => <Failure message={error().message} onRetry={revalidate} />}
          </Show>
        </Show>
        <Show when={pages.nodes.length > 0 && pages.nodes.length < total()}>
          <div
            class="cluster table__more"
            ref={(element) =>
              whenNear(
                element,
                () => null,
                () => pages.nodes.length,
                pages.more,
              )
            }
          >
            <Button busy={pages.loading} onClick={pages.more}>
              {t().list.loadMore}
            </Button>
            <span class="muted text-sm">{t().list.shown(pages.nodes.length, total())}</span>
          </div>
        </Show>
      </section>
    </Show>
  )
}

interface RowsProps {
  rows: readonly Row[]
  /** How many rows stand before them. */
  before: number
  peeked: string
  selection: Selection
}

/** Some rows in a body of their own, which leave the document while they are far away. */
function Rows(props: RowsProps): JSX.Element {
  const [height, setHeight] = createSignal<number>()
  const isPrinted = createMedia('print')
  const watch = (body: HTMLElement): void => {
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return
        const hasFocus = body.contains(document.activeElement)
        setHeight(entry.isIntersecting || hasFocus ? undefined : entry.boundingClientRect.height)
      },
      { rootMargin: NEAR },
    )
    onMount(() => observer.observe(body))
    onCleanup(() => observer.disconnect())
  }
  const gap = (): number | undefined => (isPrinted() ? undefined : height())
  return (
    <tbody ref={watch}>
      <Show
        when={gap()}
        fallback={
          <For each={props.rows}>
            {(row, index) => (
              <ObstacleRow
                obstacle={row}
                position={props.before + index() + 2}
                isPeeked={numberOfRef(row.ref) === props.peeked}
                selection={props.selection}
              />
            )}
          </For>
        }
      >
        {(pixels) => (
          <tr aria-hidden="true" style={{ 'block-size': `${pixels()}px` }}>
            <td colspan={COLUMNS} />
          </tr>
        )}
      </Show>
    </tbody>
  )
}

interface ObstacleRowProps {
  obstacle: Row
  position: number
  isPeeked: boolean
  selection: Selection
}

function ObstacleRow(props: ObstacleRowProps): JSX.Element {
  return (
    <tr
      aria-rowindex={props.position}
      aria-current={props.isPeeked ? 'true' : undefined}
      classList={{ 'table__row--selected': props.selection.has(props.obstacle.id) }}
      ref={(element) => markObstacle(element, () => props.obstacle)}
    >
      <td class="table__check">
        <input
          type="checkbox"
          aria-label={t().list.selectOne(formatRef(props.obstacle.ref))}
          checked={props.selection.has(props.obstacle.id)}
          onChange={() => props.selection.toggle(props.obstacle)}
        />
      </td>
      <td>
        <SlaChip deadline={clockOf(props.obstacle)} />
      </td>
      <td>
        <Ref of={props.obstacle.ref} />
      </td>
      <td>
        <a class="table__title" href={`/o/${numberOfRef(props.obstacle.ref)}`}>
          <Said text={props.obstacle.title} />
        </a>
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
