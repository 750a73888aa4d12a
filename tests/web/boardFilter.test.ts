import { expect, it } from 'vitest'
import {
  type BoardParams,
  filterOf,
  isFiltered,
  lifted,
  nothingFiltered,
  slaNamesOf,
  trackOf,
} from '../../web/src/boards/boardFilter.ts'

const rows: [string, string, BoardParams, object][] = [
  ['the single window', 'single-window', {}, { subjectKind: ['SINGLE_WINDOW'] }],
  ['agencies and their services', 'agencies', {}, { subjectKind: ['AGENCY', 'SERVICE'] }],
  ['everything', 'all', {}, {}],
  ['an unknown track', 'nowhere', {}, { subjectKind: ['SINGLE_WINDOW'] }],
  ['states of the clock', 'all', { sla: 'soon,over' }, { slaState: ['OVERDUE', 'DUE_SOON'] }],
  ['an unknown state', 'all', { sla: 'late' }, {}],
  ['my own', 'all', { owner: 'mine' }, { mine: true }],
  ['what I follow', 'all', { owner: 'followed' }, { followed: true }],
  ['of one person', 'all', { owner: '17' }, { ownerId: '17' }],
  ['of nobody who can be', 'all', { owner: 'x' }, {}],
  ['a field of work', 'all', { field: 'HEALTH' }, { agencyField: ['HEALTH'] }],
  ['what is of an agency itself', 'all', { place: 'sabt' }, { subjectAgencyCode: ['sabt'] }],
  [
    'clocks that were stopped too late',
    'all',
    { stopped: 'RESOLVE.late', since: 'a' },
    { stopped: { kind: 'RESOLVE', inTime: false, after: 'a' } },
  ],
  ['no clocks without since when', 'all', { stopped: 'RESOLVE.kept' }, {}],
  [
    'extensions that were refused',
    'all',
    { extension: 'denied', since: 'a' },
    { extension: { decision: ['DENIED'], after: 'a' } },
  ],
  [
    'what was resolved in a period',
    'all',
    { resolvedFrom: 'a', resolvedTo: 'b' },
    { resolvedAfter: 'a', resolvedBefore: 'b' },
  ],
  ['the level shown is one above the level counted', 'all', { level: '3' }, { minEscalationLevel: 2 }],
  ['search', 'all', { q: ' کارگروه ' }, { search: 'کارگروه' }],
  [
    'an agency and a kind',
    'all',
    { agency: 'sabt', category: 'BUDGET' },
    { agencyCode: ['sabt'], category: ['BUDGET'] },
  ],
  ['a status in the list', 'all', { view: 'list', status: 'CLOSED' }, { status: ['CLOSED'] }],
  ['all that is done', 'all', { view: 'list', status: 'done' }, { status: ['RESOLVED', 'CLOSED'] }],
  ['one rung', 'all', { level: '3', top: '3' }, { minEscalationLevel: 2, maxEscalationLevel: 2 }],
  [
    'what a figure counts',
    'all',
    { milestone: '1', extension: 'pending', dueFrom: 'a', dueTo: 'b', resolvedFrom: 'c' },
    { milestoneId: '1', extensionPending: true, dueAfter: 'a', dueBefore: 'b', resolvedAfter: 'c' },
  ],
  ['no status on the board, which has them all', 'all', { status: 'CLOSED' }, {}],
]

it.each(rows)('filters %s', (_, track, params, filter) => {
  expect(filterOf(trackOf(track), params)).toEqual(filter)
})

it('knows whether anything is filtered', () => {
  expect(isFiltered({ view: 'list' })).toBe(false)
  expect(isFiltered({ sla: '', q: 'x' })).toBe(true)
  expect(slaNamesOf({})).toEqual([])
})

it('lifts a narrowing with what goes along with it, and everything', () => {
  expect(lifted('stopped')).toEqual({ stopped: '', since: '' })
  const filtered: BoardParams = {
    view: 'list',
    owner: '17',
    field: 'HEALTH',
    resolvedFrom: 'a',
    resolvedTo: 'b',
  }
  const left: BoardParams = { ...filtered, ...nothingFiltered() }
  expect(isFiltered(left)).toBe(false)
  expect(filterOf('all', left)).toEqual({})
  expect(left.view).toBe('list')
})
