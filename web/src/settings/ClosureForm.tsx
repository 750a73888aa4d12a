import type { Closure, ClosureKind } from '@goshayesh/shared/calendar'
import { addDays, type JalaliDate, parseJalaliDate } from '@goshayesh/shared/jalali'
import { createSignal, type JSX } from 'solid-js'
import { civilDateText } from '../data/dateText.ts'
import { groupBy } from '../data/groupBy.ts'
import { request } from '../data/request.ts'
import { revalidateAll } from '../data/revision.ts'
import { DeclareClosureDocument, PreviewClosureDocument, WithdrawClosureDocument } from '../gql/graphql.ts'
import { dateProblem } from '../i18n/dateProblem.ts'
import { localDigits } from '../i18n/formatNumber.ts'
import { t } from '../i18n/t.ts'
import { DateField } from '../ui/DateField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { showToast } from '../ui/showToast.ts'
import { createDraft } from './createDraft.ts'
import { createSaving, type Problems } from './createSaving.ts'
import { FormFoot } from './FormFoot.tsx'
import { type Meeting, meetOthers } from './meetOthers.ts'
import { MovesPreview } from './MovesPreview.tsx'
import { nameToPreview } from './nameToPreview.ts'
import { rangesOf } from './rangesOf.ts'
import { SavingErrors } from './SavingErrors.tsx'
import { readCalendar, type SettledCalendar } from './SettledCalendar.ts'
import { undoing } from './undoing.ts'
import { words } from './words.ts'

export interface ClosureFormProps {
  date: JalaliDate
  rules: SettledCalendar
  today: JalaliDate
  onClose(): void
}

interface ClosureDraft {
  from: string
  to: string
  name: string
  kind: ClosureKind
}

/** Closes the offices from one date to another, having told which deadlines move. */
export function ClosureForm(props: ClosureFormProps): JSX.Element {
  const saving = createSaving('closure')
  // oxlint-disable-next-line solid/reactivity -- the form begins with the day it was opened on
  const typed = localDigits(props.date.replaceAll('-', '/'))
  // oxlint-disable-next-line solid/reactivity
  const [draft, setDraft, drop] = createDraft<ClosureDraft>(`closure.${props.date}`, {
    from: typed,
    to: typed,
    name: '',
    kind: 'AD_HOC',
  })
  // oxlint-disable-next-line solid/reactivity
  const [rules, setRules] = createSignal(props.rules)
  const from = (): JalaliDate | null => parseJalaliDate(draft.from)
  const to = (): JalaliDate | null => parseJalaliDate(draft.to)
  const checkDates = (): Problems => {
    const first = from()
    const last = to()
    return {
      ...(first ? {} : { from: dateProblem(draft.from) }),
      ...(last ? {} : { to: dateProblem(draft.to) }),
      ...(first && last && last < first ? { to: words().calendar.rangeOrder } : {}),
    }
  }
  const check = (): Problems => ({
    ...checkDates(),
    ...(draft.name.trim() ? {} : { name: words().required }),
  })
  const input = () => ({ from: from() ?? '', to: to() ?? '', name: draft.name.trim(), kind: draft.kind })
  /** What closes days of the range ad hoc already, under another title. */
  const retitled = (): Closure[] => {
    const { from: first, to: last, name, kind } = input()
    return rules().closures.filter(
      (closure) =>
        kind === 'AD_HOC' &&
        closure.kind === kind &&
        first <= closure.date &&
        closure.date <= last &&
        closure.name !== name,
    )
  }
  const retitledText = (): string => {
    const names = new Set(retitled().map(({ name }) => name))
    return names.size > 0 ? words().calendar.retitled(retitled().length, [...names].join(t().comma)) : ''
  }
  const leave = (): void => {
    drop()
    props.onClose()
  }
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    await saving.save(check, () => meetOthers(meeting, declare))
  }
  /** What closes days of the range, by date. */
  const titlesUnder = ({ closures }: SettledCalendar): Map<JalaliDate, string> => {
    const { from: first, to: last } = input()
    const inRange = closures.filter(({ date }) => first <= date && date <= last)
    return new Map(
      [...groupBy(inRange, ({ date }) => date)].map(([date, found]) => [
        date,
        found.map(({ name }) => name).join(t().comma),
      ]),
    )
  }
  const meeting: Meeting<SettledCalendar> = {
    seen: rules,
    onSeen: setRules,
    read: readCalendar,
    takeOver: (...sides) => {
      const [before, after] = [titlesUnder(sides[0]), titlesUnder(sides[1])]
      return datesOf(input())
        .filter((date) => before.get(date) !== after.get(date))
        .map((date) => {
          const { workday } = words().calendar
          return words().change(civilDateText(date), before.get(date) ?? workday, after.get(date) ?? workday)
        })
    },
  }
  const declare = async (expectedVersion: number | undefined): Promise<void> => {
    const sent = input()
    const added = datesOf(sent).filter(
      (date) => !rules().closures.some((closure) => closure.date === date && closure.kind === sent.kind),
    )
    const titles = groupBy(retitled(), ({ name }) => name)
    const { declareClosure } = await request(DeclareClosureDocument, {
      input: { ...sent, expectedVersion },
    })
    const giveBack = async (): Promise<void> => {
      for (const { from: date, to: last } of rangesOf(added)) {
        await request(WithdrawClosureDocument, { date, to: last, kind: sent.kind })
      }
      for (const [name, closures] of titles)
        for (const range of rangesOf(closures.map(({ date }) => date)))
          await request(DeclareClosureDocument, { input: { ...range, name, kind: sent.kind } })
    }
    showToast({
      text: words().calendar.declared(declareClosure.movedDeadlines),
      ...(added.length > 0 || titles.size > 0 ? { undo: () => void undoing(giveBack) } : {}),
    })
    revalidateAll()
    leave()
  }
  return (
    <form class="form" onSubmit={submit} novalidate>
      <SavingErrors saving={saving} />
      <TextField
        id={saving.idOf('name')}
        label={words().calendar.name}
        hint={words().calendar.nameHint}
        value={draft.name}
        error={saving.error('name')}
        onValue={(name) => setDraft({ name })}
      />
      <div class="settings__dates">
        <DateField
          id={saving.idOf('from')}
          label={words().calendar.from}
          value={draft.from}
          today={props.today}
          error={saving.error('from')}
          onValue={(text) => setDraft({ from: text })}
        />
        <DateField
          id={saving.idOf('to')}
          label={words().calendar.to}
          value={draft.to}
          today={props.today}
          error={saving.error('to')}
          onValue={(text) => setDraft({ to: text })}
        />
      </div>
      <Select
        id={saving.idOf('kind')}
        label={words().calendar.kind}
        value={draft.kind}
        options={Object.entries(words().calendar.kinds).map(([value, label]) => ({ value, label }))}
        onValue={(kind) => setDraft({ kind: kind as ClosureKind })}
      />
      <MovesPreview
        document={PreviewClosureDocument}
        variables={
          Object.keys(checkDates()).length === 0
            ? { input: { ...input(), name: nameToPreview(draft.name) } }
            : undefined
        }
        also={retitledText()}
      />
      <FormFoot busy={saving.busy()} submit={words().calendar.declareSubmit} onCancel={leave} />
    </form>
  )
}

function datesOf({ from, to }: { from: JalaliDate; to: JalaliDate }): JalaliDate[] {
  const dates = [from]
  for (let date = from; date < to;) {
    date = addDays(date, 1)
    dates.push(date)
  }
  return dates
}
