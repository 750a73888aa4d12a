import { addDays, type JalaliDate } from '@goshayesh/shared/jalali'

export interface DateRange {
  from: JalaliDate
  to: JalaliDate
}

/** Ranges without a gap that make up the dates, each of which is named once. */
export function rangesOf(dates: readonly JalaliDate[]): DateRange[] {
  const ranges: DateRange[] = []
  for (const date of [...dates].sort()) {
    const last = ranges.at(-1)
    if (last && addDays(last.to, 1) === date) last.to = date
    else ranges.push({ from: date, to: date })
  }
  return ranges
}
