import { expect, it } from 'vitest'
import type { OverdueBy } from '../../web/src/gql/graphql.ts'
import { type OverdueObstacle, overdueGroups, paramsOfGroup } from '../../web/src/review/overdueGroups.ts'

function row(id: string, facts: Partial<OverdueObstacle>): OverdueObstacle {
  return {
    id,
    agency: null,
    owner: null,
    category: 'SOFTWARE',
    escalationLevel: 1,
    ...facts,
  } as OverdueObstacle
}

const rows = [
  row('a', { escalationLevel: 2, agency: { code: 'gas', name: 'شرکت گاز' } }),
  row('b', { category: 'BUDGET' }),
  row('c', { owner: { id: '9', name: 'سعید راد', agency: null } }),
]

const group = (key: string, overdueCount = 1) => ({ key, label: key, openCount: 5, overdueCount })

it.each<[OverdueBy, string[], [string, string[]][]]>([
  [
    'LEVEL',
    ['1', '2'],
    [
      ['2', ['a']],
      ['1', ['b', 'c']],
    ],
  ],
  [
    'AGENCY',
    ['SINGLE_WINDOW', 'gas'],
    [
      ['SINGLE_WINDOW', ['b', 'c']],
      ['gas', ['a']],
    ],
  ],
  [
    'OWNER',
    ['NO_OWNER', '9'],
    [
      ['NO_OWNER', ['a', 'b']],
      ['9', ['c']],
    ],
  ],
  [
    'CATEGORY',
    ['SOFTWARE', 'BUDGET'],
    [
      ['SOFTWARE', ['a', 'c']],
      ['BUDGET', ['b']],
    ],
  ],
])('puts rows under their %s', (by, keys, expected) => {
  const groups = overdueGroups(
    by,
    keys.map((key) => group(key)),
    rows,
  )
  expect(groups.map(({ group, rows }) => [group.key, rows.map(({ id }) => id)])).toEqual(expected)
})

it('leaves out groups in which nothing is late', () => {
  expect(overdueGroups('LEVEL', [group('0', 0), group('1')], rows).map(({ group }) => group.key)).toEqual([
    '1',
  ])
})

it.each<[OverdueBy, string, object]>([
  ['LEVEL', '2', { level: '3', top: '3' }],
  ['AGENCY', 'gas', { place: 'gas' }],
  ['AGENCY', 'SINGLE_WINDOW', {}],
  ['OWNER', '9', { owner: '9' }],
  ['OWNER', 'NO_OWNER', {}],
  ['CATEGORY', 'BUDGET', { category: 'BUDGET' }],
])('a list of %s %s is narrowed by %j', (by, key, params) => {
  expect(paramsOfGroup(by, key)).toEqual(params)
})
