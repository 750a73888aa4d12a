import type { JalaliDate } from '@goshayesh/shared/jalali'
import { createSignal, For, type JSX, Match, Switch } from 'solid-js'
import { civilDateText } from '../data/dateText.ts'
import { t } from '../i18n/t.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ClosureForm } from './ClosureForm.tsx'
import type { DayFacts } from './dayFacts.ts'
import { DatedHoursForm } from './DatedHoursForm.tsx'
import type { SettledCalendar } from './SettledCalendar.ts'
import { words } from './words.ts'
import { WithdrawDayForm } from './WithdrawDayForm.tsx'

export interface DayDialogProps {
  date: JalaliDate
  facts: DayFacts
  rules: SettledCalendar
  today: JalaliDate
  onClose(): void
}

type Act = 'withdraw' | 'withdrawHours' | 'declare' | 'setHours'

/** What a day is and what can be made of it. */
export function DayDialog(props: DayDialogProps): JSX.Element {
  const isClosed = (): boolean => props.rules.closures.some(({ date }) => date === props.date)
  const acts = (): Act[] => [
    ...(props.facts.kind === 'dated' ? (['withdrawHours'] as const) : []),
    ...(isClosed() && props.facts.kind !== 'dated' ? (['withdraw'] as const) : []),
    ...(props.facts.kind === 'closure' ? [] : (['declare'] as const)),
    'setHours',
  ]
  // oxlint-disable-next-line solid/reactivity -- where the dialog begins
  const [act, setAct] = createSignal<Act>(acts()[0] ?? 'declare')
  const state = (): string => {
    const { kind, names } = props.facts
    if (kind === 'work') return words().calendar.workday
    if (kind === 'weekend') return words().calendar.weekend
    return kind === 'dated'
      ? words().calendar.withdrawHoursText(names.join(t().comma))
      : words().calendar.withdrawText(names.join(t().comma))
  }
  return (
    <Dialog title={civilDateText(props.date, { year: true })} onClose={() => props.onClose()}>
      <p class="dialog__about">{state()}</p>
      <div class="segmented" role="group" aria-label={words().calendar.choose}>
        <For each={acts()}>
          {(name) => (
            <button
              type="button"
              class="segmented__item"
              aria-pressed={act() === name}
              onClick={() => setAct(name)}
            >
              {words().calendar[name]}
            </button>
          )}
        </For>
      </div>
      <Switch>
        <Match when={act() === 'declare'}>
          <ClosureForm
            date={props.date}
            rules={props.rules}
            today={props.today}
            onClose={() => props.onClose()}
          />
        </Match>
        <Match when={act() === 'setHours'}>
          <DatedHoursForm date={props.date} rules={props.rules} onClose={() => props.onClose()} />
        </Match>
        <Match when={act() === 'withdraw' || act() === 'withdrawHours'}>
          <WithdrawDayForm
            date={props.date}
            facts={props.facts}
            rules={props.rules}
            onClose={() => props.onClose()}
          />
        </Match>
      </Switch>
    </Dialog>
  )
}
