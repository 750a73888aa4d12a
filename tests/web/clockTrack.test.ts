import { createCalendar } from '@goshayesh/shared/calendar'
import { expect, it } from 'vitest'
import type { TrackedClockFragment } from '../../web/src/gql/graphql.ts'
import { clockTrack } from '../../web/src/obstacles/clockTrack.ts'
import { rulesWith } from '../helpers/calendars.ts'

const calendar = createCalendar(rulesWith())
const DAY = 420

/** 07:30 in Tehran on a day of Tir 1405: the 20th is a Saturday. */
function opening(day: number): string {
  return new Date(Date.parse('2026-07-11T04:00:00Z') + (day - 20) * 86_400_000).toISOString()
}
function closing(day: number): string {
  return new Date(Date.parse(opening(day)) + DAY * 60_000).toISOString()
}

const clock: TrackedClockFragment = {
  id: '1',
  kind: 'RESOLVE',
  state: 'RUNNING',
  startedAt: opening(20),
  dueAt: closing(24),
  originalDueAt: closing(24),
  soonAt: closing(23),
  stoppedAt: null,
  breachedAt: null,
  remainingMinutes: null,
  totalMinutes: 5 * DAY,
  cappedBy: null,
  why: { target: { amount: 5, unit: 'WORKING_DAYS' }, pauses: [], extensions: [] },
}

const rows: [string, Partial<TrackedClockFragment>, string, string[]][] = [
  ['used and left', {}, opening(22), ['used 840', 'left 1260']],
  [
    'days off do not exist',
    { startedAt: opening(23), dueAt: closing(28) },
    opening(27),
    ['used 840', 'left 840'],
  ],
  ['late', {}, closing(27), ['used 2100', 'over 420']],
  [
    'met: what was left stays to be seen',
    { state: 'DONE', stoppedAt: opening(21) },
    opening(30),
    ['used 420', 'left 1680'],
  ],
  [
    'missed: ends when it stopped',
    { state: 'DONE', stoppedAt: closing(27), breachedAt: closing(24) },
    closing(31),
    ['used 2100', 'over 420'],
  ],
  [
    'a pause in the middle',
    {
      dueAt: closing(27),
      why: { ...clock.why, pauses: [{ from: opening(21), to: opening(22) }] },
    },
    opening(23),
    ['used 420', 'paused 420', 'used 420', 'left 1260'],
  ],
  [
    'still paused: what remains is laid on from now',
    {
      state: 'PAUSED',
      remainingMinutes: 4 * DAY,
      why: { ...clock.why, pauses: [{ from: opening(21), to: null }] },
    },
    opening(23),
    ['used 420', 'paused 840', 'left 1680'],
  ],
  [
    'an extension stands out, used or not; the target itself ends with the fifth working day after the first',
    { dueAt: closing(28), why: { ...clock.why, extensions: [{ id: '1', until: '1405-04-28' }] } },
    opening(28),
    ['used 2520', 'extra 420'],
  ],
  [
    'a pause past due is no lateness',
    { why: { ...clock.why, pauses: [{ from: opening(27), to: opening(28) }] } },
    closing(28),
    ['used 2100', 'paused 420', 'over 420'],
  ],
]

it.each(rows)('%s', (_name, facts, now, expected) => {
  const { segments } = clockTrack({ ...clock, ...facts }, calendar, Date.parse(now))
  expect(segments.map(({ part, minutes }) => `${part} ${minutes}`)).toEqual(expected)
})

it('tells where now is before it is due', () => {
  const { ticks } = clockTrack(clock, calendar, Date.parse(opening(22)))
  expect(ticks.map(({ what, at }) => [what, at])).toEqual([
    ['start', 0],
    ['now', 40],
    ['due', 100],
  ])
})

it('tells start, due and now in that order, and no two labels in one place', () => {
  const { ticks } = clockTrack(
    { ...clock, why: { ...clock.why, pauses: [{ from: opening(20), to: opening(21) }] } },
    calendar,
    Date.parse(closing(31)),
  )
  expect(ticks.map(({ what }) => what)).toEqual(['start', 'due', 'end'])
  expect(ticks.map(({ at }) => at)).toEqual([...ticks.map(({ at }) => at)].sort((a, b) => a - b))
  expect(ticks.at(-1)?.at).toBe(100)
})
