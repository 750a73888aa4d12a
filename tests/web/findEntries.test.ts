import { describe, expect, test } from 'vitest'
import { findEntries, type PaletteEntry } from '../../web/src/shell/paletteEntries.ts'

const entry = (label: string, group: PaletteEntry['group'], alias = ''): PaletteEntry => ({
  id: label,
  group,
  label,
  alias,
  icon: '',
  run: () => undefined,
})
const entries = [
  entry('بازبینی', 'page', 'review'),
  entry('ثبت مانع', 'action', 'log'),
  entry('اداره کل ثبت احوال', 'agency'),
  entry('شرکت گاز', 'agency'),
]

describe('what the palette finds', () => {
  test.each([
    ['', ['بازبینی', 'ثبت مانع']],
    ['ثبت', ['ثبت مانع', 'اداره کل ثبت احوال']],
    ['ثبت كل', ['اداره کل ثبت احوال']],
    ['گاز', ['شرکت گاز']],
    ['REVIEW', ['بازبینی']],
    ['هیچ', []],
  ])('%s: %j', (text, labels) => expect(findEntries(entries, text).map(({ label }) => label)).toEqual(labels))
})
