import { useSearchParams } from '@solidjs/router'
import { type JSX, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { dateText } from '../data/dateText.ts'
import { revalidate } from '../data/revision.ts'
import { viewer } from '../data/session.ts'
import { type OverdueBy, ReviewDocument, type ReviewQuery } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { now } from '../now.ts'
import { Page } from '../shell/Page.tsx'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Countdown } from './Countdown.tsx'
import { type Grouping, groupings } from './groupings.ts'
import { LadderCounts } from './LadderCounts.tsx'
import { nearestMilestone } from './nearestMilestone.ts'
import { OverdueTable } from './OverdueTable.tsx'
import { PendingExtensions } from './PendingExtensions.tsx'

/** From this level on an obstacle is with the sub-committee or above. */
const HIGH_LEVEL = 3

/** What is late, who has to act, and how long there is. */
export default function ReviewPage(): JSX.Element {
  const [params] = useSearchParams<{ by: string }>()
  const grouping = (): Grouping =>
    params.by !== undefined && Object.hasOwn(groupings, params.by) ? (params.by as Grouping) : 'level'
  const by = (): OverdueBy => groupings[grouping()]
  const data = createData(ReviewDocument, () => ({ by: by() }))
  return (
    <Page
      title={t().review.title}
      sub={dateText(now(), { time: true, year: true })}
      actions={
        <Button icon="printer" class="not-phone" onClick={() => print()}>
          {t().review.print}
        </Button>
      }
    >
      <div class="main__body review" aria-busy={data.loading}>
        <Show
          when={data.value}
          fallback={
            <Show when={data.error} fallback={<Skeleton height="24rem" />}>
              {(error) => <Failure message={error().message} onRetry={revalidate} />}
            </Show>
          }
        >
          {(value) => (
            <>
              <Lede review={value()} />
              <Show when={nearestMilestone(value().milestones, now())}>
                {(milestone) => <Countdown milestone={milestone()} />}
              </Show>
              <OverdueTable grouping={grouping()} groups={value().groups} ladder={value().slaPolicy.ladder} />
              <div class="review__side">
                <LadderCounts ladder={value().slaPolicy.ladder} levels={value().levels} />
                <PendingExtensions />
              </div>
            </>
          )}
        </Show>
      </div>
    </Page>
  )
}

/** The page in a sentence that could be read out. */
function Lede(props: { review: ReviewQuery }): JSX.Element {
  const overdue = (): number => sum(props.review.levels)
  const high = (): number => sum(props.review.levels.filter(({ key }) => Number(key) >= HIGH_LEVEL))
  return (
    <p class="review__lede">
      <Show when={nearestMilestone(props.review.milestones, now())}>
        {(milestone) => (
          <>{t().review.milestoneDone(milestone().totalCount, milestone().name, milestone().doneCount)} </>
        )}
      </Show>
      {viewer()?.role === 'OFFICIAL' ? t().review.ownAgency : t().review.wholeProvince}
      <Show when={overdue() > 0} fallback={t().review.overdueNone}>
        <b class="review__over nowrap">{t().review.overdue(overdue())}</b>
        {t().review.overdueIs}
        {high() > 0 ? t().review.overdueHigh(high()) : ''}.
      </Show>
    </p>
  )
}

function sum(groups: readonly { overdueCount: number }[]): number {
  return groups.reduce((total, { overdueCount }) => total + overdueCount, 0)
}
