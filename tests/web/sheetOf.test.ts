import { createCalendar } from '@goshayesh/shared/calendar'
import { describe, expect, it, test } from 'vitest'
import { type SheetRow, sheetOf } from '../../web/src/boards/sheetOf.ts'
import { at, rulesWith } from '../helpers/calendars.ts'

const calendar = createCalendar(rulesWith())
const now = at('1405-04-20 10:15')

const row: SheetRow = {
  id: '7',
  ref: 'OB-104',
  title: 'چاپگر 2 اتاق کار نمی‌کند',
  category: 'HARDWARE',
  severity: 'HIGH',
  status: 'ASSIGNED',
  subjectKind: 'SINGLE_WINDOW',
  agency: null,
  owner: null,
  deadlines: [],
  nextDeadline: null,
  displayLevel: 2,
  escalationLevel: 1,
  createdAt: new Date(at('1405-04-18 09:00')).toISOString(),
}
const cellsOf = (changes: Partial<SheetRow>) => {
  const { heads, rows } = sheetOf([{ ...row, ...changes }], calendar, now)
  return Object.fromEntries(heads.map((head, place) => [head, rows[0]?.[place]]))
}

test('a row says what the list says, in the words and digits of the language', () => {
  const clock = {
    id: '1',
    kind: 'RESOLVE' as const,
    state: 'RUNNING' as const,
    startedAt: row.createdAt,
    dueAt: new Date(at('1405-04-31 23:59')).toISOString(),
    soonAt: new Date(at('1405-04-30 10:00')).toISOString(),
    breachedAt: null,
    remainingMinutes: 3_780,
    totalMinutes: 4_000,
  }
  expect(cellsOf({ nextDeadline: clock, owner: { id: '2', name: 'پروانه عطایی', agency: null } })).toEqual({
    ردیف: 1,
    شماره: 'م-۱۰۴',
    مانع: 'چاپگر ۲ اتاق کار نمی‌کند',
    دستگاه: 'پنجره واحد',
    'نوع مانع': 'سخت‌افزار',
    شدت: 'زیاد',
    وضعیت: 'ارجاع‌شده',
    'مسئول رفع': 'پروانه عطایی',
    مهلت: '۱۴۰۵/۰۴/۳۱',
    'وضعیت مهلت': '۹ روز مانده',
    'پله پیگیری': 'پله ۲',
    'تاریخ ثبت': '۱۴۰۵/۰۴/۱۸',
  })
})

test('rows are numbered, and what is not there is empty', () => {
  const { rows } = sheetOf([row, { ...row, escalationLevel: 0 }], calendar, now)
  expect(rows.map(([number]) => number)).toEqual([1, 2])
  expect(cellsOf({ escalationLevel: 0 })).toMatchObject({
    مهلت: '',
    'وضعیت مهلت': 'بدون مهلت',
    'پله پیگیری': '',
    'مسئول رفع': 'بدون مسئول',
  })
})

describe('what somebody wrote stays text', () => {
  it.each([
    ['=الف', "'=الف"],
    ['+الف', "'+الف"],
    ['-الف', "'-الف"],
    ['@SUM', "'@SUM"],
    ['\t=الف', "'\t=الف"],
    ['＝الف', "'＝الف"],
    ['＠x', "'＠x"],
    ['\u0001=الف', "'=الف"],
    ['الف\ufffe\u0000ب', 'الفب'],
    ['نیم \ud83d', 'نیم \ufffd'],
    ['۱ = ۱', '۱ = ۱'],
    ['کندی سامانه', 'کندی سامانه'],
  ])('%j', (title, cell) => {
    expect(cellsOf({ title })['مانع']).toBe(cell)
    expect(cellsOf({ owner: { id: '2', name: title, agency: null } })['مسئول رفع']).toBe(cell)
  })
})
