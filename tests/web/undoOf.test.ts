import { describe, expect, test } from 'vitest'
import type { ObstacleAction } from '../../web/src/gql/graphql.ts'
import type { Step } from '../../web/src/obstacles/Step.ts'
import { undoOf } from '../../web/src/obstacles/undoOf.ts'

const person = (id: string) => ({ id, name: id, agency: null })

describe('the way back', () => {
  const rows: [Step, string | null, string | null, ObstacleAction[], Step | undefined][] = [
    ['WAIT', 'a', 'a', ['RESUME'], 'RESUME'],
    ['WAIT', 'a', 'a', [], undefined],
    ['RESOLVE', 'a', 'a', ['REOPEN'], 'REOPEN'],
    ['RESOLVE', 'a', 'a', ['VERIFY'], undefined],
    ['JOIN', 'a', 'a', ['LEAVE'], 'LEAVE'],
    ['JOIN', 'a', 'a', ['COMMENT'], undefined],
    ['ASSIGN', 'a', 'b', ['ASSIGN'], 'ASSIGN'],
    ['ASSIGN', 'a', 'a', ['ASSIGN'], undefined],
    ['ASSIGN', null, 'b', ['ASSIGN'], undefined],
    ['VERIFY', 'a', 'a', ['REOPEN', 'ASSIGN'], undefined],
    ['COMMENT', 'a', 'a', ['REOPEN', 'ASSIGN'], undefined],
  ]
  test.each(rows)('%s, from %s to %s, with %j open: %s', (step, before, after, actions, expected) => {
    const undo = undoOf(
      step,
      { owner: before === null ? null : person(before) },
      { owner: after === null ? null : person(after), actions },
    )
    expect(undo?.step).toBe(expected)
  })
  test('gives an assignment back to who had it', () =>
    expect(
      undoOf('ASSIGN', { owner: person('a') }, { owner: person('b'), actions: ['ASSIGN'] })?.answers,
    ).toEqual({ ownerId: 'a' }))
})
