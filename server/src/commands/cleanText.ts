import { checkText } from '@goshayesh/shared/obstacleInput'
import { normalizePersian } from '@goshayesh/shared/persianText'
import { Refusal } from '@goshayesh/shared/refusal'

/** The text as it is stored; INVALID with the path where it breaks the limits. */
export function cleanText(path: string, text: string, limits: { min?: number; max: number }): string {
  const problems = checkText(path, text, limits)
  if (problems.length > 0) throw new Refusal('INVALID', problems)
  return normalizePersian(text)
}

/** As cleanText, for a text that may be left out. */
export function cleanNote(
  path: string,
  text: string | null | undefined,
  limits: { max: number },
): string | null {
  return text == null ? null : cleanText(path, text, limits) || null
}
