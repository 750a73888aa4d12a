import type { JalaliDate } from '@goshayesh/shared/jalali'
import type { JSX } from 'solid-js'
import { civilDateText } from '../data/dateText.ts'
import { request } from '../data/request.ts'
import { revalidateAll } from '../data/revision.ts'
import {
  PreviewDatedHoursDocument,
  SetDatedHoursDocument,
  WithdrawDatedHoursDocument,
} from '../gql/graphql.ts'
import { localDigits } from '../i18n/formatNumber.ts'
import { TextField } from '../ui/TextField.tsx'
import { showToast } from '../ui/showToast.ts'
import { checkHours } from './checkHours.ts'
import { createDraft } from './createDraft.ts'
import { createSaving, type Problems } from './createSaving.ts'
import type { DayFacts } from './dayFacts.ts'
import { FormFoot } from './FormFoot.tsx'
import { HoursFields } from './HoursFields.tsx'
import { MovesPreview } from './MovesPreview.tsx'
import { nameToPreview } from './nameToPreview.ts'
import { SavingErrors } from './SavingErrors.tsx'
import { undoing } from './undoing.ts'
import { hoursOf } from './weeks.ts'
import { words } from './words.ts'

const usual = [{ opens: '07:30', closes: '14:30' }]

/** Opens the offices on one date for hours of its own, holiday or not. */
export function DatedHoursForm(props: { date: JalaliDate; facts: DayFacts; onClose(): void }): JSX.Element {
  const saving = createSaving('dated')
  // oxlint-disable-next-line solid/reactivity -- the form is about one day
  const { date, facts: before } = props
  const isDated = before.kind === 'dated'
  const [draft, setDraft, drop] = createDraft(`dated.${date}`, {
    name: isDated ? (before.names[0] ?? '') : '',
    hours: (isDated ? before.hours : usual).map(({ opens, closes }) => ({
      opens: localDigits(opens),
      closes: localDigits(closes),
    })),
  })
  const hours = () => hoursOf([draft.hours]).map(({ opens, closes }) => ({ opens, closes }))
  const checkTimes = (): Problems => ({
    ...(draft.hours.length > 0 ? {} : { hours: words().calendar.noHours }),
    ...checkHours(draft.hours),
  })
  const check = (): Problems => ({
    ...(draft.name.trim() ? {} : { name: words().required }),
    ...checkTimes(),
  })
  const leave = (): void => {
    drop()
    props.onClose()
  }
  const giveBack = async (): Promise<void> => {
    if (isDated) {
      const input = { date, name: before.names[0] ?? '', hours: before.hours }
      await request(SetDatedHoursDocument, { input })
    } else {
      await request(WithdrawDatedHoursDocument, { date })
    }
  }
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    await saving.save(check, async () => {
      const input = { date, name: draft.name, hours: hours() }
      const { setDatedHours } = await request(SetDatedHoursDocument, { input })
      showToast({
        text: words().calendar.hoursDone(setDatedHours.movedDeadlines),
        undo: () => void undoing(giveBack),
      })
      revalidateAll()
      leave()
    })
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
        onValue={(name) => setDraft('name', name)}
      />
      <div id={saving.idOf('hours')} tabindex="-1">
        <HoursFields
          saving={saving}
          name={civilDateText(date, { style: 'short' })}
          hours={draft.hours}
          first={0}
          onHours={(next) => setDraft('hours', next)}
        />
      </div>
      <MovesPreview
        document={PreviewDatedHoursDocument}
        variables={
          Object.keys(checkTimes()).length === 0
            ? { input: { date, name: nameToPreview(draft.name), hours: hours() } }
            : undefined
        }
      />
      <FormFoot busy={saving.busy()} onCancel={leave} />
    </form>
  )
}
