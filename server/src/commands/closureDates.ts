import { civilDayOf, jalaliDateOf, type JalaliDate, parseJalaliDate } from '@goshayesh/shared/jalali'
import { invalid } from '@goshayesh/shared/refusal'

const MOST_DAYS = 60

/** Every date of a closure, '1405-04-20'. `named` says where each end stands in what was asked: INVALID is told of it. */
export function closureDates(
  from: string,
  to: string,
  named: { from: string; to: string },
): readonly JalaliDate[] {
  const [first, last] = [parseJalaliDate(from), parseJalaliDate(to)]
  if (!first) throw invalid(named.from, 'BAD_DATE')
  if (!last) throw invalid(named.to, 'BAD_DATE')
  const firstDay = civilDayOf(first)
  const days = civilDayOf(last) - firstDay + 1
  if (days < 1) throw invalid(named.to, 'ORDER')
  if (days > MOST_DAYS) throw invalid(named.to, 'TOO_MANY', MOST_DAYS)
  return Array.from({ length: days }, (_, n) => jalaliDateOf(firstDay + n))
}
