import { createSignal, For, type JSX, onMount, Show } from 'solid-js'
import {
  addDays,
  civilDayOf,
  type JalaliDate,
  jalaliDateOf,
  monthLength,
  parseJalaliDate,
  weekdayOf,
} from '@goshayesh/shared/jalali'
import { jalaliNames } from '@goshayesh/shared/jalaliNames'
import { formatNumber, localDigits } from '../i18n/formatNumber.ts'
import { formatJalali } from '../i18n/formatJalali.ts'
import { language } from '../i18n/language.ts'
import { t } from '../i18n/t.ts'
import { Button } from './Button.tsx'
import { Field, type FieldProps, tie } from './Field.tsx'
import { typedDate } from './typedDate.ts'

export interface DateFieldProps extends FieldProps {
  /** What is typed: digits of any kind. Read it with parseJalaliDate. */
  value: string
  today: JalaliDate
  onValue(value: string): void
}

/** A Solar Hijri date, typed («۱۴۰۵/۰۴/۳۱») or picked from a month. */
export function DateField(props: DateFieldProps): JSX.Element {
  const [isOpen, setOpen] = createSignal(false)
  const tidy = (): void => {
    const typed = typedDate(props.value, props.today)
    const date = parseJalaliDate(typed)
    if (date) props.onValue(formatJalali(date, props.today, { style: 'numeric' }))
    else if (typed !== props.value) props.onValue(localDigits(typed))
  }
  const pick = (date: JalaliDate): void => {
    props.onValue(formatJalali(date, props.today, { style: 'numeric' }))
    close()
  }
  const close = (): void => {
    setOpen(false)
    document.getElementById(props.id)?.focus()
  }
  return (
    <Field of={props} hint={t().dateField.hint}>
      <div class="date-field">
        <input
          ref={tie(props, true)}
          class="input"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          value={props.value}
          onInput={(event) => props.onValue(event.currentTarget.value)}
          onChange={tidy}
        />
        <Button
          class="btn--icon"
          icon="calendar"
          aria-expanded={isOpen()}
          onClick={() => setOpen((open) => !open)}
        >
          <span class="visually-hidden">{t().dateField.open}</span>
        </Button>
      </div>
      <Show when={isOpen()}>
        <Month
          shown={parseJalaliDate(props.value) ?? props.today}
          chosen={parseJalaliDate(props.value)}
          today={props.today}
          onPick={pick}
          onLeave={close}
        />
      </Show>
    </Field>
  )
}

interface MonthProps {
  shown: JalaliDate
  chosen: JalaliDate | null
  today: JalaliDate
  onPick(date: JalaliDate): void
  onLeave(): void
}

function Month(props: MonthProps): JSX.Element {
  // The day that the keyboard stands on; the month around it is the one shown.
  const [at, setAt] = createSignal(props.shown)
  const parts = (): { year: number; month: number; day: number } => partsOf(at())
  const first = (): JalaliDate => addDays(at(), 1 - parts().day)
  const days = (): JalaliDate[] =>
    Array.from({ length: monthLength(parts().year, parts().month) }, (_, i) => addDays(first(), i))
  let grid!: HTMLDivElement
  const move = (date: JalaliDate): void => {
    setAt(date)
    grid.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }
  onMount(() => move(at()))
  const turn = (by: -1 | 1): void =>
    void setAt(by < 0 ? addDays(first(), -1) : addDays(first(), monthLength(parts().year, parts().month)))
  const press = (event: KeyboardEvent): void => {
    const forward = language() === 'fa' ? 'ArrowLeft' : 'ArrowRight'
    const backward = language() === 'fa' ? 'ArrowRight' : 'ArrowLeft'
    const by = { [forward]: 1, [backward]: -1, ArrowDown: 7, ArrowUp: -7, PageDown: 30, PageUp: -30 }[
      event.key
    ]
    if (by !== undefined) {
      event.preventDefault()
      move(addDays(at(), by))
    }
  }
  /** What stands around the month stays open. */
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    props.onLeave()
  }
  return (
    <div class="month" onKeyDown={leave}>
      <div class="month__head">
        <Button variant="quiet" class="btn--icon" icon="chevron-start" onClick={() => turn(-1)}>
          <span class="visually-hidden">{t().dateField.previousMonth}</span>
        </Button>
        <b aria-live="polite">
          {jalaliNames[language()].months[parts().month - 1]} {localDigits(String(parts().year))}
        </b>
        <Button variant="quiet" class="btn--icon" icon="chevron-end" onClick={() => turn(1)}>
          <span class="visually-hidden">{t().dateField.nextMonth}</span>
        </Button>
      </div>
      <div class="month__days" ref={grid} onKeyDown={press}>
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
              class="month__day"
              aria-label={formatJalali(date, props.today)}
              aria-current={date === props.today ? 'date' : undefined}
              aria-pressed={date === props.chosen}
              tabindex={date === at() ? '0' : '-1'}
              onClick={() => props.onPick(date)}
            >
              {formatNumber(i() + 1)}
            </button>
          )}
        </For>
      </div>
    </div>
  )
}

function partsOf(date: JalaliDate): { year: number; month: number; day: number } {
  const [year = 0, month = 1, day = 1] = jalaliDateOf(civilDayOf(date)).split('-').map(Number)
  return { year, month, day }
}
