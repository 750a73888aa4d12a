import { civilDayOf } from '@goshayesh/shared/jalali'
import { describe, expect, test } from 'vitest'
import { addMonths, monthGrid, monthOf, parseMonth } from '../../web/src/boards/monthGrid.ts'

describe('the month in the address', () => {
  test.each([
    ['1405-04', '1405-04'],
    ['1405-12', '1405-12'],
    ['1405-13', null],
    ['1405-00', null],
    ['2026-07', null],
    ['1405-4', null],
    ['', null],
  ])('%s is %s', (text, month) => expect(parseMonth(text)).toBe(month))
})

test.each([
  ['1405-04', 1, '1405-05'],
  ['1405-12', 1, '1406-01'],
  ['1405-01', -1, '1404-12'],
  ['1405-04', 0, '1405-04'],
])('%s and %i months is %s', (month, by, expected) => expect(addMonths(month, by)).toBe(expected))

describe('the weeks of a month', () => {
  test.each([
    // 1 Tir 1405 is a Monday, the third day of the week.
    ['1405-04', 31, 2, 5],
    ['1405-07', 30, 4, 5],
    ['1405-12', 29, 0, 5],
    ['1408-12', 30, 3, 5],
  ])('%s has %i days and begins behind %i empty ones, in %i weeks', (month, length, lead, weeks) => {
    const grid = monthGrid(month)
    const cells = grid.flat()
    expect(grid.length).toBe(weeks)
    expect(grid.every((week) => week.length === 7)).toBe(true)
    expect(cells.indexOf(civilDayOf(`${month}-01`))).toBe(lead)
    expect(cells.filter((day) => day !== null).length).toBe(length)
    expect(cells.filter((day) => day !== null).every((day) => monthOf(day) === month)).toBe(true)
  })
})
