import { cleanup, render } from '@solidjs/testing-library'
import { createSignal, type JSX } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { markObstacle } from '../../web/src/boards/obstacleOf.ts'
import VirtualCards from '../../web/src/boards/VirtualCards.tsx'
import type { CardFragment } from '../../web/src/gql/graphql.ts'
import '../../web/src/styles/board.css'

afterEach(cleanup)

const MANY = 2_000
/** Cards are of many heights, none of them the one that is taken until they are seen. */
const heightOf = (number: number): number => 90 + (number % 5) * 40

const cardsUpTo = (count: number): CardFragment[] =>
  Array.from({ length: count }, (_, i) => ({ id: `${i}` }) as CardFragment)

async function setUp() {
  const [cards, setCards] = createSignal(cardsUpTo(MANY))
  const [extra, setExtra] = createSignal(0)
  let scroller!: HTMLDivElement
  const Card = (props: { card: CardFragment; index: number }): JSX.Element => (
    <article
      ref={(element) => markObstacle(element, () => props.card)}
      data-id={props.card.id}
      style={{ height: `${heightOf(Number(props.card.id)) + extra()}px` }}
    >
      <a href={`#${props.card.id}`}>{props.index}</a>
    </article>
  )
  render(() => (
    <div ref={scroller} style={{ height: '600px', 'overflow-y': 'auto' }}>
      <VirtualCards cards={cards()} scroller={scroller}>
        {(card, index) => <Card card={card} index={index()} />}
      </VirtualCards>
    </div>
  ))
  const shown = () => [...scroller.querySelectorAll<HTMLElement>('[data-id]')]
  const seen = () => {
    const { top, bottom } = scroller.getBoundingClientRect()
    return shown().filter((card) => {
      const box = card.getBoundingClientRect()
      return box.bottom > top && box.top < bottom
    })
  }
  const idsSeen = () => seen().map(({ dataset }) => Number(dataset['id']))
  /** Fills the window with one card under the other, without gaps. */
  const gaps = () =>
    seen()
      .map((card) => card.getBoundingClientRect())
      .flatMap((box, i, boxes) => (i === 0 ? [] : [Math.round(box.top - (boxes[i - 1]?.bottom ?? NaN))]))
      .filter((gap) => gap !== 0)
  const settled = async () => {
    await expect.poll(idsSeen).not.toEqual([])
    await expect.poll(gaps).toEqual([])
  }
  await settled()
  return { scroller, setCards, setExtra, shown, seen, idsSeen, settled }
}

test('only cards near the window are in the document, one under the other', async () => {
  const { idsSeen, shown } = await setUp()
  expect(idsSeen()[0]).toBe(0)
  expect(shown().length).toBeLessThan(30)
})

test('scrolling leads to the last card, each told by its place', async () => {
  const { scroller, idsSeen, seen, settled, shown } = await setUp()
  const end = () => {
    scroller.scrollTop = scroller.scrollHeight
    return idsSeen().at(-1)
  }
  await expect.poll(end).toBe(MANY - 1)
  await settled()
  expect(seen().at(-1)?.textContent).toBe(String(MANY - 1))
  expect(shown().length).toBeLessThan(30)
})

test('what is read stays where it is while cards above it turn out higher or lower', async () => {
  const { scroller, idsSeen, seen, settled } = await setUp()
  scroller.scrollTop = 150_000
  await settled()
  for (let step = 0; step < 20; step++) {
    const before = seen()[1]
    const place = before?.getBoundingClientRect().top ?? NaN
    scroller.scrollTop -= 50
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    expect(Math.abs((before?.getBoundingClientRect().top ?? NaN) - place - 50)).toBeLessThan(2)
  }
  expect(idsSeen()[0]).toBeGreaterThan(100)
})

test('cards that change their height move those below', async () => {
  const { setExtra, settled, idsSeen } = await setUp()
  const before = idsSeen().length
  setExtra(100)
  await expect.poll(() => idsSeen().length).toBeLessThan(before)
  await settled()
})

test('the card that has the focus stays in the document', async () => {
  const { scroller, settled } = await setUp()
  const link = scroller.querySelector<HTMLElement>('[data-id="1"] a')
  link?.focus()
  scroller.scrollTop = 100_000
  await settled()
  expect(document.activeElement).toBe(link)
  scroller.scrollTop = 0
  await settled()
  expect(scroller.querySelectorAll('[data-id="1"]')).toHaveLength(1)
})

test('cards that come and go leave no gap', async () => {
  const { setCards, settled, idsSeen, seen } = await setUp()
  setCards((cards) => cards.toSpliced(1, 2))
  await settled()
  expect(idsSeen().slice(0, 3)).toEqual([0, 3, 4])
  expect(
    seen()
      .map(({ textContent }) => textContent)
      .slice(0, 3),
  ).toEqual(['0', '1', '2'])
  setCards(cardsUpTo(3))
  await settled()
  expect(idsSeen()).toEqual([0, 1, 2])
})
