import type { Problems } from './createSaving.ts'
import { type Hours, minuteOf } from './weeks.ts'
import { words } from './words.ts'

/** What is wrong with hours, by their place: { 'hours.0.opens': '…' }. */
export function checkHours(hours: readonly Hours[]): Problems {
  const problems: Problems = {}
  hours.forEach(({ opens, closes }, i) => {
    const from = minuteOf(opens)
    const to = minuteOf(closes)
    if (from === null) problems[`hours.${i}.opens`] = words().calendar.badTime
    if (to === null) problems[`hours.${i}.closes`] = words().calendar.badTime
    else if (from !== null && to <= from) problems[`hours.${i}.closes`] = words().calendar.order
  })
  return problems
}
