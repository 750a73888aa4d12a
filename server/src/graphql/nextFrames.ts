/**
 * Makes the answers of a subscription as they go over the line: each a WebSocket's text frame, unmasked, in one piece and
 * not compressed, with graphql-transport-ws's message "next". To a thousand listeners ws would write each in two pieces,
 * which takes twice as long; the payload is shared by all who get the same.
 */
export function nextFrames(id: string): (payload: Buffer) => Buffer {
  const beginning = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`)
  return (payload) =>
    Buffer.concat([head(beginning.length + payload.length + END.length), beginning, payload, END])
}

const END = Buffer.from('}')
const LAST_TEXT_FRAME = 0x81

/** The length in 7 bits, or after a mark in 16 or 64 of them. */
function head(length: number): Buffer {
  if (length < 126) return Buffer.from([LAST_TEXT_FRAME, length])
  if (length < 65_536) return Buffer.from([LAST_TEXT_FRAME, 126, length >> 8, length & 0xff])
  const long = Buffer.alloc(10)
  long.set([LAST_TEXT_FRAME, 127])
  long.writeUInt32BE(length, 6)
  return long
}
