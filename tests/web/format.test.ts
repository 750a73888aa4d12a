import { describe, expect, it } from 'vitest'
import { formatDuration } from '../../web/src/i18n/formatDuration.ts'
import { formatJalali, formatTargetDay, formatTime, type DateStyle } from '../../web/src/i18n/formatJalali.ts'
import { formatNumber, localDigits } from '../../web/src/i18n/formatNumber.ts'
import { formatRef, numberOfRef, parseRef } from '../../web/src/i18n/formatRef.ts'
import { initialsOf } from '../../web/src/ui/initialsOf.ts'

describe('numbers', () => {
  it.each([
    [0, '۰', '0'],
    [355, '۳۵۵', '355'],
    [12345, '۱۲٬۳۴۵', '12,345'],
  ])('%d', (value, fa, en) => {
    expect([formatNumber(value, 'fa'), formatNumber(value, 'en')]).toEqual([fa, en])
  })

  it('turns the digits of a text', () => {
    expect(localDigits('10:15', 'fa')).toBe('۱۰:۱۵')
    expect(localDigits('10:15', 'en')).toBe('10:15')
  })
})

describe('references', () => {
  it('are written as people write them', () => {
    expect(formatRef('OB-104', 'fa')).toBe('م-۱۰۴')
    expect(formatRef('OB-104', 'en')).toBe('OB-104')
    expect(numberOfRef('OB-104')).toBe('104')
  })

  it.each([
    ['م-۱۰۴', 'OB-104'],
    ['م۱۰۴', 'OB-104'],
    ['م - ۱۰۴', 'OB-104'],
    ['ob-7', 'OB-7'],
    ['104', 'OB-104'],
    [' ٤٢ ', 'OB-42'],
    ['', null],
    ['OB-', null],
    ['12a', null],
    ['م-۱۰۴؛ drop', null],
  ])('%j is read as %j', (text, ref) => {
    expect(parseRef(text)).toBe(ref)
  })
})

describe('working time', () => {
  it.each([
    [0, 1, '۱ دقیقه', '1 min'],
    [59, 1, '۵۹ دقیقه', '59 min'],
    [60, 1, '۱ ساعت', '1 h'],
    [200, 1, '۳ ساعت', '3 h'],
    [200, 2, '۳ ساعت و ۲۰ دقیقه', '3 h 20 min'],
    [419, 1, '۶ ساعت', '6 h'],
    [420, 1, '۱ روز', '1 d'],
    [3 * 420 + 360, 1, '۳ روز', '3 d'],
    [3 * 420 + 360, 2, '۳ روز و ۶ ساعت', '3 d 6 h'],
    [3 * 420 + 30, 2, '۳ روز', '3 d'],
  ] as const)('%d minutes in %d units', (minutes, units, fa, en) => {
    expect(formatDuration(minutes, 420, units, 'fa')).toBe(fa)
    expect(formatDuration(minutes, 420, units, 'en')).toBe(en)
  })
})

describe('dates', () => {
  const today = '1405-04-20'
  const rows: [string, DateStyle, string, string][] = [
    ['1405-04-31', {}, 'چهارشنبه ۳۱ تیر', 'Wednesday 31 Tir (22 July)'],
    ['1405-04-20', { year: true }, 'شنبه ۲۰ تیر ۱۴۰۵', 'Saturday 20 Tir 1405 (11 July 2026)'],
    ['1404-12-29', {}, 'جمعه ۲۹ اسفند ۱۴۰۴', 'Friday 29 Esfand 1404 (20 March 2026)'],
    ['1405-04-22', { style: 'short' }, '۲۲ تیر', '22 Tir'],
    ['1405-04-01', { style: 'numeric' }, '۱۴۰۵/۰۴/۰۱', '1405/04/01'],
    ['1405-04-19', { near: true }, 'دیروز', 'yesterday'],
    ['1405-04-20', { near: true }, 'امروز', 'today'],
    ['1405-04-21', { near: true }, 'فردا', 'tomorrow'],
    ['1405-04-22', { near: true, style: 'short' }, '۲۲ تیر', '22 Tir'],
  ]
  it.each(rows)('%s %j', (date, style, fa, en) => {
    expect(formatJalali(date, today, style, 'fa')).toBe(fa)
    expect(formatJalali(date, today, style, 'en')).toBe(en)
  })

  it.each([
    ['1405-04-31', 'پایان تیر', 'the end of Tir'],
    ['1404-12-29', 'پایان اسفند', 'the end of Esfand'],
    ['1405-04-30', '۳۰ تیر', '30 Tir'],
  ])('aims at %s', (date, fa, en) => {
    expect([formatTargetDay(date, 'fa'), formatTargetDay(date, 'en')]).toEqual([fa, en])
  })

  it('tells the time of the province', () => {
    const at = Date.parse('2026-07-11T06:45:00Z')
    expect(formatTime(at, 'Asia/Tehran', 'fa')).toBe('۱۰:۱۵')
    expect(formatTime(Date.parse('2026-07-10T20:30:00Z'), 'Asia/Tehran', 'en')).toBe('00:00')
  })
})

describe('initials', () => {
  it.each([
    ['مریم کاظمی', 'م\u200cک'],
    ['آی‌ناز توماج', 'آ\u200cت'],
    ['Maryam Kazemi', 'MK'],
    ['مریم', 'م'],
    ['', ''],
  ])('of %j are %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})
