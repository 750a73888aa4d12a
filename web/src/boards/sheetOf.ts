import type { WorkingCalendar } from '@goshayesh/shared/calendar'
import { wellFormed } from '@goshayesh/shared/persianText'
import type { SheetPageQuery } from '../gql/graphql.ts'
import { formatDuration } from '../i18n/formatDuration.ts'
import { formatJalali } from '../i18n/formatJalali.ts'
import { formatRef } from '../i18n/formatRef.ts'
import { localText } from '../i18n/localText.ts'
import { t } from '../i18n/t.ts'
import { clockOf } from '../obstacles/clockOf.ts'
import { placeOf } from '../obstacles/placeOf.ts'
import { slaReading } from '../obstacles/slaReading.ts'
import { slaText } from '../obstacles/slaText.ts'
import { sheetWords } from './sheetWords.ts'

export type SheetRow = SheetPageQuery['obstacles']['edges'][number]['node']

interface Column {
  head: string
  width: number
  of: (row: SheetRow, index: number) => string | number
}

/** Obstacles as the rows of a spreadsheet, the heads of its columns and their widths in characters. */
export function sheetOf(
  rows: readonly SheetRow[],
  calendar: WorkingCalendar,
  now: number,
): { heads: string[]; rows: (string | number)[][]; widths: number[] } {
  const columns = columnsOf(calendar, now)
  return {
    heads: columns.map(({ head }) => head),
    rows: rows.map((row, index) => columns.map(({ of }) => harmless(of(row, index)))),
    widths: columns.map(({ width }) => width),
  }
}

function columnsOf(calendar: WorkingCalendar, now: number): Column[] {
  const { obstacle, dossier, statuses, severities, categories } = t()
  const day = (instant: string | undefined): string =>
    instant === undefined
      ? ''
      : formatJalali(calendar.dateAt(Date.parse(instant)), calendar.dateAt(now), { style: 'numeric' })
  const standing = (row: SheetRow): string => {
    const clock = clockOf(row)
    const { shape, minutes } = slaReading(clock, calendar, now)
    return slaText(shape, clock, formatDuration(minutes, calendar.minutesPerDay))
  }
  return [
    { head: sheetWords().row, width: 6, of: (_, index) => index + 1 },
    { head: obstacle.ref, width: 10, of: ({ ref }) => formatRef(ref) },
    { head: obstacle.title, width: 60, of: ({ title }) => localText(title) },
    { head: obstacle.agency, width: 36, of: placeOf },
    { head: obstacle.category, width: 22, of: ({ category }) => categories[category] },
    { head: dossier.severity, width: 10, of: ({ severity }) => severities[severity] },
    { head: obstacle.status, width: 16, of: ({ status }) => statuses[status] },
    { head: obstacle.owner, width: 22, of: ({ owner }) => owner?.name ?? obstacle.noOwner },
    { head: obstacle.deadline, width: 12, of: (row) => day(clockOf(row)?.dueAt) },
    { head: sheetWords().standing, width: 18, of: standing },
    {
      head: obstacle.escalation,
      width: 12,
      of: (row) => (row.escalationLevel > 0 ? obstacle.level(row.displayLevel) : ''),
    },
    { head: sheetWords().logged, width: 12, of: ({ createdAt }) => day(createdAt) },
  ]
}

/** With these a spreadsheet begins a formula, also where the file comes back as plain text; full-width ones, too. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u
/** What no XML can hold. */
const UNWRITABLE = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu

/** What somebody wrote as text that stays text. */
function harmless(cell: string | number): string | number {
  if (typeof cell === 'number') return cell
  const text = wellFormed(cell).replace(UNWRITABLE, '')
  return FORMULA.test(text) ? `'${text}` : text
}
