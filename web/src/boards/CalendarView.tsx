import type { WorkingCalendar } from '@goshayesh/shared/calendar'
import { type CivilDay, jalaliDateOf, jalaliPartsOf } from '@goshayesh/shared/jalali'
import { jalaliNames } from '@goshayesh/shared/jalaliNames'
import { openStatuses } from '@goshayesh/shared/workflow'
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { createPages } from '../data/createPages.ts'
import { revalidate } from '../data/revision.ts'
import { DueObstaclesDocument, type DueObstaclesQuery, type ObstacleFilter } from '../gql/graphql.ts'
import { formatJalali } from '../i18n/formatJalali.ts'
import { formatNumber, localDigits } from '../i18n/formatNumber.ts'
import { formatRef, numberOfRef } from '../i18n/formatRef.ts'
import { language } from '../i18n/language.ts'
import { groupBy } from '../data/groupBy.ts'
import { t } from '../i18n/t.ts'
import { now } from '../now.ts'
import { type SlaShape, slaReading } from '../obstacles/slaReading.ts'
import { Reckoned } from '../shell/Reckoned.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/Icon.tsx'
import { addMonths, type JalaliMonth, monthGrid, monthOf, parseMonth } from './monthGrid.ts'
import { Said } from '../obstacles/Said.tsx'

type Due = DueObstaclesQuery['obstacles']['edges'][number]['node']

const SHOWN_A_DAY = 4

const icons: Partial<Record<SlaShape, string>> = {
  soon: 'soon',
  over: 'over',
  paused: 'pause',
  overPaused: 'pause',
}

export interface CalendarViewProps {
  filter: ObstacleFilter
  /** The month in the address; the present one where it says none. */
  month: string
  /** The address of another month. */
  monthHref(month: JalaliMonth | undefined): string
}

/** The obstacles of a month by the day on which their next deadline ends. */
export default function CalendarView(props: CalendarViewProps): JSX.Element {
  return (
    <Reckoned height="30rem">
      {(days) => (
        <Month
          filter={props.filter}
          month={props.month}
          monthHref={(month) => props.monthHref(month)}
          calendar={days()}
        />
      )}
    </Reckoned>
  )
}

function Month(props: CalendarViewProps & { calendar: WorkingCalendar }): JSX.Element {
  const today = createMemo(() => props.calendar.dayAt(now()))
  const month = createMemo((): JalaliMonth => parseMonth(props.month) ?? monthOf(today()))
  const weeks = createMemo(() => monthGrid(month()))
  const range = createMemo(() => {
    const all = weeks()
      .flat()
      .filter((day) => day !== null)
    return {
      from: props.calendar.startOfDay(all[0] ?? 0),
      to: props.calendar.endOfDay(all.at(-1) ?? 0) + 1,
    }
  })
  const due = createPages(DueObstaclesDocument, {
    variables: () => ({
      filter: {
        ...props.filter,
        status: [...openStatuses],
        dueAfter: new Date(range().from).toISOString(),
        dueBefore: new Date(range().to).toISOString(),
      },
    }),
    pageOf: ({ obstacles }) => obstacles,
    unasked: 'all',
  })
  const byDay = createMemo(() =>
    groupBy(due.nodes, ({ nextDeadline }) => props.calendar.dayAt(Date.parse(nextDeadline?.dueAt ?? ''))),
  )
  const closed = createMemo(() => {
    const { from, to } = range()
    return new Map(props.calendar.skippedDays(from, to).map(({ date, reason }) => [date, reason]))
  })
  const name = (): string => {
    const [year, number] = month().split('-').map(Number)
    return `${jalaliNames[language()].months[(number ?? 1) - 1]} ${localDigits(String(year))}`
  }
  const overdue = (): number => due.nodes.filter((node) => node.overdue).length
  return (
    <section class="panel calendar" aria-labelledby="calendar-month" aria-busy={due.loading}>
      <div class="calendar__head">
        <h2 class="calendar__name" id="calendar-month">
          {name()}
        </h2>
        <p class="muted" role="status">
          {t().calendar.due(due.nodes.length)}
          <Show when={overdue() > 0}>
            {t().comma}
            {t().calendar.overdue(overdue())}
          </Show>
        </p>
        <nav class="cluster calendar__nav" aria-label={t().calendar.month}>
          <a
            class="btn btn--icon"
            href={props.monthHref(addMonths(month(), -1))}
            title={t().calendar.previous}
          >
            <Icon name="chevron-start" />
            <span class="visually-hidden">{t().calendar.previous}</span>
          </a>
          <a class="btn" href={props.monthHref(undefined)}>
            {t().calendar.today}
          </a>
          <a class="btn btn--icon" href={props.monthHref(addMonths(month(), 1))} title={t().calendar.next}>
            <Icon name="chevron-end" />
            <span class="visually-hidden">{t().calendar.next}</span>
          </a>
        </nav>
      </div>
      <Show when={due.error}>{(error) => <Failure message={error().message} onRetry={revalidate} />}</Show>
      <table class="calendar__grid">
        <caption class="visually-hidden">{t().calendar.grid(name())}</caption>
        <thead>
          <tr>
            <For each={jalaliNames[language()].weekdays}>{(weekday) => <th scope="col">{weekday}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={weeks()}>
            {(week) => (
              <tr>
                <For each={week}>
                  {(day) => (
                    <Show when={day !== null ? day : undefined} fallback={<td class="calendar__day" />} keyed>
                      {(present) => (
                        <Day
                          day={present}
                          isToday={present === today()}
                          calendar={props.calendar}
                          closure={closureName(closed().get(jalaliDateOf(present)))}
                          isOff={closed().has(jalaliDateOf(present))}
                          due={byDay().get(present) ?? []}
                        />
                      )}
                    </Show>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Show when={!due.loading && due.nodes.length === 0}>
        <p class="calendar__none" role="status">
          <b>{t().calendar.noneTitle(name())}</b>
          <br />
          {t().calendar.noneText}
        </p>
      </Show>
    </section>
  )
}

interface DayProps {
  day: CivilDay
  isToday: boolean
  /** No office hours. */
  isOff: boolean
  /** Why, where it is no mere weekend. */
  closure: string
  due: readonly Due[]
  calendar: WorkingCalendar
}

function Day(props: DayProps): JSX.Element {
  const [isOpen, setOpen] = createSignal(false)
  const shown = (): readonly Due[] => (isOpen() ? props.due : props.due.slice(0, SHOWN_A_DAY))
  const hidden = (): number => props.due.length - shown().length
  return (
    <td
      class="calendar__day"
      classList={{
        'calendar__day--today': props.isToday,
        'calendar__day--off': props.isOff,
        'calendar__day--busy': props.due.length > 0,
      }}
      aria-current={props.isToday ? 'date' : undefined}
    >
      <div class="calendar__date">
        <span class="not-phone">{formatNumber(jalaliPartsOf(props.day).day)}</span>
        <span class="only-phone">{longDate(props.day)}</span>
        <Show when={props.closure}>
          <span class="calendar__closure">{props.closure}</span>
        </Show>
        <Show when={props.due.length > 0}>
          <span class="calendar__count">{t().calendar.due(props.due.length)}</span>
        </Show>
      </div>
      <Show when={props.due.length > 0}>
        <ul class="calendar__list">
          <For each={shown()}>
            {(obstacle) => (
              <li>
                <DueLink obstacle={obstacle} calendar={props.calendar} />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={hidden() > 0}>
        <button type="button" class="calendar__more" onClick={() => setOpen(true)}>
          {t().calendar.more(hidden())}
        </button>
      </Show>
    </td>
  )
}

function DueLink(props: { obstacle: Due; calendar: WorkingCalendar }): JSX.Element {
  const shape = (): SlaShape => slaReading(props.obstacle.nextDeadline, props.calendar, now()).shape
  return (
    <a
      class={`calendar__due calendar__due--${shape()}`}
      href={`/o/${numberOfRef(props.obstacle.ref)}`}
      title={props.obstacle.title}
    >
      <Show when={icons[shape()]} fallback={<Icon name="dot" />}>
        {(icon) => <Icon name={icon()} />}
      </Show>
      <span class="visually-hidden">
        {t().sla[shape()]}
        {t().comma}
      </span>
      <bdi class="ref">{formatRef(props.obstacle.ref)}</bdi>
      <span class="calendar__title">
        <Said text={props.obstacle.title} />
      </span>
    </a>
  )
}

type Reason = ReturnType<WorkingCalendar['skippedDays']>[number]['reason']

function closureName(reason: Reason | undefined): string {
  return reason && 'name' in reason ? reason.name : ''
}

function longDate(day: CivilDay): string {
  const date = jalaliDateOf(day)
  return formatJalali(date, date)
}
