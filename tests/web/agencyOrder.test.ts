import { expect, it } from 'vitest'
import { agencyOrder, sortOf } from '../../web/src/agencies/agencyOrder.ts'
import { heatOf } from '../../web/src/agencies/heatOf.ts'

const agencies = [
  { code: 'b', name: 'B', field: 'HEALTH', stage: 'LOADED', openCount: 3, overdueCount: 1 },
  { code: 'a', name: 'A', field: 'HEALTH', stage: 'LOADED', openCount: 9, overdueCount: 0 },
  { code: 'c', name: 'C', field: 'ECONOMY', stage: 'OPERATING', openCount: 4, overdueCount: 1 },
] as const
const { compare } = new Intl.Collator('en')

it.each([
  [
    'field',
    [
      { field: 'ECONOMY', codes: ['c'] },
      { field: 'HEALTH', codes: ['a', 'b'] },
    ],
  ],
  ['severity', [{ field: null, codes: ['c', 'b', 'a'] }]],
  ['name', [{ field: null, codes: ['a', 'b', 'c'] }]],
] as const)('orders agencies by %s', (sort, rows) => {
  expect(agencyOrder(agencies, sort, compare)).toEqual(rows)
})

it('orders by field where the address says nothing it knows', () => {
  expect([sortOf(undefined), sortOf('colour'), sortOf('name')]).toEqual(['field', 'field', 'name'])
})

it.each([
  [0, 0, 0],
  [5, 0, 1],
  [5, 1, 2],
  [5, 2, 3],
  [5, 3, 4],
  [9, 8, 4],
])('%i open, %i overdue: heat %i', (openCount, overdueCount, heat) => {
  expect(heatOf({ openCount, overdueCount })).toBe(heat)
})
