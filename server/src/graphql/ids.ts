import { Refusal, invalid } from '@goshayesh/shared/refusal'

/** The number behind an opaque id, or null for a text that can be none. */
export function readId(text: string): number | null {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null
}

/** The id of the thing that a step is taken on; NOT_FOUND if there can be no such thing. */
export function thingId(text: string): number {
  const id = readId(text)
  if (id === null) throw new Refusal('NOT_FOUND')
  return id
}

/** An id within an input; INVALID with its path if there can be no such thing. What is left out stays so. */
export function inputId(path: string, text: string): number
export function inputId(path: string, text: string | null | undefined): number | null | undefined
export function inputId(path: string, text: string | null | undefined): number | null | undefined {
  if (text == null) return text
  const id = readId(text)
  if (id === null) throw invalid(path, 'UNKNOWN')
  return id
}
