import { afterEach, expect, it } from 'vitest'
import { dateProblem } from '../../web/src/i18n/dateProblem.ts'
import { speak } from '../../web/src/i18n/t.ts'

afterEach(() => speak('fa'))

it.each([
  ['۱۴۰۵/۷/۳۱', 'مهر ۱۴۰۵ تنها ۳۰ روز دارد', 'Mehr 1405 has only 30 days'],
  ['1404/12/30', 'اسفند ۱۴۰۴ تنها ۲۹ روز دارد', 'Esfand 1404 has only 29 days'],
  ['۳۱ مهر', 'تاریخ را مانند ۱۴۰۵/۰۴/۳۱ بنویسید', 'Write the date as in 1405/04/31'],
  ['', 'تاریخ را مانند ۱۴۰۵/۰۴/۳۱ بنویسید', 'Write the date as in 1405/04/31'],
])('of %j', async (typed, fa, en) => {
  await speak('fa')
  expect(dateProblem(typed)).toBe(fa)
  await speak('en')
  expect(dateProblem(typed)).toBe(en)
})
