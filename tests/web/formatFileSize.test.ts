import { expect, it } from 'vitest'
import { formatFileSize } from '../../web/src/i18n/formatFileSize.ts'

it.each([
  [0, '۰ بایت'],
  [1023, '۱۰۲۳ بایت'],
  [245_760, '۲۴۰ کیلوبایت'],
  [1024 * 1024 - 1, '۱ مگابایت'],
  [1_600_000, '۱٫۵ مگابایت'],
  [20 * 1024 * 1024, '۲۰ مگابایت'],
])('tells %i bytes', (bytes, text) => {
  expect(formatFileSize(bytes)).toBe(text)
})
