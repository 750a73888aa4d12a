import type { CalendarRules, Closure, DatedHours, WeeklyHours } from '@goshayesh/shared/calendar'
import type { Database } from '../database/connect.ts'

/** Writes the rows in which two states of a province's calendar differ. */
export async function saveCalendar(
  db: Database,
  provinceId: number,
  before: CalendarRules,
  after: CalendarRules,
): Promise<void> {
  await saveWeek(db, provinceId, difference(before.hours, after.hours))
  await saveDates(db, provinceId, difference(before.dates, after.dates))
  await saveClosures(db, provinceId, difference(before.closures, after.closures))
}

interface Difference<Row> {
  gone: Row[]
  come: Row[]
}

/** Rows that nobody touched are the same objects in both. */
function difference<Row>(before: Row[], after: Row[]): Difference<Row> {
  const [old, young] = [new Set(before), new Set(after)]
  return { gone: before.filter((row) => !young.has(row)), come: after.filter((row) => !old.has(row)) }
}

async function saveWeek(db: Database, province_id: number, { gone, come }: Difference<WeeklyHours>) {
  for (const { from, to, weekday, opens } of gone) {
    await db
      .deleteFrom('weekly_hours')
      .where('province_id', '=', province_id)
      .where('from_date', 'is not distinct from', from)
      .where('to_date', 'is not distinct from', to)
      .where('weekday', '=', weekday)
      .where('opens', '=', opens)
      .execute()
  }
  const rows = come.map(({ from, to, ...hours }) => ({
    province_id,
    from_date: from,
    to_date: to,
    ...hours,
  }))
  if (rows.length > 0) await db.insertInto('weekly_hours').values(rows).execute()
}

async function saveDates(db: Database, province_id: number, { gone, come }: Difference<DatedHours>) {
  for (const { date, opens } of gone) {
    await db
      .deleteFrom('dated_hours')
      .where('province_id', '=', province_id)
      .where('date', '=', date)
      .where('opens', '=', opens)
      .execute()
  }
  const rows = come.map((row) => ({ province_id, ...row }))
  if (rows.length > 0) await db.insertInto('dated_hours').values(rows).execute()
}

async function saveClosures(db: Database, province_id: number, { gone, come }: Difference<Closure>) {
  for (const { date, kind, name } of gone) {
    await db
      .deleteFrom('closure')
      .where('province_id', '=', province_id)
      .where('date', '=', date)
      .where('kind', '=', kind)
      .where('name', '=', name)
      .execute()
  }
  const rows = come.map((row) => ({ province_id, ...row }))
  if (rows.length > 0) await db.insertInto('closure').values(rows).execute()
}
