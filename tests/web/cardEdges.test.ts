import { expect, test } from 'vitest'
import { cardAt, cardEdges } from '../../web/src/boards/cardEdges.ts'

test('cards begin where those before them end', () => {
  expect(cardEdges([])).toEqual([0])
  expect(cardEdges([100, 50, 200])).toEqual([0, 100, 150, 350])
})

const rows: [height: number, card: number][] = [
  [-500, 0],
  [0, 0],
  [99, 0],
  [100, 1],
  [149, 1],
  [150, 2],
  [349, 2],
  [350, 2],
  [9_000, 2],
]
test.each(rows)('at %d stands card %d', (height, card) => {
  expect(cardAt(cardEdges([100, 50, 200]), height)).toBe(card)
})

test('an empty column has no card but the first', () => expect(cardAt(cardEdges([]), 100)).toBe(0))

test('finds every card of a long column', () => {
  const heights = Array.from({ length: 2_000 }, (_, i) => 100 + (i % 7) * 13)
  const edges = cardEdges(heights)
  for (const [card, height] of heights.entries()) {
    expect(cardAt(edges, edges[card] ?? NaN)).toBe(card)
    expect(cardAt(edges, (edges[card] ?? NaN) + height - 1)).toBe(card)
  }
})
