import { request } from '../data/request.ts'
import { CalendarDocument, type CalendarQuery } from '../gql/graphql.ts'

/** The working calendar as its settings show it. */
export type SettledCalendar = CalendarQuery['workingCalendar']

/** The calendar as it stands now. */
export async function readCalendar(): Promise<SettledCalendar> {
  return (await request(CalendarDocument, {})).workingCalendar
}
