import { createCalendar } from '@goshayesh/shared/calendar'
import { expect, it } from 'vitest'
import { firstCounts, workGroupNames, workGroups, type WorkRow } from '../../web/src/myWork/workGroups.ts'
import { rulesWith } from '../helpers/calendars.ts'

const calendar = createCalendar(rulesWith())

// Saturday 1405/04/20, 10:15 in Tehran.
const now = Date.parse('2026-07-11T06:45:00Z')

function work(status: WorkRow['status'], dueAt: string | null, overdue = false): WorkRow {
  return {
    id: '1',
    ref: 'OB-1',
    title: 'قطع وب‌سرویس',
    category: 'SOFTWARE',
    status,
    subjectKind: 'SINGLE_WINDOW',
    agency: null,
    affectedAgencies: [],
    owner: null,
    overdue,
    escalationLevel: 0,
    displayLevel: 1,
    commentCount: 0,
    actions: [],
    version: 1,
    updatedAt: '2026-07-01T04:00:00.000Z',
    waiting: null,
    extensions: [],
    deadlines: [],
    nextDeadline: dueAt && {
      id: '1',
      kind: 'RESOLVE',
      state: status === 'WAITING' ? 'PAUSED' : 'RUNNING',
      startedAt: '2026-07-01T04:00:00.000Z',
      dueAt,
      soonAt: dueAt,
      breachedAt: overdue ? dueAt : null,
      remainingMinutes: 0,
      totalMinutes: 420,
      why: { pauses: [] },
    },
  } as WorkRow
}

const rows: [string, WorkRow, (typeof workGroupNames)[number]][] = [
  ['overdue', work('IN_PROGRESS', '2026-07-07T11:00:00.000Z', true), 'first'],
  [
    'passed a moment ago, before the server said so',
    work('IN_PROGRESS', '2026-07-11T06:44:59.000Z'),
    'first',
  ],
  ['due today', work('ASSIGNED', '2026-07-11T11:00:00.000Z'), 'first'],
  ['due tomorrow', work('IN_PROGRESS', '2026-07-12T11:00:00.000Z'), 'week'],
  ['due on Friday', work('IN_PROGRESS', '2026-07-17T12:00:00.000Z'), 'week'],
  ['due on the next Saturday', work('IN_PROGRESS', '2026-07-18T04:00:00.000Z'), 'later'],
  ['without a deadline', work('IN_PROGRESS', null), 'later'],
  ['waiting, however late', work('WAITING', '2026-07-07T11:00:00.000Z', true), 'others'],
  ['declared resolved', work('RESOLVED', '2026-07-11T11:00:00.000Z'), 'others'],
]

it.each(rows)('%s', (_name, row, expected) => {
  const groups = workGroups([row], calendar, now)
  expect(workGroupNames.filter((name) => groups[name].length > 0)).toEqual([expected])
})

it('counts what is overdue apart from what is due today', () => {
  const first = rows.filter(([, , group]) => group === 'first').map(([, row]) => row)
  expect(firstCounts(first, now)).toEqual({ overdue: 2, today: 1 })
})
