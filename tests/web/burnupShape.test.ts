import { expect, it } from 'vitest'
import { burnupShape } from '../../web/src/review/burnupShape.ts'

const points = [
  { date: '1405-04-01', logged: 10, resolved: 0 },
  { date: '1405-04-11', logged: 20, resolved: 8 },
]
const facts = { points, end: '1405-04-21', forecast: { low: 10, high: 16 }, rtl: true }

it('runs from right to left in Persian and from left to right in English', () => {
  const [fa, en] = [burnupShape(facts), burnupShape({ ...facts, rtl: false })]
  expect(fa?.dates.map(({ x }) => x)).toEqual([712, 547, 382, 217, 52])
  expect(en?.dates.map(({ x }) => x)).toEqual([52, 217, 382, 547, 712])
  expect([fa?.today.x, en?.today.x]).toEqual([382, 382])
})

it('takes fewer units and dates where there is little room', () => {
  const shape = burnupShape({ ...facts, narrow: true })
  expect(shape?.frame.width).toBe(360)
  expect(shape?.dates.map(({ x }) => x)).toEqual([316, 180, 44])
})

it('leaves room for all that was logged', () => {
  const shape = burnupShape(facts)
  expect(shape?.rows.map(({ value }) => value)).toEqual([0, 5, 10, 15, 20])
  expect(shape?.rows[4]?.y).toBe(shape?.today.logged)
})

it('puts the high of the forecast above its low, from today to the end', () => {
  const ahead = burnupShape(facts)?.ahead
  expect(ahead?.x).toBe(52)
  expect(ahead && ahead.high < ahead.low).toBe(true)
  expect(burnupShape({ ...facts, forecast: null })?.ahead).toBeNull()
  expect(burnupShape({ ...facts, end: null })?.today.x).toBe(52)
})

it('draws nothing of a single day', () => {
  expect(burnupShape({ ...facts, points: points.slice(0, 1) })).toBeNull()
})
