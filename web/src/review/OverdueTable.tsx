import { For, type JSX, Show } from 'solid-js'
import { createPages } from '../data/createPages.ts'
import { dateText } from '../data/dateText.ts'
import { revalidate } from '../data/revision.ts'
import { calendar, viewer } from '../data/session.ts'
import { OverdueRowsDocument, type RungFragment } from '../gql/graphql.ts'
import { formatDuration } from '../i18n/formatDuration.ts'
import { numberOfRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { now } from '../now.ts'
import { Level } from '../obstacles/Level.tsx'
import { nextRung } from '../obstacles/nextRung.ts'
import { placeOf } from '../obstacles/placeOf.ts'
import { Ref } from '../obstacles/Ref.tsx'
import { rungName } from '../obstacles/rungName.ts'
import { slaReading } from '../obstacles/slaReading.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { type Grouping, groupings } from './groupings.ts'
import { overdueGroups, type OverdueObstacle, type OverdueSummary, paramsOfGroup } from './overdueGroups.ts'
import { ownAgency } from './ownAgency.ts'
import { type ReviewTrack, reviewTracks, rowsHref } from './reviewTracks.ts'
import { Said } from '../obstacles/Said.tsx'

const COLUMNS = 5
/** The bar of the longest delay, in the units of the design. */
const LONGEST = 9

export interface OverdueTableProps {
  track: ReviewTrack
  grouping: Grouping
  groups: readonly OverdueSummary[]
  ladder: readonly RungFragment[]
}

/** Every overdue obstacle under its group, with the length of its delay and who hears of it next. */
export function OverdueTable(props: OverdueTableProps): JSX.Element {
  const agencyCode = (): string[] | null => {
    const { place } = ownAgency()
    return place === undefined ? null : [place]
  }
  const pages = createPages(OverdueRowsDocument, {
    variables: () => ({ agencyCode: agencyCode(), kinds: [...reviewTracks[props.track]] }),
    pageOf: ({ obstacles }) => obstacles,
  })
  const groups = () => overdueGroups(groupings[props.grouping], props.groups, pages.nodes)
  const total = (): number => groups().reduce((sum, { group }) => sum + group.overdueCount, 0)
  const delayOf = (row: OverdueObstacle): number => {
    const days = calendar()
    return days ? slaReading(row.nextDeadline, days, now()).minutes : 0
  }
  const longest = (): number => Math.max(1, ...pages.nodes.map(delayOf))
  return (
    <section class="panel review__table" aria-labelledby="overdue">
      <div class="panel__head review__table-head">
        <h2 class="panel__title" id="overdue">
          {t().review.table[viewer()?.role === 'OFFICIAL' ? 'own' : 'all']}
        </h2>
        <span class="panel__note">{t().review.tableNote(total(), t().board.tracks[props.track])}</span>
        <nav class="segmented" aria-label={t().review.by.label}>
          <For each={Object.keys(groupings) as Grouping[]}>
            {(name) => (
              <a
                class="segmented__item"
                href={hrefOf(props.track, name)}
                aria-current={name === props.grouping ? 'true' : undefined}
              >
                {t().review.by[name]}
              </a>
            )}
          </For>
        </nav>
      </div>
      <Show
        when={pages.nodes.length > 0 || (!pages.loading && !pages.error)}
        fallback={
          <Show when={pages.error} fallback={<Skeleton height="16rem" />}>
            {(error) => <Failure message={error().message} onRetry={revalidate} />}
          </Show>
        }
      >
        <Show
          when={total() > 0}
          fallback={
            <div class="empty">
              <span class="empty__icon">
                <Icon name="met" />
              </span>
              <p class="empty__title">{t().review.emptyTitle}</p>
              <p class="empty__text">{t().review.emptyText}</p>
            </div>
          }
        >
          <div class="table-scroll" tabindex="0" role="group" aria-labelledby="overdue">
            <table class="table">
              <thead>
                <tr>
                  <th scope="col">{t().review.columns.obstacle}</th>
                  <th scope="col">{t().review.columns.agency}</th>
                  <th scope="col">{t().review.columns.owner}</th>
                  <th scope="col">{t().review.columns.delay}</th>
                  <th scope="col">{t().review.columns.next}</th>
                </tr>
              </thead>
              <For each={groups()}>
                {({ group, rows: members }) => (
                  <tbody>
                    <tr class="table__group">
                      <th scope="rowgroup" colspan={COLUMNS}>
                        <span class="cluster">
                          <Show when={props.grouping === 'level'}>
                            <Level level={Number(group.key) + 1} />
                          </Show>
                          <span>
                            {props.grouping === 'level' ? levelWho(group.key, props.ladder) : group.label}
                          </span>
                          <span class="muted">
                            <GroupCounts track={props.track} grouping={props.grouping} group={group} />
                          </span>
                        </span>
                      </th>
                    </tr>
                    <For each={members}>
                      {(row) => (
                        <OverdueRow
                          row={row}
                          delay={delayOf(row)}
                          longest={longest()}
                          ladder={props.ladder}
                        />
                      )}
                    </For>
                  </tbody>
                )}
              </For>
            </table>
          </div>
          <Show when={pages.hasMore}>
            <div class="review__bulk">
              <Button busy={pages.loading} onClick={() => pages.more()}>
                {t().review.more}
              </Button>
              <span>{t().list.shown(pages.nodes.length, total())}</span>
            </div>
          </Show>
        </Show>
      </Show>
    </section>
  )
}

function hrefOf(track: ReviewTrack, grouping: Grouping): string {
  const query = new URLSearchParams()
  if (track !== 'single-window') query.set('track', track)
  if (grouping !== 'level') query.set('by', grouping)
  return `/review${query.size > 0 ? `?${query.toString()}` : ''}`
}

interface GroupCountsProps {
  track: ReviewTrack
  grouping: Grouping
  group: OverdueSummary
}

/** What is overdue and what is open in a group; where lists can be narrowed to it, the numbers open them. */
function GroupCounts(props: GroupCountsProps): JSX.Element {
  const narrowed = () => ({ ...ownAgency(), ...paramsOfGroup(groupings[props.grouping], props.group.key) })
  const isNarrowable = (): boolean => Object.values(narrowed()).length > 0
  const overdue = (): string => t().review.groupOverdue(props.group.overdueCount)
  const open = (): string => t().review.groupOpen(props.group.openCount)
  return (
    <Show when={isNarrowable()} fallback={`${overdue()} ${open()}`}>
      <a href={rowsHref(props.track, { status: 'open', sla: 'over', ...narrowed() })}>{overdue()}</a>{' '}
      <a href={rowsHref(props.track, { status: 'open', ...narrowed() })}>{open()}</a>
    </Show>
  )
}

interface OverdueRowProps {
  row: OverdueObstacle
  /** Working minutes past due. */
  delay: number
  longest: number
  ladder: readonly RungFragment[]
}

function OverdueRow(props: OverdueRowProps): JSX.Element {
  return (
    <tr>
      <td>
        <a class="table__title" href={`/o/${numberOfRef(props.row.ref)}`}>
          <span class="muted">
            <Ref of={props.row.ref} />
          </span>{' '}
          <Said text={props.row.title} />
        </a>
      </td>
      <td>{placeOf(props.row)}</td>
      <td class="nowrap">
        <bdi>{props.row.owner?.name ?? t().obstacle.noOwner}</bdi>
      </td>
      <td>
        <span class="delay" style={{ '--d': (LONGEST * props.delay) / props.longest }}>
          <span class="delay__bar" aria-hidden="true" />
          {formatDuration(props.delay, calendar()?.minutesPerDay ?? 1)}
        </span>
      </td>
      <td class="muted nowrap">{nextText(props.row, props.ladder)}</td>
    </tr>
  )
}

function nextText(row: OverdueObstacle, ladder: readonly RungFragment[]): string {
  if (row.nextDeadline?.state === 'PAUSED') return t().review.frozen
  const days = calendar()
  const next = days ? nextRung(ladder, row, days, now()) : null
  return next
    ? t().review.nextRung(rungName(next.rung), dateText(next.at, { near: true }))
    : t().review.topRung
}

function levelWho(key: string, ladder: readonly RungFragment[]): string {
  const rung = ladder.find(({ level }) => String(level) === key)
  return rung ? rungName(rung) : t().parties.OWNER
}
