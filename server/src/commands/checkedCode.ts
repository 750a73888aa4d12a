import { invalid } from '@goshayesh/shared/refusal'

const LONGEST = 60

/** A code that somebody makes up: "gaz-01". INVALID for anything that would look different in an address. */
export function checkedCode(path: string, text: string): string {
  const code = text.trim()
  if (code === '') throw invalid(path, 'REQUIRED')
  if (code.length > LONGEST) throw invalid(path, 'TOO_LONG', LONGEST)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code)) throw invalid(path, 'BAD_CODE')
  return code
}
