export interface Forecast {
  low: number
  high: number
  /** Percent. */
  confidence: number
}

const RUNS = 1_000
const CONFIDENCE = 80

/** So many working days ahead, two years, the last few weeks tell nothing any more. */
const FARTHEST = 500

/**
 * How many will be done after `daysLeft` more working days like the recent ones, at most `most`: a bootstrap over
 * the daily counts that always draws the same. Null without a day to draw from, and too far ahead.
 */
export function forecastTotal(
  daily: number[],
  daysLeft: number,
  done: number,
  most: number,
): Forecast | null {
  if (daily.length === 0 || daysLeft > FARTHEST) return null
  const next = draws()
  const totals = Array.from({ length: RUNS }, () => {
    let total = done
    for (let day = 0; day < daysLeft && total < most; day++) {
      total += daily[Math.floor(next() * daily.length)] ?? 0
    }
    return Math.min(total, most)
  }).sort((a, b) => a - b)
  const tail = (RUNS * (100 - CONFIDENCE)) / 200
  return { low: totals[tail] ?? done, high: totals[RUNS - 1 - tail] ?? done, confidence: CONFIDENCE }
}

/** Numbers in [0, 1), the same ones every time. */
function draws(): () => number {
  let state = 1_405
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
