import { For, type JSX } from 'solid-js'
import { calendar } from '../data/session.ts'
import type { ReviewQuery, RungFragment } from '../gql/graphql.ts'
import { formatDuration } from '../i18n/formatDuration.ts'
import { formatNumber } from '../i18n/formatNumber.ts'
import { t } from '../i18n/t.ts'
import { rungName } from '../obstacles/rungName.ts'
import { paramsOfGroup } from './overdueGroups.ts'
import { ownAgency } from './ownAgency.ts'
import { type ReviewTrack, rowsHref } from './reviewTracks.ts'

export interface LadderCountsProps {
  track: ReviewTrack
  ladder: readonly RungFragment[]
  levels: ReviewQuery['levels']
}

/** How many open obstacles stand on each rung, the top one first. */
export function LadderCounts(props: LadderCountsProps): JSX.Element {
  const countOf = (level: number): number =>
    props.levels.find(({ key }) => key === String(level))?.openCount ?? 0
  const after = ({ afterMinutes }: RungFragment): string =>
    afterMinutes === 0
      ? t().review.rungAtOnce
      : t().review.rungAfter(formatDuration(afterMinutes, calendar()?.minutesPerDay ?? 1, 2))
  const rungs = () => [
    ...[...props.ladder]
      .reverse()
      .map((rung) => ({ level: rung.level, who: rungName(rung), when: after(rung) })),
    { level: 0, who: t().parties.OWNER, when: t().review.rungOwner },
  ]
  return (
    <section class="panel" aria-labelledby="ladder">
      <h2 class="panel__title" id="ladder">
        {t().review.ladder}
      </h2>
      <ol class="ladder" reversed>
        <For each={rungs()}>
          {({ level, who, when }) => (
            <li class="ladder__step">
              <span class="ladder__no">{formatNumber(level + 1)}</span>
              <span class="ladder__who">
                {who}
                <span class="ladder__when">{when}</span>
              </span>
              <span class="ladder__count">
                <a
                  href={rowsHref(props.track, {
                    status: 'open',
                    ...ownAgency(),
                    ...paramsOfGroup('LEVEL', String(level)),
                  })}
                >
                  <b>{formatNumber(countOf(level))}</b>
                </a>{' '}
                {t().review.items}
              </span>
            </li>
          )}
        </For>
      </ol>
      <p class="panel__note">{t().review.ladderNote}</p>
    </section>
  )
}
