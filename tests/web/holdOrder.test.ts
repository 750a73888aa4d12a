import { describe, expect, test } from 'vitest'
import { holdOrder } from '../../web/src/boards/holdOrder.ts'
import type { CardFragment } from '../../web/src/gql/graphql.ts'

const cards = (text: string) => [...text].map((id) => ({ id, version: 1 }) as CardFragment)
const text = (list: readonly CardFragment[]) => list.map(({ id }) => id).join('')

describe('a column somebody points at', () => {
  test.each([
    ['nothing changes', 'abc', 'abc', '', 'abc'],
    ['another order waits', 'abc', 'cab', '', 'abc'],
    ['what is new goes to the end', 'abc', 'xabc', '', 'abcx'],
    ['what others took away stays', 'abc', 'ac', '', 'abc'],
    ['what one took away oneself goes', 'abc', 'ac', 'b', 'ac'],
    ['all at once', 'abcd', 'xdby', 'c', 'abdxy'],
  ])('%s', (_what, shown, present, own, expected) =>
    expect(text(holdOrder(cards(shown), cards(present), (id) => own.includes(id)))).toBe(expected),
  )
  test('shows what is new of a card', () => {
    const newer = { id: 'a', version: 2 } as CardFragment
    expect(holdOrder(cards('ab'), [newer, ...cards('b')], () => false)[0]).toBe(newer)
  })
})
