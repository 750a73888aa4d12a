import type { WorkingCalendar } from '@goshayesh/shared/calendar'
import { type Accessor, type JSX, Show } from 'solid-js'
import { revalidateAll } from '../data/revision.ts'
import { calendar, dates, rules } from '../data/session.ts'
import { t } from '../i18n/t.ts'
import { Failure } from '../ui/Failure.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

export interface ReckonedProps {
  /** Of what stands in its place until then. */
  height: string
  children: JSX.Element | ((calendar: Accessor<WorkingCalendar>) => JSX.Element)
}

/** What is reckoned by the working calendar; before that is here, room for it, or why it did not come and another try. */
export function Reckoned(props: ReckonedProps): JSX.Element {
  const problem = (): string | undefined =>
    rules.error?.message ?? (dates.isMissing() ? t().errors.unreachable : undefined)
  const retry = (): void => {
    revalidateAll()
    dates.now().catch(() => undefined)
  }
  return (
    <Show
      when={calendar()}
      fallback={
        <Show when={problem()} fallback={<Skeleton height={props.height} />}>
          {(message) => <Failure message={message()} onRetry={retry} />}
        </Show>
      }
    >
      {props.children}
    </Show>
  )
}
