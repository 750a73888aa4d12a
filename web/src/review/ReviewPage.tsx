import { For, type JSX, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { dateText } from '../data/dateText.ts'
import { viewer } from '../data/session.ts'
import { ReviewDocument, type ReviewQuery } from '../gql/graphql.ts'
import { formatNumber } from '../i18n/formatNumber.ts'
import { t } from '../i18n/t.ts'
import { now } from '../now.ts'
import { address } from '../routing/router.ts'
import { Page } from '../shell/Page.tsx'
import { Loaded } from '../shell/Loaded.tsx'
import { Button } from '../ui/Button.tsx'
import { Burnup } from './Burnup.tsx'
import { Countdown } from './Countdown.tsx'
import { Definition } from './Definition.tsx'
import { type Grouping, groupings } from './groupings.ts'
import { LadderCounts } from './LadderCounts.tsx'
import { MostOverdue } from './MostOverdue.tsx'
import { OnTimeFigures } from './OnTimeFigures.tsx'
import { OverdueTable } from './OverdueTable.tsx'
import { PendingExtensions } from './PendingExtensions.tsx'
import { type ReviewTrack, reviewTrackOf, reviewTracks, rowsHref } from './reviewTracks.ts'

/** From this level on an obstacle is with the sub-committee or above. */
const HIGH_LEVEL = 3

/** Shall we make it? What is late, who has to act, and how long there is. All of it about one register. */
export default function ReviewPage(): JSX.Element {
  const params: { by?: string; track?: string } = address.query
  const track = () => reviewTrackOf(params.track)
  const grouping = (): Grouping =>
    params.by !== undefined && Object.hasOwn(groupings, params.by) ? (params.by as Grouping) : 'level'
  return (
    <Page
      title={t().review.title}
      sub={`${t().board.tracks[track()]} · ${dateText(now(), { time: true, year: true })}`}
      actions={
        <>
          <nav class="segmented" aria-label={t().board.tracks.label}>
            <For each={Object.keys(reviewTracks) as ReviewTrack[]}>
              {(name) => (
                <a
                  class="segmented__item"
                  href={name === 'agencies' ? '/review?track=agencies' : '/review'}
                  aria-current={name === track() ? 'true' : undefined}
                >
                  {t().board.tracks[name]}
                </a>
              )}
            </For>
          </nav>
          <Button icon="printer" class="not-phone" onClick={() => print()}>
            {t().review.print}
          </Button>
        </>
      }
    >
      {/* The figures of one register never stand under the name of the other. */}
      <Show when={track()} keyed>
        {(shown) => <Register track={shown} grouping={grouping()} />}
      </Show>
    </Page>
  )
}

function Register(props: { track: ReviewTrack; grouping: Grouping }): JSX.Element {
  const data = createData(ReviewDocument, () => ({
    by: groupings[props.grouping],
    kinds: [...reviewTracks[props.track]],
  }))
  return (
    <div class="main__body review" aria-busy={data.loading}>
      <Loaded data={data} height="24rem">
        {(value) => (
          <>
            <Lede track={props.track} value={value()} />
            <Countdown track={props.track} figures={value().review} />
            <Burnup figures={value().review} />
            <OnTimeFigures track={props.track} figures={value().review} />
            <OverdueTable
              track={props.track}
              grouping={props.grouping}
              groups={value().groups}
              ladder={value().slaPolicy.ladder}
            />
            <div class="review__side">
              <LadderCounts track={props.track} ladder={value().slaPolicy.ladder} levels={value().levels} />
              <Show when={props.track === 'agencies' && viewer()?.role !== 'OFFICIAL'}>
                <MostOverdue track={props.track} agencies={value().agencies} />
              </Show>
              <PendingExtensions track={props.track} />
            </div>
            <section class="panel only-print" aria-labelledby="definitions">
              <h2 class="panel__title" id="definitions">
                {t().review.definitions}
              </h2>
              <ul class="text-xs">
                <For each={value().review.definitions.filter(({ key }) => key in t().review.defined)}>
                  {({ key, text }) => (
                    <li>
                      <b>{t().review.defined[key as keyof ReturnType<typeof t>['review']['defined']]}:</b>{' '}
                      {text}
                    </li>
                  )}
                </For>
              </ul>
            </section>
          </>
        )}
      </Loaded>
    </div>
  )
}

/** The page in sentences that could be read out: each names what it is about. */
function Lede(props: { track: ReviewTrack; value: ReviewQuery }): JSX.Element {
  const review = () => props.value.review
  const place = (): string => t().board.tracks[props.track]
  const isOfficial = (): boolean => viewer()?.role === 'OFFICIAL'
  const high = (): number =>
    isOfficial() ? 0 : sum(props.value.levels.filter(({ key }) => Number(key) >= HIGH_LEVEL))
  const number = (count: number, narrowed: Record<string, string>): JSX.Element => (
    <a href={rowsHref(props.track, narrowed)}>{formatNumber(count)}</a>
  )
  return (
    <p class="review__lede">
      <Show when={review().totalCount > 0} fallback={t().review.lede.none(place())}>
        {t().review.lede.of} {number(review().totalCount, { status: 'counted' })}{' '}
        {t().review.lede.obstacles(place())}{' '}
        <b class="nowrap">
          {number(review().resolvedCount, { status: 'done' })} {t().review.lede.resolved}
        </b>
        <Definition definitions={review().definitions} of="resolvedCount" name={t().review.done} />{' '}
        <Show when={review().milestone}>
          {(milestone) => (
            <Show when={review().forecast}>
              {(forecast) => <>{t().review.forecastIs(milestone().name, forecast().low, forecast().high)} </>}
            </Show>
          )}
        </Show>
        <Show when={review().overdueCount > 0} fallback={t().review.overdueNone(place())}>
          <a class="review__over nowrap" href={rowsHref(props.track, { status: 'open', sla: 'over' })}>
            {t().review.overdue(review().overdueCount, place())}
          </a>
          {t().review.overdueIs}
          <Show when={high() > 0}>
            {t().review.overdueHighAnd}
            <a href={rowsHref(props.track, { status: 'open', sla: 'over', level: String(HIGH_LEVEL + 1) })}>
              {t().review.overdueHigh(high())}
            </a>
          </Show>
          .
        </Show>
        <Definition definitions={review().definitions} of="overdueCount" name={t().review.overdueLabel} />
      </Show>
      <Show when={!isOfficial()}>
        {' '}
        <a class="muted" href="/b/all?view=list&status=open&sla=over">
          {t().review.everywhere(sum(props.value.everywhere))}
        </a>
      </Show>
    </p>
  )
}

function sum(groups: readonly { overdueCount: number }[]): number {
  return groups.reduce((total, { overdueCount }) => total + overdueCount, 0)
}
