import { jalCalShort } from 'jalaali-js'
import { toLatinDigits } from './digits.ts'

/** A date of the Solar Hijri calendar as text, always '1405-04-31'. */
export type JalaliDate = string

/** A civil date as whole days since 1970-01-01, free of any time zone. */
export type CivilDay = number

interface JalaliParts {
  year: number
  month: number
  day: number
}

const DAY_MS = 86_400_000
const FIRST_INPUT_YEAR = 1300
const LAST_INPUT_YEAR = 1500
const FIRST_YEAR = 1200
const LAST_YEAR = 1610
const DAYS_IN_FIRST_HALF = 186

// The one thing worth looking up, on which civil day each year begins; all else follows from it.
const yearStarts = Int32Array.from({ length: LAST_YEAR - FIRST_YEAR + 2 }, (_, index) => {
  const { gy, march } = jalCalShort(FIRST_YEAR + index)
  return Date.UTC(gy, 2, march) / DAY_MS
})

const FIRST_DAY: CivilDay = startOfYear(FIRST_YEAR)
const LAST_DAY: CivilDay = startOfYear(LAST_YEAR + 1) - 1

/**
 * Reads what a person typed: '1405-04-31', '۱۴۰۵/۴/۳۱', one or two digits for month and day.
 * Null for anything that is no date of the years 1300 to 1500; nothing rolls over.
 */
export function parseJalaliDate(text: string): JalaliDate | null {
  const typed = typedParts(text)
  return typed && isDate(typed.year, typed.month, typed.day)
    ? format(typed.year, typed.month, typed.day)
    : null
}

/** Where somebody typed a day that its month has not, like ۳۱ مهر, the last day it has; else null. */
export function lastDayOfTyped(text: string): JalaliDate | null {
  const typed = typedParts(text)
  if (!typed || typed.month < 1 || typed.month > 12) return null
  const last = monthLength(typed.year, typed.month)
  return typed.day > last ? format(typed.year, typed.month, last) : null
}

/** The civil day of a date; RangeError if there is no such date. */
export function civilDayOf(date: JalaliDate): CivilDay {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date)
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])]
  if (!match || !isDate(year, month, day)) throw new RangeError(`No such Jalali date: ${date.slice(0, 40)}`)
  return startOfYear(year) + daysBeforeMonth(month) + day - 1
}

/** The date of a civil day; RangeError outside the years 1200 to 1610. */
export function jalaliDateOf(day: CivilDay): JalaliDate {
  const parts = jalaliPartsOf(day)
  return format(parts.year, parts.month, parts.day)
}

/** Year, month (1 to 12) and day of a civil day; RangeError outside the years 1200 to 1610. */
export function jalaliPartsOf(day: CivilDay): JalaliParts {
  const year = yearOf(day)
  const dayOfYear = day - startOfYear(year)
  const late = dayOfYear >= DAYS_IN_FIRST_HALF
  const month = late ? 7 + Math.floor((dayOfYear - DAYS_IN_FIRST_HALF) / 30) : 1 + Math.floor(dayOfYear / 31)
  return { year, month, day: dayOfYear - daysBeforeMonth(month) + 1 }
}

/** Whether Esfand of the year has 30 days. */
export function isLeapYear(year: number): boolean {
  return startOfYear(year + 1) - startOfYear(year) === 366
}

/** Days of a month (1 to 12): 29, 30 or 31. */
export function monthLength(year: number, month: number): number {
  if (!(Number.isInteger(month) && month >= 1 && month <= 12)) throw new RangeError(`No such month: ${month}`)
  if (month <= 6) return 31
  return month < 12 || isLeapYear(year) ? 30 : 29
}

/** 0 = Saturday … 6 = Friday. */
export function weekdayOf(day: CivilDay): number {
  // 1970-01-01 was a Thursday, day 5 of the Iranian week.
  return (((day + 5) % 7) + 7) % 7
}

/** The date n days later (earlier if n is negative). */
export function addDays(date: JalaliDate, n: number): JalaliDate {
  return jalaliDateOf(civilDayOf(date) + n)
}

function typedParts(text: string): JalaliParts | null {
  const match = /^\s*(\d{4})([-/])(\d{1,2})\2(\d{1,2})\s*$/.exec(toLatinDigits(text))
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[3]), Number(match[4])]
  return year < FIRST_INPUT_YEAR || year > LAST_INPUT_YEAR ? null : { year, month, day }
}

function isDate(year: number, month: number, day: number): boolean {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return false
  return day <= monthLength(year, month)
}

function format(year: number, month: number, day: number): JalaliDate {
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
}

function daysBeforeMonth(month: number): number {
  return month <= 7 ? (month - 1) * 31 : DAYS_IN_FIRST_HALF + (month - 7) * 30
}

function startOfYear(year: number): CivilDay {
  const start = yearStarts[year - FIRST_YEAR]
  if (start === undefined) throw new RangeError(`Year out of reach: ${year}`)
  return start
}

function yearOf(day: CivilDay): number {
  if (!(Number.isInteger(day) && day >= FIRST_DAY && day <= LAST_DAY)) {
    throw new RangeError(`Day out of reach: ${day}`)
  }
  let year = FIRST_YEAR + Math.floor((day - FIRST_DAY) / 365.2422)
  while (startOfYear(year) > day) year--
  while (startOfYear(year + 1) <= day) year++
  return year
}
