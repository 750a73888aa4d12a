import { expect, it } from 'vitest'
import { localText } from '../../web/src/i18n/localText.ts'

it.each([
  ['از 280 میلیارد ریال، 15 درصد', 'از ۲۸۰ میلیارد ریال، ۱۵ درصد'],
  ['12.', '۱۲.'],
  ['نسبت 1.5 در 1405/04/31', 'نسبت ۱.۵ در ۱۴۰۵/۰۴/۳۱'],
  ['خطای 504 Gateway Timeout', 'خطای 504 Gateway Timeout'],
  ['خدمت gas-01 و IPv4 و 3G', 'خدمت gas-01 و IPv4 و 3G'],
  ['https://example.ir/12', 'https://example.ir/12'],
  ['۳۰ ثانیه', '۳۰ ثانیه'],
])('%s', (text, expected) => {
  expect(localText(text, 'fa')).toBe(expected)
  expect(localText(text, 'en')).toBe(text)
})
