import { createCalendar } from '@goshayesh/shared/calendar'
import { expect, test } from 'vitest'
import { daysOf, type Notice } from '../../web/src/inbox/noticeDays.ts'
import { rulesWith } from '../helpers/calendars.ts'

const calendar = createCalendar(rulesWith())

/** Told in the order of their ids, the last one first. */
function told(...instants: string[]): Notice[] {
  return instants.map((at, place) => ({ id: String(instants.length - place), at }) as Notice)
}

test.each([
  [
    'as they come',
    told('2026-07-12T06:00:00Z', '2026-07-12T05:00:00Z', '2026-07-11T06:00:00Z'),
    [
      ['1405-04-21', ['3', '2']],
      ['1405-04-20', ['1']],
    ],
  ],
  // After a night without power the server catches up obstacle by obstacle, not hour by hour.
  [
    'each day once, the newest first, whatever was told first',
    told('2026-07-11T06:00:00Z', '2026-07-10T06:00:00Z', '2026-07-11T07:00:00Z', '2026-07-10T06:00:00Z'),
    [
      ['1405-04-20', ['2', '4']],
      ['1405-04-19', ['3', '1']],
    ],
  ],
  // The last instant of a day in Tehran, and the first of the next.
  [
    'by the day of the office',
    told('2026-07-11T20:30:00Z', '2026-07-11T20:29:59.999Z'),
    [
      ['1405-04-21', ['2']],
      ['1405-04-20', ['1']],
    ],
  ],
])('%s', (_, notices, expected) => {
  const days = daysOf(notices, calendar).map((day) => [day.date, day.notices.map(({ id }) => id)])
  expect(days).toEqual(expected)
})
