import { parseJalaliDate } from '@goshayesh/shared/jalali'
import { jalaliNames } from '@goshayesh/shared/jalaliNames'
import { For, type JSX, Show } from 'solid-js'
import { request } from '../data/request.ts'
import { revalidateAll } from '../data/revision.ts'
import { calendar } from '../data/session.ts'
import {
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
import { MovesPreview } from './MovesPreview.tsx'
import { SavingErrors } from './SavingErrors.tsx'
import { undoing } from './undoing.ts'
import { hoursOf, type Week } from './weeks.ts'
import { words } from './words.ts'

export interface WeekDialogProps {
  week: Week
  /** A range that is not there yet; its dates are to be written. */
  isNew: boolean
  onClose(): void
}

/** Sets the office hours of a week, of all the year or of a range of dates. */
export function WeekDialog(props: WeekDialogProps): JSX.Element {
  const saving = createSaving('week')
  // oxlint-disable-next-line solid/reactivity -- a dialog is about one week
  const { week: before, isNew } = props
  const [draft, setDraft, drop] = createDraft(`week.${isNew ? 'new' : (before.from ?? 'all')}`, {
    from: '',
    to: '',
    days: before.days.map((hours) =>
      hours.map(({ opens, closes }) => ({ opens: localDigits(opens), closes: localDigits(closes) })),
    ),
  })
  const today = (): string => calendar()?.dateAt(now()) ?? ''
  const range = (): { from: string | null; to: string | null } =>
    isNew
      ? { from: parseJalaliDate(draft.from), to: parseJalaliDate(draft.to) }
      : { from: before.from, to: before.to }
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
  const isSame = (): boolean =>
    !isNew && JSON.stringify(hoursOf(draft.days)) === JSON.stringify(hoursOf(before.days))
  const leave = (): void => {
    drop()
    props.onClose()
  }
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    await saving.save(check, async () => {
      const sent = input()
      const { setOfficeHours } = await request(SetOfficeHoursDocument, { input: sent })
      const giveBack = async (): Promise<void> => {
        if (!isNew) {
          const { from, to, days } = before
          await request(SetOfficeHoursDocument, { input: { from, to, hours: hoursOf(days) } })
        } else if (sent.from && sent.to) {
          await request(WithdrawOfficeHoursDocument, { from: sent.from, to: sent.to })
        }
      }
      finish(words().calendar.hoursDone(setOfficeHours.movedDeadlines), giveBack)
    })
  }
  const withdraw = async (): Promise<void> => {
    await saving.save(
      () => ({}),
      async () => {
        const { from, to, days } = before
        const { withdrawOfficeHours } = await request(WithdrawOfficeHoursDocument, {
          from: from ?? '',
          to: to ?? '',
        })
        finish(
          words().calendar.rangeWithdrawn(withdrawOfficeHours.movedDeadlines),
          async () =>
            void (await request(SetOfficeHoursDocument, { input: { from, to, hours: hoursOf(days) } })),
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
        <Show when={!isNew && before.from !== null}>
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
