import { parseJalaliDate } from '@goshayesh/shared/jalali'
import { jalaliNames } from '@goshayesh/shared/jalaliNames'
import { For, type JSX, Show } from 'solid-js'
import { unwrap } from 'solid-js/store'
import { request } from '../data/request.ts'
import { revalidateAll } from '../data/revision.ts'
import { calendar } from '../data/session.ts'
import {
  type OfficeHoursInput,
  PreviewOfficeHoursDocument,
  SetOfficeHoursDocument,
  WithdrawOfficeHoursDocument,
} from '../gql/graphql.ts'
import { dateProblem } from '../i18n/dateProblem.ts'
import { localDigits } from '../i18n/formatNumber.ts'
import { language } from '../i18n/language.ts'
import { now } from '../now.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { showToast } from '../ui/showToast.ts'
import { checkHours } from './checkHours.ts'
import { createDraft } from './createDraft.ts'
import { createSaving, type Problems } from './createSaving.ts'
import { FormFoot } from './FormFoot.tsx'
import { HoursFields } from './HoursFields.tsx'
import { hoursText } from './hoursText.ts'
import { type Meeting, meetOthers } from './meetOthers.ts'
import { MovesPreview } from './MovesPreview.tsx'
import { SavingErrors } from './SavingErrors.tsx'
import { readCalendar, type SettledCalendar } from './SettledCalendar.ts'
import { undoing } from './undoing.ts'
import { type Hours, hoursOf, type Week, weeksOf } from './weeks.ts'
import { words } from './words.ts'

export interface WeekDialogProps {
  rules: SettledCalendar
  week: Week
  /** A range that is not there yet; its dates are to be written. */
  isNew: boolean
  onClose(): void
}

/** Sets the office hours of a week, of all the year or of a range of dates. */
export function WeekDialog(props: WeekDialogProps): JSX.Element {
  const saving = createSaving('week')
  // oxlint-disable-next-line solid/reactivity -- a dialog is about one week
  const { week: start, isNew, rules } = props
  const [draft, setDraft, drop] = createDraft(`week.${isNew ? 'new' : (start.from ?? 'all')}`, {
    from: '',
    to: '',
    days: typed(start.days),
    seen: rules,
  })
  const today = (): string => calendar()?.dateAt(now()) ?? ''
  const range = (): { from: string | null; to: string | null } =>
    isNew
      ? { from: parseJalaliDate(draft.from), to: parseJalaliDate(draft.to) }
      : { from: start.from, to: start.to }
  const firstOf = (weekday: number): number =>
    draft.days.slice(0, weekday).reduce((sum, hours) => sum + hours.length, 0)
  const check = (): Problems => {
    const { from, to } = range()
    const rows = hoursOf(draft.days)
    return {
      ...(isNew && from === null ? { from: dateProblem(draft.from) } : {}),
      ...(isNew && to === null ? { to: dateProblem(draft.to) } : {}),
      ...(from !== null && to !== null && to < from ? { to: words().calendar.rangeOrder } : {}),
      ...(rows.length === 0 ? { hours: words().calendar.noHours } : {}),
      ...checkHours(rows),
    }
  }
  const input = () => ({ ...range(), hours: hoursOf(draft.days) })
  /** The hours of the range, as far as it has any of its own. */
  const daysUnder = ({ hours }: SettledCalendar): Hours[][] | undefined => {
    const { from, to } = range()
    return weeksOf(hours).find((week) => week.from === from && week.to === to)?.days
  }
  const isSame = (): boolean =>
    !isNew && JSON.stringify(hoursOf(draft.days)) === JSON.stringify(hoursOf(daysUnder(draft.seen) ?? []))
  const meeting: Meeting<SettledCalendar> = {
    seen: () => unwrap(draft).seen,
    onSeen: (seen) => setDraft({ seen }),
    read: readCalendar,
    takeOver: (...sides) => {
      const [before, after] = [typed(daysUnder(sides[0]) ?? []), typed(daysUnder(sides[1]) ?? [])]
      return jalaliNames[language()].weekdays.flatMap((name, weekday) => {
        const [was = [], is = []] = [before[weekday], after[weekday]]
        if (JSON.stringify(was) === JSON.stringify(is)) return []
        if (JSON.stringify(draft.days[weekday]) === JSON.stringify(was)) setDraft('days', weekday, is)
        return [words().change(name, hoursText(was), hoursText(is))]
      })
    },
  }
  const leave = (): void => {
    drop()
    props.onClose()
  }
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    await saving.save(check, () =>
      meetOthers(meeting, async (expectedVersion) => {
        const sent = input()
        const { from, to } = sent
        const former = daysUnder(unwrap(draft).seen)
        const { movedDeadlines, workingCalendar } = await put({ ...sent, expectedVersion })
        const { version } = workingCalendar
        const giveBack = async (): Promise<void> => {
          if (former) await put({ from, to, hours: hoursOf(former), expectedVersion: version })
          else if (from && to) await request(WithdrawOfficeHoursDocument, { from, to })
        }
        finish(words().calendar.hoursDone(movedDeadlines), giveBack)
      }),
    )
  }
  const put = async (given: OfficeHoursInput) =>
    (await request(SetOfficeHoursDocument, { input: given })).setOfficeHours
  const withdraw = async (): Promise<void> => {
    await saving.save(
      () => ({}),
      async () => {
        const { from, to, days } = start
        const { withdrawOfficeHours } = await request(WithdrawOfficeHoursDocument, {
          from: from ?? '',
          to: to ?? '',
        })
        finish(
          words().calendar.rangeWithdrawn(withdrawOfficeHours.movedDeadlines),
          async () => void (await put({ from, to, hours: hoursOf(days) })),
        )
      },
    )
  }
  const finish = (text: string, giveBack: () => Promise<void>): void => {
    showToast({ text, undo: () => void undoing(giveBack) })
    revalidateAll()
    leave()
  }
  return (
    <Dialog
      title={isNew ? words().calendar.addRange : words().calendar.hours}
      onClose={() => props.onClose()}
    >
      <form class="form" onSubmit={submit} novalidate>
        <SavingErrors saving={saving} />
        <Show when={isNew}>
          <DateField
            id={saving.idOf('from')}
            label={words().calendar.from}
            value={draft.from}
            today={today()}
            error={saving.error('from')}
            onValue={(from) => setDraft('from', from)}
          />
          <DateField
            id={saving.idOf('to')}
            label={words().calendar.to}
            value={draft.to}
            today={parseJalaliDate(draft.from) ?? today()}
            error={saving.error('to')}
            onValue={(to) => setDraft('to', to)}
          />
        </Show>
        <div class="day-hours-list" id={saving.idOf('hours')} tabindex="-1">
          <For each={jalaliNames[language()].weekdays}>
            {(name, weekday) => (
              <HoursFields
                saving={saving}
                name={name}
                hours={draft.days[weekday()] ?? []}
                first={firstOf(weekday())}
                onHours={(hours) => setDraft('days', weekday(), hours)}
              />
            )}
          </For>
        </div>
        <MovesPreview
          document={PreviewOfficeHoursDocument}
          variables={Object.keys(check()).length === 0 && !isSame() ? { input: input() } : undefined}
          waiting={isSame() ? words().preview.unchanged : words().preview.waiting}
        />
        <Show when={!isNew && start.from !== null}>
          <div class="cluster">
            <Button variant="quiet" busy={saving.busy()} onClick={withdraw}>
              {words().calendar.withdrawRange}
            </Button>
          </div>
        </Show>
        <FormFoot busy={saving.busy()} onCancel={leave} />
      </form>
    </Dialog>
  )
}

/** As one types them. */
function typed(days: readonly (readonly Hours[])[]): Hours[][] {
  return days.map((hours) =>
    hours.map(({ opens, closes }) => ({ opens: localDigits(opens), closes: localDigits(closes) })),
  )
}
