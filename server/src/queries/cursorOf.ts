import { invalid } from '@goshayesh/shared/refusal'

/** Where a page goes on: what it is a page of, and the numbers of its last row. */
export function cursorOf(list: string, ...numbers: number[]): string {
  return Buffer.from([list, ...numbers].join(':')).toString('base64url')
}

const LONGEST = 100

/** So many numbers of a cursor; INVALID for one that is none, or of another list. */
export function readCursor(path: string, list: string, cursor: string, count: number): number[] {
  const text = cursor.length > LONGEST ? '' : Buffer.from(cursor, 'base64url').toString()
  const [name, ...numbers] = text.split(':')
  const isRead = name === list && numbers.length === count && numbers.every((text) => NUMBER.test(text))
  if (!isRead) throw invalid(path, 'BAD_VALUE')
  return numbers.map(Number)
}

const NUMBER = /^\d{1,16}$/
