import { Index, type JSX, Show } from 'solid-js'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { Saving } from './createSaving.ts'
import { type Hours, minuteOf } from './weeks.ts'
import { words } from './words.ts'

export interface HoursFieldsProps {
  saving: Saving
  /** Of the day. */
  name: string
  hours: readonly Hours[]
  /** The place of the first of them among all hours of the form. */
  first: number
  onHours(hours: Hours[]): void
}

const DAY = 24 * 60

/** The hours of one day, each from and to, and how they lie in the day. */
export function HoursFields(props: HoursFieldsProps): JSX.Element {
  const set = (place: number, part: Partial<Hours>): void =>
    props.onHours(props.hours.map((hours, i) => (i === place ? { ...hours, ...part } : hours)))
  const problem = (): string | undefined =>
    props.hours
      .flatMap((_, i) => [
        props.saving.error(`hours.${props.first + i}.opens`),
        props.saving.error(`hours.${props.first + i}.closes`),
      ])
      .find((message) => message !== undefined)
  return (
    <div class="day-hours" role="group" aria-label={props.name}>
      <span class="day-hours__name">{props.name}</span>
      <div class="day-hours__rows">
        <Index each={props.hours} fallback={<span class="muted">{words().calendar.closedDay}</span>}>
          {(hours, i) => {
            const path = (end: 'opens' | 'closes'): string => `hours.${props.first + i}.${end}`
            const input = (end: 'opens' | 'closes'): JSX.Element => (
              <input
                class="input day-hours__time"
                id={props.saving.idOf(path(end))}
                type="text"
                inputmode="numeric"
                autocomplete="off"
                dir="ltr"
                aria-label={words().calendar[end](props.name)}
                aria-invalid={props.saving.error(path(end)) ? 'true' : undefined}
                value={hours()[end]}
                onInput={(event) => set(i, { [end]: event.currentTarget.value })}
              />
            )
            return (
              <span class="day-hours__row">
                {input('opens')}
                <span aria-hidden="true">{words().calendar.until}</span>
                {input('closes')}
                <Button
                  variant="quiet"
                  class="btn--icon"
                  icon="close"
                  onClick={() => props.onHours(props.hours.filter((_, other) => other !== i))}
                >
                  <span class="visually-hidden">{words().calendar.removeHours(props.name)}</span>
                </Button>
              </span>
            )
          }}
        </Index>
        <Button
          variant="quiet"
          class="btn--icon"
          icon="plus"
          onClick={() => props.onHours([...props.hours, { opens: '', closes: '' }])}
        >
          <span class="visually-hidden">{words().calendar.addHours(props.name)}</span>
        </Button>
      </div>
      <Show when={problem()}>
        {(message) => (
          <p class="field__error">
            <Icon name="over" />
            {message()}
          </p>
        )}
      </Show>
      <div class="day-hours__track" aria-hidden="true">
        <Index each={props.hours}>
          {(hours) => (
            <span
              class="day-hours__bar"
              style={{
                '--from': `${(100 * (minuteOf(hours().opens) ?? 0)) / DAY}%`,
                '--size': `${(100 * Math.max(0, (minuteOf(hours().closes) ?? 0) - (minuteOf(hours().opens) ?? 0))) / DAY}%`,
              }}
            />
          )}
        </Index>
      </div>
    </div>
  )
}
