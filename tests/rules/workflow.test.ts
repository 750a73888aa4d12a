import { describe, expect, it, test } from 'vitest'
import {
  isOpen,
  obstacleActions,
  obstacleStatuses,
  openStatuses,
  statusAfter,
  type ObstacleAction,
  type ObstacleStatus,
  type Position,
} from '@goshayesh/shared/workflow'

const columns = obstacleStatuses
/** Where each step leads from LOGGED, ASSIGNED, IN_PROGRESS, WAITING, RESOLVED, CLOSED, REJECTED, MERGED; '-' = not allowed, '=' = stays. */
const fresh: Record<ObstacleAction, string> = {
  EDIT: '= = = = - - - -',
  ASSIGN: 'ASSIGNED ASSIGNED ASSIGNED = - - - -',
  ACKNOWLEDGE: '- IN_PROGRESS = = - - - -',
  START: '- IN_PROGRESS = - - - - -',
  WAIT: '- WAITING WAITING - - - - -',
  RESUME: '- - - ASSIGNED - - - -',
  RESOLVE: '- RESOLVED RESOLVED RESOLVED - - - -',
  VERIFY: '- - - - CLOSED - - -',
  REOPEN: '- - - - IN_PROGRESS - - -',
  REJECT: 'REJECTED REJECTED REJECTED REJECTED - - - -',
  MERGE: 'MERGED MERGED MERGED MERGED - - - -',
  COMMENT: '= = = = = = = =',
  JOIN: '= = = = = - - -',
  LEAVE: '= = = = = - - -',
  REQUEST_EXTENSION: '- = = = - - - -',
  DECIDE_EXTENSION: '- - - - - - - -',
  SET_STEPS: '- = = = - - - -',
}
const answered = { ...fresh, ACKNOWLEDGE: '- - - - - - - -', RESUME: '- - - IN_PROGRESS - - - -' }
const started = { ...answered, START: '- - - - - - - -' }
const asked = { ...fresh, REQUEST_EXTENSION: '- - - - - - - -', DECIDE_EXTENSION: '- = = = - - - -' }

const nothing = { acknowledged: false, started: false, extensionPending: false }
const positions: [string, Omit<Position, 'status'>, Record<ObstacleAction, string>][] = [
  ['before the owner has answered', nothing, fresh],
  ['answered', { ...nothing, acknowledged: true }, answered],
  ['started', { ...nothing, acknowledged: true, started: true }, started],
  ['with a request for an extension', { ...nothing, extensionPending: true }, asked],
]
const rows = positions.flatMap(([name, position, table]) =>
  obstacleActions.flatMap((action) =>
    columns.map(
      (status, column): [string, ObstacleAction, ObstacleStatus, string, Omit<Position, 'status'>] => [
        name,
        action,
        status,
        table[action].split(' ')[column] ?? '',
        position,
      ],
    ),
  ),
)

it.each(rows)('%s: %s from %s: %s', (_, action, status, expected, position) => {
  const after = statusAfter(action, { ...position, status })
  expect(after === null ? '-' : after === status && expected !== after ? '=' : after).toBe(expected)
})

describe('open', () => {
  test('are the columns of the board', () => {
    expect(obstacleStatuses.filter(isOpen)).toEqual(openStatuses)
    expect(openStatuses).toEqual(['LOGGED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING', 'RESOLVED'])
  })
})
