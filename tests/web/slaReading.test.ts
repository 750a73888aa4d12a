import { createCalendar } from '@goshayesh/shared/calendar'
import { expect, it } from 'vitest'
import { type ClockFacts, slaReading } from '../../web/src/obstacles/slaReading.ts'

const calendar = createCalendar({
  timezone: 'Asia/Tehran',
  hours: [0, 1, 2, 3, 4].map((weekday) => ({
    from: null,
    to: null,
    weekday,
    opens: '07:30',
    closes: '14:30',
  })),
  dates: [],
  closures: [],
})

// Saturday 1405/04/20 10:15 in Tehran.
const now = Date.parse('2026-07-11T06:45:00Z')

const running: ClockFacts = {
  kind: 'RESOLVE',
  state: 'RUNNING',
  dueAt: '2026-07-15T11:00:00.000Z',
  soonAt: '2026-07-14T04:00:00.000Z',
  breachedAt: null,
  remainingMinutes: 1935,
  totalMinutes: 4200,
}

const rows: [string, ClockFacts | null, number, ReturnType<typeof slaReading>][] = [
  ['no deadline', null, now, { shape: 'none', minutes: 0, used: 0 }],
  ['running', running, now, { shape: 'ok', minutes: 255 + 4 * 420, used: 54 }],
  [
    'running on Friday: the clock stands',
    running,
    now - 86_400_000,
    { shape: 'ok', minutes: 5 * 420, used: 50 },
  ],
  ['due soon from soonAt on', running, Date.parse(running.soonAt), { shape: 'soon', minutes: 840, used: 80 }],
  [
    'due this instant is not late',
    running,
    Date.parse(running.dueAt),
    { shape: 'soon', minutes: 0, used: 100 },
  ],
  [
    'late by working time, not by the weekend',
    running,
    Date.parse('2026-07-18T05:00:00Z'),
    { shape: 'over', minutes: 60, used: 100 },
  ],
  [
    'paused stands still',
    { ...running, state: 'PAUSED', remainingMinutes: 2100 },
    now,
    { shape: 'paused', minutes: 2100, used: 50 },
  ],
  [
    'paused after its breach',
    { ...running, state: 'PAUSED', breachedAt: running.dueAt, remainingMinutes: -840 },
    now,
    { shape: 'overPaused', minutes: 840, used: 100 },
  ],
  [
    'met',
    { ...running, state: 'DONE', remainingMinutes: null },
    now,
    { shape: 'met', minutes: 0, used: 100 },
  ],
  [
    'met late',
    { ...running, state: 'DONE', breachedAt: running.dueAt, remainingMinutes: null },
    now,
    { shape: 'late', minutes: 0, used: 100 },
  ],
  ['cancelled', { ...running, state: 'CANCELLED' }, now, { shape: 'none', minutes: 0, used: 0 }],
]

it.each(rows)('%s', (_, deadline, at, expected) => {
  expect(slaReading(deadline, calendar, at)).toEqual(expected)
})
