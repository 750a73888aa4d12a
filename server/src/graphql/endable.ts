/** A generator that can be told to end while it waits: it alone would only return once something comes. */
export function endable<Value>(
  begin: (signal: AbortSignal) => AsyncGenerator<Value, undefined>,
): AsyncIterableIterator<Value> {
  const ended = new AbortController()
  const values = begin(ended.signal)
  return {
    next: () => values.next(),
    return: () => {
      ended.abort()
      return values.return(undefined)
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
