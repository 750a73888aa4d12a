import { createCalendar } from '@goshayesh/shared/calendar'
import { expect, it } from 'vitest'
import type { ClimbFragment, RungFragment } from '../../web/src/gql/graphql.ts'
import { nextRung } from '../../web/src/obstacles/nextRung.ts'
import { rulesWith } from '../helpers/calendars.ts'

const calendar = createCalendar(rulesWith())

const ladder: RungFragment[] = [
  { level: 1, afterMinutes: 0, to: 'AGENCY_MANAGER', label: 'مدیر میانی دستگاه' },
  { level: 2, afterMinutes: 840, to: 'AGENCY_HEAD', label: 'مدیرکل دستگاه' },
]

// Saturday 1405/04/20, 14:30 in Tehran.
const missedAt = '2026-07-11T11:00:00.000Z'
const now = Date.parse('2026-07-12T06:00:00Z')

const late: ClimbFragment = {
  escalationLevel: 1,
  nextDeadline: { id: '1', state: 'RUNNING', dueAt: missedAt, breachedAt: missedAt, why: { pauses: [] } },
}
type Clock = NonNullable<ClimbFragment['nextDeadline']>
const withClock = (facts: Partial<Clock>, escalationLevel = 1): ClimbFragment => ({
  escalationLevel,
  nextDeadline: { ...(late.nextDeadline as Clock), ...facts },
})

const rows: [string, ClimbFragment, [number, string] | null][] = [
  ['two working days past due', late, [2, '2026-07-13T11:00:00.000Z']],
  ['not late yet: with the deadline itself', withClock({ breachedAt: null }, 0), [1, missedAt]],
  [
    'what the clock stood still past due is not counted',
    withClock({ why: { pauses: [{ from: '2026-07-12T04:00:00.000Z', to: '2026-07-12T06:00:00.000Z' }] } }),
    [2, '2026-07-14T06:00:00.000Z'],
  ],
  [
    'a pause before it changes nothing',
    withClock({ why: { pauses: [{ from: '2026-07-06T04:00:00.000Z', to: '2026-07-07T04:00:00.000Z' }] } }),
    [2, '2026-07-13T11:00:00.000Z'],
  ],
  ['a clock that stands still does not climb', withClock({ state: 'PAUSED' }), null],
  ['the top', withClock({}, 2), null],
  ['no deadline', { escalationLevel: 0, nextDeadline: null }, null],
]

it.each(rows)('%s', (_name, obstacle, expected) => {
  const next = nextRung(ladder, obstacle, calendar, now)
  expect(next && [next.rung.level, new Date(next.at).toISOString()]).toEqual(expected)
})
