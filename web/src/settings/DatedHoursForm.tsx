import type { JalaliDate } from '@goshayesh/shared/jalali'
import type { JSX } from 'solid-js'
import { unwrap } from 'solid-js/store'
import { civilDateText } from '../data/dateText.ts'
import { request } from '../data/request.ts'
import { revalidateAll } from '../data/revision.ts'
import {
  PreviewDatedHoursDocument,
  SetDatedHoursDocument,
  WithdrawDatedHoursDocument,
} from '../gql/graphql.ts'
import { localDigits } from '../i18n/formatNumber.ts'
import { t } from '../i18n/t.ts'
import { TextField } from '../ui/TextField.tsx'
import { showToast } from '../ui/showToast.ts'
import { checkHours } from './checkHours.ts'
import { createDraft } from './createDraft.ts'
import { createSaving, type Problems } from './createSaving.ts'
import { type DayFacts, dayFacts } from './dayFacts.ts'
import { FormFoot } from './FormFoot.tsx'
import { HoursFields } from './HoursFields.tsx'
import { hoursText } from './hoursText.ts'
import { type Meeting, meetOthers } from './meetOthers.ts'
import { MovesPreview } from './MovesPreview.tsx'
import { nameToPreview } from './nameToPreview.ts'
import { SavingErrors } from './SavingErrors.tsx'
import { readCalendar, type SettledCalendar } from './SettledCalendar.ts'
import { undoing } from './undoing.ts'
import { type Hours, hoursOf } from './weeks.ts'
import { words } from './words.ts'

const usual = [{ opens: '07:30', closes: '14:30' }]

/** Opens the offices on one date for hours of its own, holiday or not. */
export function DatedHoursForm(props: {
  date: JalaliDate
  rules: SettledCalendar
  onClose(): void
}): JSX.Element {
  const saving = createSaving('dated')
  // oxlint-disable-next-line solid/reactivity -- the form is about one day
  const { date, rules: start } = props
  const before = dayFacts(start)(date)
  const isDated = before.kind === 'dated'
  const [draft, setDraft, drop] = createDraft(`dated.${date}`, {
    name: isDated ? (before.names[0] ?? '') : '',
    hours: (isDated ? before.hours : usual).map(({ opens, closes }) => ({
      opens: localDigits(opens),
      closes: localDigits(closes),
    })),
    seen: start,
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
  const put = async (name: string, own: Hours[], expectedVersion: number | undefined) => {
    const input = { date, name, hours: own, expectedVersion }
    return (await request(SetDatedHoursDocument, { input })).setDatedHours
  }
  const meeting: Meeting<SettledCalendar> = {
    seen: () => unwrap(draft).seen,
    onSeen: (seen) => setDraft({ seen }),
    read: readCalendar,
    takeOver: (...sides) => {
      const [was, is] = [textOf(dayFacts(sides[0])(date)), textOf(dayFacts(sides[1])(date))]
      return was === is ? [] : [words().change(civilDateText(date), was, is)]
    },
  }
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    await saving.save(check, () =>
      meetOthers(meeting, async (expectedVersion) => {
        const { kind, names, hours: former } = dayFacts(unwrap(draft).seen)(date)
        const { movedDeadlines, workingCalendar } = await put(draft.name, hours(), expectedVersion)
        const giveBack = async (): Promise<void> => {
          if (kind === 'dated') await put(names[0] ?? '', former, workingCalendar.version)
          else await request(WithdrawDatedHoursDocument, { date })
        }
        showToast({
          text: words().calendar.hoursDone(movedDeadlines),
          undo: () => void undoing(giveBack),
        })
        revalidateAll()
        leave()
      }),
    )
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

function textOf({ kind, names, hours }: DayFacts): string {
  if (kind === 'work') return words().calendar.workday
  if (kind === 'weekend') return words().calendar.weekend
  return [...names, ...(kind === 'dated' ? [hoursText(hours)] : [])].join(t().comma)
}
