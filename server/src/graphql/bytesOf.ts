/** Text, bytes that stand for text, or parts of it in their order. */
export type Part = string | Buffer | Part[]

/** Grows to what the longest text takes; there is one, as nothing else runs while it is written. */
let sheet = Buffer.allocUnsafe(256 * 1024)
let length = 0
/** Short texts go together: to write one costs more than to add it to another. */
let text = ''

/** The text of all parts, one behind the other, in UTF-8. */
export function bytesOf(parts: Part[]): Buffer {
  length = 0
  write(parts)
  flush()
  return Buffer.from(sheet.subarray(0, length))
}

function write(parts: Part[]): void {
  for (const part of parts) {
    if (typeof part === 'string') text += part
    else if (Buffer.isBuffer(part)) {
      flush()
      reserve(part.length)
      length += part.copy(sheet, length)
    } else write(part)
  }
}

function flush(): void {
  if (text === '') return
  // A letter takes three bytes at most.
  reserve(text.length * 3)
  length += sheet.write(text, length)
  text = ''
}

function reserve(bytes: number): void {
  if (sheet.length - length >= bytes) return
  const larger = Buffer.allocUnsafe(Math.max(sheet.length * 2, length + bytes))
  sheet.copy(larger, 0, 0, length)
  sheet = larger
}
