import { describe, expect, it } from 'vitest'
import {
  checkAffected,
  checkObstacleDraft,
  checkText,
  limits,
  type ObstacleDraft,
} from '@goshayesh/shared/obstacleInput'

const draft: ObstacleDraft = {
  title: 'نبود وب‌سرویس',
  description: '',
  subjectKind: 'SINGLE_WINDOW',
  agencyCode: null,
  serviceCode: null,
  affectedAgencyCodes: [],
}

describe('a draft', () => {
  it.each<[string, Partial<ObstacleDraft>, string[]]>([
    ['of the single window', {}, []],
    ['of an agency', { subjectKind: 'AGENCY', agencyCode: 'ict' }, []],
    ['of a service', { subjectKind: 'SERVICE', serviceCode: 'ict-01' }, []],
    ['without a title', { title: '' }, ['input.title REQUIRED']],
    ['with a blank title', { title: ' \u200c\t' }, ['input.title REQUIRED']],
    ['with a title of two letters', { title: 'نه' }, ['input.title TOO_SHORT 3']],
    ['with the shortest title', { title: 'برق' }, []],
    ['with the longest title', { title: 'ن'.repeat(200) }, []],
    ['with a longer one', { title: 'ن'.repeat(201) }, ['input.title TOO_LONG 200']],
    ['with a much longer one', { title: 'ن'.repeat(1_000_000) }, ['input.title TOO_LONG 200']],
    ['with blanks around the longest title', { title: ` ${'ن'.repeat(200)} ` }, []],
    ['with the longest description', { description: 'ن'.repeat(10_000) }, []],
    ['with a longer description', { description: 'ن'.repeat(10_001) }, ['input.description TOO_LONG 10000']],
    ['with NUL in the title', { title: 'نبود\u0000برق' }, ['input.title BAD_CHARACTER']],
    ['with NUL in the description', { description: '\u0000' }, ['input.description BAD_CHARACTER']],
    ['of an agency that is not named', { subjectKind: 'AGENCY' }, ['input.agencyCode REQUIRED']],
    [
      'of an agency with a blank name',
      { subjectKind: 'AGENCY', agencyCode: '' },
      ['input.agencyCode REQUIRED'],
    ],
    [
      'of a service that is not named',
      { subjectKind: 'SERVICE', agencyCode: 'ict' },
      ['input.serviceCode REQUIRED'],
    ],
    ['with a hundred agencies', { affectedAgencyCodes: Array(100).fill('ict') }, []],
    [
      'with more',
      { affectedAgencyCodes: Array(101).fill('ict') },
      ['input.affectedAgencyCodes TOO_MANY 100'],
    ],
    [
      'with several problems',
      { title: '', subjectKind: 'AGENCY', description: '\u0000' },
      ['input.title REQUIRED', 'input.agencyCode REQUIRED', 'input.description BAD_CHARACTER'],
    ],
  ])('%s', (_, change, problems) => {
    const found = checkObstacleDraft({ ...draft, ...change })
    expect(
      found.map(({ path, rule, limit }) =>
        [path, rule, limit].filter((part) => part !== undefined).join(' '),
      ),
    ).toEqual(problems)
  })
})

describe('a text', () => {
  it.each<[string, { min?: number; max: number }, string | undefined]>([
    ['', limits.note, undefined],
    ['', limits.comment, 'REQUIRED'],
    ['x', limits.comment, undefined],
    ['x', limits.party, 'TOO_SHORT'],
    ['  x  ', limits.party, 'TOO_SHORT'],
    ['x'.repeat(2_001), limits.note, 'TOO_LONG'],
    ['\u0000', limits.note, 'BAD_CHARACTER'],
  ])('%j within %o: %s', (text, within, rule) =>
    expect(checkText('input.x', text, within)[0]?.rule).toBe(rule),
  )
})

describe('affected agencies', () => {
  it.each([
    [0, 0],
    [100, 0],
    [101, 1],
  ])('%i: %i problems', (count, problems) =>
    expect(checkAffected(Array(count).fill('ict'))).toHaveLength(problems),
  )
})
