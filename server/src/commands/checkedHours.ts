import { toLatinDigits } from '@goshayesh/shared/digits'
import { invalid } from '@goshayesh/shared/refusal'

/** Opening and closing as 'HH:MM'; '24:00' may close. */
export interface Hours {
  opens: string
  closes: string
}

const MOST = 50

/**
 * The hours with Latin digits. INVALID with the path of the first that is unreadable, closes before it opens or
 * overlaps another one of the same day.
 */
export function checkedHours<Row extends Hours>(
  path: string,
  hours: Row[],
  isSameDay: (one: Row, other: Row) => boolean,
): Row[] {
  if (hours.length === 0) throw invalid(path, 'REQUIRED')
  if (hours.length > MOST) throw invalid(path, 'TOO_MANY', MOST)
  const read = hours.map((row, index) => readHours(`${path}.${index}`, row))
  read.forEach((row, index) => {
    const overlaps = read
      .slice(0, index)
      .some((other) => isSameDay(row, other) && row.opens < other.closes && other.opens < row.closes)
    if (overlaps) throw invalid(`${path}.${index}.opens`, 'OVERLAP')
  })
  return read
}

function readHours<Row extends Hours>(path: string, row: Row): Row {
  const opens = toLatinDigits(row.opens).trim()
  const closes = toLatinDigits(row.closes).trim()
  if (!TIME.test(opens)) throw invalid(`${path}.opens`, 'BAD_TIME')
  if (!TIME.test(closes) && closes !== '24:00') throw invalid(`${path}.closes`, 'BAD_TIME')
  if (closes <= opens) throw invalid(`${path}.closes`, 'ORDER')
  return { ...row, opens, closes }
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
