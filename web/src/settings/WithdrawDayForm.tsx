import type { CalendarRules } from '@goshayesh/shared/calendar'
import type { JalaliDate } from '@goshayesh/shared/jalali'
import { type JSX, Show } from 'solid-js'
import { request } from '../data/request.ts'
import { revalidateAll } from '../data/revision.ts'
import {
  DeclareClosureDocument,
  PreviewWithdrawalDocument,
  SetDatedHoursDocument,
  WithdrawClosureDocument,
  WithdrawDatedHoursDocument,
} from '../gql/graphql.ts'
import { showToast } from '../ui/showToast.ts'
import { createSaving } from './createSaving.ts'
import type { DayFacts } from './dayFacts.ts'
import { FormFoot } from './FormFoot.tsx'
import { MovesPreview } from './MovesPreview.tsx'
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
    const { date } = props
    const kind = props.facts.kind === 'closure' ? 'AD_HOC' : 'HOLIDAY'
    const gone = props.rules.closures.filter((closure) => closure.date === date && closure.kind === kind)
    const names = gone.map(({ name }) => name)
    const { withdrawClosure: done } = await request(WithdrawClosureDocument, { date })
    const giveBack = async (): Promise<void> => {
      for (const name of names) {
        await request(DeclareClosureDocument, { input: { from: date, to: date, name, kind } })
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
      <Show when={!isDated()}>
        <MovesPreview document={PreviewWithdrawalDocument} variables={{ date: props.date }} />
      </Show>
      <FormFoot
        busy={saving.busy()}
        submit={isDated() ? words().calendar.withdrawHours : words().calendar.withdraw}
        onCancel={() => props.onClose()}
      />
    </form>
  )
}
