import { describe, expect, it, test } from 'vitest'
import {
  fieldRules,
  invalid,
  problemMessage,
  Refusal,
  refusalCodes,
  refusalMessage,
} from '@goshayesh/shared/refusal'

const persian = /^[\u0600-\u06ff\u200c\s.،؟/]+$/
const limited = [
  'TOO_SHORT',
  'TOO_LONG',
  'TOO_MANY',
  'TOO_FAR',
  'TOO_SMALL',
  'TOO_LARGE',
  'FILE_TOO_LARGE',
  'TOO_COMPLEX',
]

describe('every code is told in both languages', () => {
  it.each(refusalCodes)('%s', (code) => {
    const refusal = new Refusal(code)
    expect(refusalMessage(refusal, 'fa')).toMatch(persian)
    expect(refusalMessage(refusal, 'fa')).not.toMatch(/[كي]/)
    expect(refusalMessage(refusal, 'en')).toMatch(/^[A-Z][\w ,'-]+\.( [A-Z][\w ,'-]+\.)?$/)
  })
})

test('a full storage says so', () => {
  const refusal = new Refusal('UNAVAILABLE', [], { storageFull: true })
  expect(refusalMessage(refusal, 'fa')).toContain('فضای ذخیره‌سازی پر است')
  expect(refusalMessage(refusal, 'en')).toContain('storage is full')
})

describe('every field rule, with its figure', () => {
  it.each(fieldRules)('%s', (rule) => {
    const problem = { path: 'input.title', rule, limit: 1_234 }
    expect(problemMessage(problem, 'fa')).toMatch(persian)
    expect(problemMessage(problem, 'fa').includes('۱٬۲۳۴')).toBe(limited.includes(rule))
    expect(problemMessage(problem, 'en').includes('1,234')).toBe(limited.includes(rule))
    expect(problemMessage({ path: 'input.title', rule }, 'fa')).not.toContain('undefined')
  })
})

test('wrong credentials are told apart from not being signed in', () => {
  const plain = new Refusal('UNAUTHENTICATED')
  const wrong = new Refusal('UNAUTHENTICATED', [], { wrongCredentials: true })
  for (const language of ['fa', 'en'] as const)
    expect(refusalMessage(wrong, language)).not.toBe(refusalMessage(plain, language))
})

test('a broken rule names its field, with its figure where there is one', () => {
  expect(invalid('input.title', 'REQUIRED')).toMatchObject({
    code: 'INVALID',
    fields: [{ path: 'input.title', rule: 'REQUIRED' }],
  })
  expect(invalid('input.title', 'TOO_LONG', 200).fields).toEqual([
    { path: 'input.title', rule: 'TOO_LONG', limit: 200 },
  ])
  expect(invalid('input.title', 'REQUIRED')).toBeInstanceOf(Error)
})
