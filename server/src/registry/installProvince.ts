import { join } from 'node:path'
import type { Database } from '../database/connect.ts'
import { beginTrail } from '../database/seals.ts'
import type { AgencyField, Stage } from '../database/tables.ts'
import { readCsv } from './readCsv.ts'

const folder = join(import.meta.dirname, 'data')

/**
 * Makes the province of Golestan with what an installation begins with: office hours, the holidays of 1404 to
 * 1408, agencies and services. The secretariat confirms and changes them. Answers with the province's id.
 */
export async function installProvince(db: Database): Promise<number> {
  const { id } = await db
    .insertInto('province')
    .values({
      name_fa: 'استان گلستان',
      name_en: 'Golestan Province',
      timezone: 'Asia/Tehran',
      rules_stamp: crypto.randomUUID(),
      last_number: 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await beginTrail(db, id)
  await db.insertInto('weekly_hours').values(officeHours(id)).execute()
  await db.insertInto('closure').values(holidays(id)).execute()
  await db.insertInto('agency').values(agencies(id)).execute()
  for (const rows of chunks(services(id), 100)) await db.insertInto('service').values(rows).execute()
  return id
}

/** Saturday to Wednesday, 07:30 to 14:30. */
function officeHours(province_id: number) {
  return [0, 1, 2, 3, 4].map((weekday) => ({
    province_id,
    from_date: null,
    to_date: null,
    weekday,
    opens: '07:30',
    closes: '14:30',
  }))
}

/** One row a date: occasions that share a day share its row. */
function holidays(province_id: number) {
  const names = new Map<string, string[]>()
  for (const row of readCsv<'jalali_date' | 'name_fa'>(folder, 'iran-holidays.csv')) {
    names.set(row.jalali_date, [...(names.get(row.jalali_date) ?? []), row.name_fa])
  }
  return [...names].map(([date, occasions]) => ({
    province_id,
    date,
    name: occasions.join('، '),
    kind: 'HOLIDAY' as const,
  }))
}

function agencies(province_id: number) {
  const rows = readCsv<'code' | 'name_fa' | 'name_en' | 'kind' | 'stage' | 'field'>(folder, 'agencies.csv')
  return rows.map(({ code, name_fa, name_en, kind, stage, field }) => {
    const reached: Stage = stage === 'operating' ? 'OPERATING' : 'LOADED'
    const work = field.toUpperCase().replaceAll('-', '_') as AgencyField
    return { province_id, code, name_fa, name_en, kind, stage: reached, field: work }
  })
}

function services(province_id: number) {
  const rows = readCsv<
    'code' | 'agency_code' | 'name_fa' | 'name_en' | 'audience' | 'channel' | 'in_single_window'
  >(folder, 'services.csv')
  return rows.map(({ in_single_window, ...service }) => ({
    ...service,
    province_id,
    in_single_window: in_single_window === 'yes' ? (1 as const) : (0 as const),
  }))
}

function chunks<Row>(rows: Row[], size: number): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, n) => rows.slice(n * size, (n + 1) * size))
}
