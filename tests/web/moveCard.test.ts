import { describe, expect, it } from 'vitest'
import { moveCard } from '../../web/src/boards/moveCard.ts'
import type { BoardQuery, CardFragment, ObstacleStatus } from '../../web/src/gql/graphql.ts'
import { asksNothing, movesOf, moveTo } from '../../web/src/obstacles/moves.ts'

const card = (id: string, facts: Partial<CardFragment> = {}): CardFragment =>
  ({
    id,
    status: 'ASSIGNED',
    overdue: false,
    actions: [],
    owner: { id: '7', name: 'x', agency: null },
    ...facts,
  }) as CardFragment

function board(): BoardQuery['board'] {
  const column = (status: ObstacleStatus, obstacles: CardFragment[]) => ({
    status,
    totalCount: obstacles.length,
    overdueCount: obstacles.filter(({ overdue }) => overdue).length,
    obstacles,
  })
  return {
    columns: [
      column('ASSIGNED', [card('a', { overdue: true }), card('b')]),
      column('IN_PROGRESS', [card('c')]),
    ],
  } as BoardQuery['board']
}

const seen = (value: BoardQuery['board']) =>
  value.columns.map((column) => [
    column.obstacles.map(({ id }) => id).join(''),
    column.totalCount,
    column.overdueCount,
  ])

describe('moveCard', () => {
  it.each([
    [
      'a',
      'IN_PROGRESS',
      [
        ['b', 1, 0],
        ['ac', 2, 1],
      ],
    ],
    [
      'b',
      'IN_PROGRESS',
      [
        ['a', 1, 1],
        ['bc', 2, 0],
      ],
    ],
    [
      'a',
      'CLOSED',
      [
        ['b', 1, 0],
        ['c', 1, 0],
      ],
    ],
    [
      'a',
      'ASSIGNED',
      [
        ['ab', 2, 1],
        ['c', 1, 0],
      ],
    ],
    [
      'z',
      'IN_PROGRESS',
      [
        ['ab', 2, 1],
        ['c', 1, 0],
      ],
    ],
  ] as const)('takes %s to %s', (id, status, expected) => {
    const value = board()
    moveCard(value, id, status)
    expect(seen(value)).toEqual(expected)
  })
})

describe('steps', () => {
  it('offers only what the server allows, in the order of the menu', () => {
    expect(movesOf(card('a', { actions: ['COMMENT', 'RESOLVE', 'ASSIGN', 'EDIT'] }))).toEqual([
      'ASSIGN',
      'RESOLVE',
    ])
  })

  it('finds the step to a column', () => {
    const assigned = card('a', { actions: ['ACKNOWLEDGE', 'START', 'WAIT'] })
    expect(moveTo(assigned, 'IN_PROGRESS')).toBe('START')
    expect(moveTo(assigned, 'WAITING')).toBe('WAIT')
    expect(moveTo(assigned, 'RESOLVED')).toBeUndefined()
    expect(moveTo(card('a', { status: 'RESOLVED', actions: ['REOPEN', 'VERIFY'] }), 'IN_PROGRESS')).toBe(
      'REOPEN',
    )
  })

  it('asks nothing of the owner who starts, but asks who acts for the owner', () => {
    expect(asksNothing('START', card('a'), '7')).toBe(true)
    expect(asksNothing('START', card('a'), '8')).toBe(false)
    expect(asksNothing('RESUME', card('a'), '8')).toBe(true)
    expect(asksNothing('RESOLVE', card('a'), '7')).toBe(false)
  })
})
