import { addDays, civilDayOf, weekdayOf } from '@goshayesh/shared/jalali'
import { For, type JSX, Show } from 'solid-js'
import { civilDateText } from '../data/dateText.ts'
import { calendar } from '../data/session.ts'
import type { FiguresFragment } from '../gql/graphql.ts'
import { formatNumber } from '../i18n/formatNumber.ts'
import { t } from '../i18n/t.ts'
import { Definition } from './Definition.tsx'
import { type ReviewTrack, rowsHref } from './reviewTracks.ts'

type Day = FiguresFragment['upcoming'][number]

/** The highest bar, in the units of the design. */
const HIGHEST = 4.5

/** How many deadlines fall on each day ahead; closed days are hatched. */
export function UpcomingDays(props: { track: ReviewTrack; figures: FiguresFragment }): JSX.Element {
  const days = (): readonly Day[] => props.figures.upcoming
  const most = (): number => Math.max(HIGHEST, ...days().map(({ count }) => count))
  const text = ({ date, count, reason }: Day): string =>
    t().review.dueOn(civilDateText(date), count, reason ?? null)
  return (
    <div>
      <p class="panel__note" id="upcoming">
        {t().review.upcoming}{' '}
        <Definition definitions={props.figures.definitions} of="upcoming" name={t().review.upcoming} />
      </p>
      <ul class="days" aria-labelledby="upcoming" style={{ '--days': days().length }}>
        <For each={days()}>
          {(day, i) => (
            <li
              class="day"
              classList={{
                'day--off': day.closed,
                'day--today': i() === 0,
                'day--end': day.date === props.figures.milestone?.dueDate,
              }}
              style={{ '--n': (HIGHEST * day.count) / most() }}
              title={text(day)}
            >
              <span class="day__wd" aria-hidden="true">
                {t().review.weekdays[weekdayOf(civilDayOf(day.date)) as 0]}
              </span>
              <span class="day__no" aria-hidden="true">
                {formatNumber(Number(day.date.slice(-2)))}
              </span>
              <span class="day__bar" aria-hidden="true" />
              <span class="day__due" aria-hidden="true">
                {day.count > 0 ? formatNumber(day.count) : ''}
              </span>
              <Show when={day.count > 0} fallback={<span class="visually-hidden">{text(day)}</span>}>
                <a class="day__link" href={rowsHref(props.track, boundsOf(day))}>
                  <span class="visually-hidden">{text(day)}</span>
                </a>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}

/** The instants between which a day lies, as the list's filter takes them. */
function boundsOf({ date }: Day): Record<string, string> {
  const days = calendar()
  if (!days) return {}
  const [from, to] = [date, addDays(date, 1)].map((day) =>
    new Date(days.startOfDay(civilDayOf(day))).toISOString(),
  )
  return { dueFrom: from ?? '', dueTo: to ?? '' }
}
