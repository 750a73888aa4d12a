import { parseJalaliDate } from '@goshayesh/shared/jalali'
import { builder } from './builder.ts'

builder.scalarType('DateTime', {
  description: 'An instant in UTC with milliseconds, RFC 3339: "2026-07-11T06:45:00.000Z".',
  serialize: (instant) => new Date(instant).toISOString(),
  parseValue: parseInstant,
})

builder.scalarType('JalaliDate', {
  description: 'A civil date of the Solar Hijri calendar: "1405-04-31".',
  serialize: (date) => date,
  parseValue: (value) => {
    const date = typeof value === 'string' ? parseJalaliDate(value) : null
    if (date === null) throw new TypeError('no such date')
    return date
  },
})

const RFC_3339 =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

function parseInstant(value: unknown): number {
  const match = typeof value === 'string' ? RFC_3339.exec(value) : null
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])]
  // Date.parse rolls the 30th of February over.
  const civil = new Date(Date.UTC(year, month - 1, day))
  if (!match || civil.getUTCMonth() !== month - 1 || civil.getUTCDate() !== day)
    throw new TypeError('no such instant')
  return Date.parse(match[0])
}
