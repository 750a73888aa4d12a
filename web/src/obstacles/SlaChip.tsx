import { createMemo, type JSX, Show, untrack } from 'solid-js'
import { dateText } from '../data/dateText.ts'
import { calendar } from '../data/session.ts'
import { formatDuration } from '../i18n/formatDuration.ts'
import { t } from '../i18n/t.ts'
import { now } from '../now.ts'
import { Icon } from '../ui/Icon.tsx'
import { type ClockFacts, type SlaReading, type SlaShape, slaReading } from './slaReading.ts'
import { slaText } from './slaText.ts'

/** Shapes that have no icon of their own name. */
const icons: Partial<Record<SlaShape, string>> = { ok: '', paused: 'pause', overPaused: 'pause' }

export interface SlaChipProps {
  deadline: ClockFacts | null
  /** Two units, «۳ روز و ۶ ساعت», as on the page of one obstacle. */
  exact?: boolean
  large?: boolean
}

/** How a deadline stands, in colour, shape and words; ticks in working time. */
export function SlaChip(props: SlaChipProps): JSX.Element {
  // Until the number changes, the clock has not ticked by a minute: the reading is as of the first time it was seen.
  const readAt = createMemo(() => {
    void props.deadline?.remainingMinutes
    return untrack(now)
  })
  return (
    <Show when={calendar()}>
      {(days) => {
        const reading = (): SlaReading => slaReading(props.deadline, days(), now(), readAt())
        const duration = (): string =>
          formatDuration(reading().minutes, days().minutesPerDay, props.exact ? 2 : 1)
        const tooltip = (): string | undefined => {
          const { shape } = reading()
          if (!props.deadline || shape === 'met' || shape === 'late') return undefined
          const due = t().sla.due(dateText(Date.parse(props.deadline.dueAt), { time: true }))
          const rests = props.deadline.state === 'RUNNING' && !days().isWorkingTime(now())
          if (!rests) return due
          return `${due} · ${t().sla.resumesAt(dateText(days().nextOpening(now()), { time: true }))}`
        }
        return (
          <span
            class={`sla sla--${reading().shape === 'overPaused' ? 'over sla--paused' : reading().shape}`}
            classList={{ 'sla--large': props.large === true }}
            title={tooltip()}
          >
            <Show when={icons[reading().shape] ?? reading().shape} fallback={<Ring used={reading().used} />}>
              {(name) => <Icon name={name()} />}
            </Show>
            <span class="visually-hidden">
              {t().sla[reading().shape]}
              {t().comma}
            </span>
            {slaText(reading().shape, props.deadline, duration())}
          </span>
        )
      }}
    </Show>
  )
}

/** The share of the working time used up. */
export function Ring(props: { used: number }): JSX.Element {
  return <span class="ring" style={{ '--used': props.used }} aria-hidden="true" />
}
