import { jalaliNames } from '@goshayesh/shared/jalaliNames'
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { unwrap } from 'solid-js/store'
import { createData } from '../data/createData.ts'
import { civilDateText } from '../data/dateText.ts'
import { revalidateAll, revisionOfSettings } from '../data/revision.ts'
import { calendar } from '../data/session.ts'
import { CalendarDocument } from '../gql/graphql.ts'
import { formatDuration } from '../i18n/formatDuration.ts'
import { localDigits } from '../i18n/formatNumber.ts'
import { language } from '../i18n/language.ts'
import { t } from '../i18n/t.ts'
import { now } from '../now.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { ClosureForm } from './ClosureForm.tsx'
import { dayFacts } from './dayFacts.ts'
import { DayDialog } from './DayDialog.tsx'
import { WeekDialog } from './WeekDialog.tsx'
import { hoursText } from './hoursText.ts'
import { type Week, weeksOf } from './weeks.ts'
import type { SettledCalendar } from './SettledCalendar.ts'
import { words } from './words.ts'
import { YearGrid } from './YearGrid.tsx'

/** When the offices of the province are open: the week, its holidays, and single days. */
export function CalendarSection(): JSX.Element {
  const data = createData(CalendarDocument, () => ({}), revisionOfSettings)
  return (
    <Show
      when={data.value}
      fallback={
        <Show when={data.error} fallback={<Skeleton height="24rem" />}>
          {(error) => <Failure message={error().message} onRetry={revalidateAll} />}
        </Show>
      }
    >
      {(value) => (
        <>
          <Weeks rules={value().workingCalendar} />
          <Year rules={value().workingCalendar} />
        </>
      )}
    </Show>
  )
}

function Weeks(props: { rules: SettledCalendar }): JSX.Element {
  const [open, setOpen] = createSignal<Week | 'new'>()
  const weeks = createMemo(() => weeksOf(props.rules.hours))
  const edited = (): Week | undefined => {
    const shown = open()
    return shown === 'new' ? weeks()[0] && { from: '', to: '', days: weeks()[0]?.days ?? [] } : shown
  }
  return (
    <section class="panel" aria-labelledby="calendar-hours">
      <div class="panel__head">
        <h2 class="panel__title" id="calendar-hours">
          {words().calendar.hours}
        </h2>
        <p class="panel__note">
          <Show when={calendar()}>
            {(days) =>
              words().calendar.perDay(formatDuration(days().minutesPerDay, days().minutesPerDay + 1, 2))
            }
          </Show>
        </p>
        <Button class="panel__act" icon="plus" onClick={() => setOpen('new')}>
          {words().calendar.addRange}
        </Button>
      </div>
      <p class="muted">{words().calendar.hoursNote}</p>
      <div class="weeks">
        <For each={weeks()}>
          {(week) => <WeekCard week={week} onEdit={() => setOpen(structuredClone(unwrap(week)))} />}
        </For>
      </div>
      <Show when={edited()} keyed>
        {(week) => (
          <WeekDialog
            rules={plain(props.rules)}
            week={week}
            isNew={open() === 'new'}
            onClose={() => setOpen(undefined)}
          />
        )}
      </Show>
    </section>
  )
}

function WeekCard(props: { week: Week; onEdit(): void }): JSX.Element {
  const title = (): string => {
    const { from, to } = props.week
    return from === null || to === null
      ? words().calendar.allYear
      : words().calendar.range(
          civilDateText(from, { style: 'short', year: true }),
          civilDateText(to, { style: 'short', year: true }),
        )
  }
  return (
    <section class="week" aria-label={title()}>
      <div class="week__head">
        <h3>{title()}</h3>
        <Button icon="edit" onClick={() => props.onEdit()}>
          {words().edit} <span class="visually-hidden">{title()}</span>
        </Button>
      </div>
      <dl class="week__days">
        <For each={props.week.days}>
          {(hours, weekday) => (
            <div class="week__day" classList={{ 'week__day--closed': hours.length === 0 }}>
              <dt>{jalaliNames[language()].weekdays[weekday()]}</dt>
              <dd>{hoursText(hours)}</dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  )
}

function Year(props: { rules: SettledCalendar }): JSX.Element {
  const today = (): string => calendar()?.dateAt(now()) ?? ''
  const [chosenYear, setYear] = createSignal<number>()
  const [day, setDay] = createSignal<string>()
  const [declaring, setDeclaring] = createSignal(false)
  const year = (): number => chosenYear() ?? Number(today().slice(0, 4))
  const facts = createMemo(() => dayFacts(plain(props.rules)))
  const exceptions = createMemo(() => {
    const dates = [
      ...props.rules.closures.filter(({ kind }) => kind === 'AD_HOC').map(({ date }) => date),
      ...props.rules.dates.map(({ date }) => date),
    ]
    return [...new Set(dates)].filter((date) => date.startsWith(`${year()}-`)).sort()
  })
  return (
    <section class="panel" aria-labelledby="calendar-year">
      <div class="panel__head">
        <h2 class="panel__title" id="calendar-year" aria-live="polite">
          {words().calendar.year(localDigits(String(year())))}
        </h2>
        <div class="cluster">
          <Button class="btn--icon" variant="quiet" icon="chevron-start" onClick={() => setYear(year() - 1)}>
            <span class="visually-hidden">{words().calendar.previousYear}</span>
          </Button>
          <Button class="btn--icon" variant="quiet" icon="chevron-end" onClick={() => setYear(year() + 1)}>
            <span class="visually-hidden">{words().calendar.nextYear}</span>
          </Button>
        </div>
        <Button class="panel__act" variant="primary" icon="plus" onClick={() => setDeclaring(true)}>
          {words().calendar.declare}
        </Button>
      </div>
      <p class="callout callout--paused">{words().calendar.certainty}</p>
      <ul class="year-key">
        <For each={['holiday', 'closure', 'dated', 'weekend'] as const}>
          {(kind) => (
            <li>
              <span class={`year-key__mark year__day--${kind}`} aria-hidden="true" />
              {words().calendar.legend[kind]}
            </li>
          )}
        </For>
        <li class="muted">{words().calendar.dayHint}</li>
      </ul>
      <YearGrid year={year()} today={today()} facts={facts()} onPick={setDay} />
      <h3 class="panel__title">{words().calendar.closures}</h3>
      <ul class="rows rows--inset">
        <For each={exceptions()} fallback={<li class="rows__item muted">{words().calendar.closuresNone}</li>}>
          {(date) => (
            <li class="rows__item">
              <Icon name={facts()(date).kind === 'dated' ? 'clock' : 'lock'} />
              <span class="rows__main">
                {civilDateText(date)}: <bdi>{facts()(date).names.join(t().comma)}</bdi>
              </span>
              <span class="rows__note">{hoursText(facts()(date).hours, words().calendar.kinds.AD_HOC)}</span>
              <Button variant="quiet" onClick={() => setDay(date)}>
                {words().edit} <span class="visually-hidden">{civilDateText(date)}</span>
              </Button>
            </li>
          )}
        </For>
      </ul>
      <Show when={declaring()}>
        <Dialog title={words().calendar.declare} onClose={() => setDeclaring(false)}>
          <ClosureForm
            date={today()}
            rules={plain(props.rules)}
            today={today()}
            onClose={() => setDeclaring(false)}
          />
        </Dialog>
      </Show>
      <Show when={day()} keyed>
        {(date) => (
          <DayDialog
            date={date}
            facts={facts()(date)}
            rules={plain(props.rules)}
            today={today()}
            onClose={() => setDay(undefined)}
          />
        )}
      </Show>
    </section>
  )
}

/** As it is now, whatever is read later. */
function plain(rules: SettledCalendar): SettledCalendar {
  return JSON.parse(JSON.stringify(rules)) as SettledCalendar
}
