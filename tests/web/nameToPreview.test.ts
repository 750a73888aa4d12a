import { limits, checkText } from '@goshayesh/shared/obstacleInput'
import { expect, it } from 'vitest'
import { nameToPreview } from '../../web/src/settings/nameToPreview.ts'

it.each(['', ' ', 'ب', ' ب '])('%j is previewed as a name that may be', (typed) => {
  expect(checkText('input.name', nameToPreview(typed), limits.party)).toEqual([])
})

it('what is a name already stays', () => {
  expect(nameToPreview(' پایان تیر ')).toBe('پایان تیر')
})
