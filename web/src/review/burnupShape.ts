import { addDays, civilDayOf, type JalaliDate } from '@goshayesh/shared/jalali'

export interface BurnupFacts {
  /** By the end of each day, ascending; the last one is today. */
  points: readonly { date: JalaliDate; logged: number; resolved: number }[]
  /** Until when it looks ahead; null: not at all. */
  end: JalaliDate | null
  forecast: { low: number; high: number } | null
  /** Whether time runs from right to left. */
  rtl: boolean
  /** Drawn in fewer units, so that its texts stay legible where there is little room. */
  narrow?: boolean
}

export interface BurnupShape {
  frame: { left: number; right: number; top: number; bottom: number; width: number; height: number }
  logged: string
  resolved: string
  /** From today to the end; null where nothing is forecast. */
  ahead: { scope: string; band: string; mid: string; x: number; high: number; low: number } | null
  today: { x: number; logged: number; resolved: number }
  rows: { value: number; y: number }[]
  dates: { date: JalaliDate; x: number }[]
  /** Where numbers of the axis stand. */
  axisX: number
}

const wideFrame = { left: 52, right: 712, top: 30, bottom: 296, width: 760, height: 330 }
const narrowFrame = { left: 44, right: 316, top: 30, bottom: 226, width: 360, height: 260 }
const ROWS = 4
const WIDE_DATES = 4
const NARROW_DATES = 2
const STEPS = [1, 2, 5, 10, 20, 25, 40, 50, 100, 200, 250, 500, 1_000, 2_500, 5_000, 10_000, 50_000]

/** The lines of a burn-up in the units of its viewBox; time runs as the language is read. Null without two days. */
export function burnupShape({ points, end, forecast, rtl, narrow = false }: BurnupFacts): BurnupShape | null {
  const [frame, spans] = narrow ? [narrowFrame, NARROW_DATES] : [wideFrame, WIDE_DATES]
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || first === last) return null
  const from = civilDayOf(first.date)
  const to = Math.max(civilDayOf(end ?? last.date), civilDayOf(last.date))
  const step = STEPS.find((size) => size * ROWS >= last.logged) ?? Math.ceil(last.logged / ROWS)
  const x = (date: JalaliDate): number => {
    const share = (civilDayOf(date) - from) / (to - from)
    return round(
      rtl
        ? frame.right - share * (frame.right - frame.left)
        : frame.left + share * (frame.right - frame.left),
    )
  }
  const y = (value: number): number =>
    round(frame.bottom - (value / (step * ROWS)) * (frame.bottom - frame.top - 20))
  const line = (value: 'logged' | 'resolved'): string =>
    path(points.map((point) => [x(point.date), y(point[value])]))
  const today = { x: x(last.date), logged: y(last.logged), resolved: y(last.resolved) }
  return {
    frame,
    logged: line('logged'),
    resolved: line('resolved'),
    ahead: end !== null && forecast ? aheadOf(today, x(end), y(forecast.low), y(forecast.high)) : null,
    today,
    rows: Array.from({ length: ROWS + 1 }, (_, n) => ({ value: n * step, y: y(n * step) })),
    dates: Array.from({ length: spans + 1 }, (_, n) =>
      addDays(first.date, Math.round((n * (to - from)) / spans)),
    ).map((date) => ({ date, x: x(date) })),
    axisX: rtl ? frame.right + 24 : frame.left - 24,
  }
}

function aheadOf(
  today: BurnupShape['today'],
  x: number,
  low: number,
  high: number,
): NonNullable<BurnupShape['ahead']> {
  const start: Point = [today.x, today.resolved]
  return {
    x,
    low,
    high,
    scope: path([
      [today.x, today.logged],
      [x, today.logged],
    ]),
    band: `${path([start, [x, high], [x, low]])}Z`,
    mid: path([start, [x, round((low + high) / 2)]]),
  }
}

type Point = [x: number, y: number]

function path(points: Point[]): string {
  return points.map(([x, y], n) => `${n === 0 ? 'M' : 'L'}${x} ${y}`).join('')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
