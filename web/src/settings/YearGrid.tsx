import { addDays, civilDayOf, type JalaliDate, monthLength, weekdayOf } from '@goshayesh/shared/jalali'
import { jalaliNames } from '@goshayesh/shared/jalaliNames'
import { createMemo, createSignal, For, type JSX } from 'solid-js'
import { formatJalali } from '../i18n/formatJalali.ts'
import { formatNumber } from '../i18n/formatNumber.ts'
import { language } from '../i18n/language.ts'
import { t } from '../i18n/t.ts'
import type { DayFacts } from './dayFacts.ts'
import { words } from './words.ts'

export interface YearGridProps {
  year: number
  today: JalaliDate
  facts(date: JalaliDate): DayFacts
  onPick(date: JalaliDate): void
}

/** A year as twelve months. One stop for the tab key; arrows move by day and week, Page Up and Down by month. */
export function YearGrid(props: YearGridProps): JSX.Element {
  const [at, setAt] = createSignal<JalaliDate>()
  const stop = (): JalaliDate => {
    const date = at() ?? props.today
    return date.startsWith(`${props.year}-`) ? date : `${props.year}-01-01`
  }
  let grid!: HTMLDivElement
  const press = (event: KeyboardEvent): void => {
    const by = stepOf(event.key)
    if (by === undefined) return
    event.preventDefault()
    const next = addDays(stop(), by)
    if (!next.startsWith(`${props.year}-`)) return
    setAt(next)
    grid.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus()
  }
  return (
    <div class="year" ref={grid} onKeyDown={press}>
      <For each={Array.from({ length: 12 }, (_, i) => i + 1)}>
        {(month) => (
          <MonthGrid
            year={props.year}
            today={props.today}
            facts={(date) => props.facts(date)}
            month={month}
            stop={stop()}
            onPick={(date) => {
              setAt(date)
              props.onPick(date)
            }}
          />
        )}
      </For>
    </div>
  )
}

function MonthGrid(props: YearGridProps & { month: number; stop: JalaliDate }): JSX.Element {
  const first = (): JalaliDate => `${props.year}-${String(props.month).padStart(2, '0')}-01`
  const days = createMemo(() =>
    Array.from({ length: monthLength(props.year, props.month) }, (_, i) => addDays(first(), i)),
  )
  const label = (date: JalaliDate): string => {
    const { kind, names } = props.facts(date)
    const what = kind === 'work' ? '' : [words().calendar.legend[kind], ...names].join(t().comma)
    return [formatJalali(date, props.today), what].filter(Boolean).join(': ')
  }
  return (
    <section class="year__month" aria-label={jalaliNames[language()].months[props.month - 1]}>
      <h3 class="year__name">{jalaliNames[language()].months[props.month - 1]}</h3>
      <div class="year__days">
        <For each={jalaliNames[language()].weekdays}>
          {(name) => (
            <span class="month__weekday" aria-hidden="true">
              {language() === 'fa' ? name.charAt(0) : name.slice(0, 2)}
            </span>
          )}
        </For>
        <For each={Array.from({ length: weekdayOf(civilDayOf(first())) })}>{() => <span />}</For>
        <For each={days()}>
          {(date, i) => (
            <button
              type="button"
              class={`year__day year__day--${props.facts(date).kind}`}
              data-date={date}
              aria-label={label(date)}
              title={props.facts(date).names.join(t().comma) || undefined}
              aria-current={date === props.today ? 'date' : undefined}
              tabindex={date === props.stop ? '0' : '-1'}
              onClick={() => props.onPick(date)}
            >
              {formatNumber(i() + 1)}
            </button>
          )}
        </For>
      </div>
    </section>
  )
}

function stepOf(key: string): number | undefined {
  const forward = language() === 'fa' ? 'ArrowLeft' : 'ArrowRight'
  const backward = language() === 'fa' ? 'ArrowRight' : 'ArrowLeft'
  return { [forward]: 1, [backward]: -1, ArrowDown: 7, ArrowUp: -7, PageDown: 30, PageUp: -30 }[key]
}
