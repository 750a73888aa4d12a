import { expect, test } from 'vitest'
import { wordsEn } from '../../web/src/settings/wordsEn.ts'
import { wordsFa } from '../../web/src/settings/wordsFa.ts'

test('both languages say the same things', () => {
  expect(keysOf(wordsEn)).toEqual(keysOf(wordsFa))
})

test('Persian texts are written with Persian letters and digits', () => {
  for (const text of textsOf(wordsFa)) expect(text).not.toMatch(/[0-9يك]/)
})

test('that nothing moved is said in words, not as a nought', () => {
  for (const { calendar, policy, milestones } of [wordsFa, wordsEn])
    for (const text of [calendar.declared(0), policy.savedDone(0), milestones.editedDone('م', 0)])
      expect(text).toMatch(/هیچ مهلتی جابه‌جا نشد\.$|no deadline moved\.$/)
})

function keysOf(texts: object, path = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${path}${key}.`) : [`${path}${key}`],
  )
}

function textsOf(texts: object): string[] {
  return Object.values(texts).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value]
    return typeof value === 'object' && value !== null ? textsOf(value) : []
  })
}
