import type { CalendarRules, Closure, ClosureKind } from '@goshayesh/shared/calendar'
import type { JalaliDate } from '@goshayesh/shared/jalali'
import { createSignal, type JSX, Show } from 'solid-js'
import { civilDateText } from '../data/dateText.ts'
import { request } from '../data/request.ts'
import { revalidateAll } from '../data/revision.ts'
import {
  DeclareClosureDocument,
  PreviewHoursWithdrawalDocument,
  PreviewWithdrawalDocument,
  SetDatedHoursDocument,
  WithdrawClosureDocument,
  WithdrawDatedHoursDocument,
} from '../gql/graphql.ts'
import { Choices } from '../ui/Choices.tsx'
import { showToast } from '../ui/showToast.ts'
import { createSaving } from './createSaving.ts'
import type { DayFacts } from './dayFacts.ts'
import { FormFoot } from './FormFoot.tsx'
import { MovesPreview } from './MovesPreview.tsx'
import { type DateRange, rangesOf } from './rangesOf.ts'
import { SavingErrors } from './SavingErrors.tsx'
import { undoing } from './undoing.ts'
import { words } from './words.ts'

export interface WithdrawDayFormProps {
  date: JalaliDate
  facts: DayFacts
  rules: CalendarRules
  onClose(): void
}

/** Makes a closed day, or one with hours of its own, like any other. */
export function WithdrawDayForm(props: WithdrawDayFormProps): JSX.Element {
  const saving = createSaving('withdraw')
  const isDated = (): boolean => props.facts.kind === 'dated'
  const kind = (): ClosureKind => (props.facts.kind === 'closure' ? 'AD_HOC' : 'HOLIDAY')
  const [wholly, setWholly] = createSignal(false)
  /** All of the closure that the day belongs to, if that is more than the day. Holidays stand for themselves. */
  const whole = (): DateRange | undefined => {
    const [name] = props.facts.names
    const isPart = (closure: Closure): boolean => closure.kind === 'AD_HOC' && closure.name === name
    const ranges = rangesOf(props.rules.closures.filter(isPart).map(({ date }) => date))
    const range = ranges.find(({ from, to }) => from <= props.date && props.date <= to)
    return kind() === 'AD_HOC' && range && range.from < range.to ? range : undefined
  }
  const withdrawal = (): { date: JalaliDate; to: JalaliDate; kind: ClosureKind } => {
    const { from, to } = (wholly() && whole()) || { from: props.date, to: props.date }
    return { date: from, to, kind: kind() }
  }
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    await saving.save(
      () => ({}),
      async () => {
        await (isDated() ? withdrawHours() : withdrawClosure())
        revalidateAll()
        props.onClose()
      },
    )
  }
  const withdrawHours = async (): Promise<void> => {
    const { date } = props
    const { names, hours } = props.facts
    const { withdrawDatedHours } = await request(WithdrawDatedHoursDocument, { date })
    const giveBack = async (): Promise<void> =>
      void (await request(SetDatedHoursDocument, { input: { date, name: names[0] ?? '', hours } }))
    showToast({
      text: words().calendar.hoursDone(withdrawDatedHours.movedDeadlines),
      undo: () => void undoing(giveBack),
    })
  }
  const withdrawClosure = async (): Promise<void> => {
    const { date, to, kind } = withdrawal()
    const names = props.rules.closures
      .filter((closure) => closure.date >= date && closure.date <= to && closure.kind === kind)
      .map((closure) => closure.name)
    const { withdrawClosure: done } = await request(WithdrawClosureDocument, withdrawal())
    const giveBack = async (): Promise<void> => {
      for (const name of new Set(names)) {
        await request(DeclareClosureDocument, { input: { from: date, to, name, kind } })
      }
    }
    showToast({
      text: words().calendar.withdrawnDone(done.movedDeadlines),
      undo: () => void undoing(giveBack),
    })
  }
  return (
    <form class="form" onSubmit={submit} novalidate>
      <SavingErrors saving={saving} />
      <Show
        when={!isDated()}
        fallback={<MovesPreview document={PreviewHoursWithdrawalDocument} variables={{ date: props.date }} />}
      >
        <Show when={whole()}>
          {(range) => (
            <Choices
              id={saving.idOf('whole')}
              label={words().calendar.withdrawWhat}
              value={wholly() ? 'all' : 'day'}
              choices={[
                { value: 'day', label: words().calendar.withdrawOne },
                {
                  value: 'all',
                  label: words().calendar.withdrawAll(shortDate(range().from), shortDate(range().to)),
                },
              ]}
              onValue={(value) => setWholly(value === 'all')}
            />
          )}
        </Show>
        <MovesPreview document={PreviewWithdrawalDocument} variables={withdrawal()} />
      </Show>
      <FormFoot
        busy={saving.busy()}
        submit={isDated() ? words().calendar.withdrawHours : words().calendar.withdraw}
        onCancel={() => props.onClose()}
      />
    </form>
  )
}

const shortDate = (date: JalaliDate): string => civilDateText(date, { style: 'short' })
