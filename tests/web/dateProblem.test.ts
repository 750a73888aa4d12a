import { expect, it } from 'vitest'
import { dateProblem } from '../../web/src/i18n/dateProblem.ts'

it.each([
  ['۱۴۰۵/۷/۳۱', 'مهر ۱۴۰۵ تنها ۳۰ روز دارد'],
  ['1404/12/30', 'اسفند ۱۴۰۴ تنها ۲۹ روز دارد'],
  ['۳۱ مهر', 'تاریخ را مانند ۱۴۰۵/۰۴/۳۱ بنویسید'],
  ['', 'تاریخ را مانند ۱۴۰۵/۰۴/۳۱ بنویسید'],
])('of %j: %s', (typed, problem) => {
  expect(dateProblem(typed)).toBe(problem)
})
