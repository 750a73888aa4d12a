import { searchTerms } from '@goshayesh/shared/persianText'
import { invalid } from '@goshayesh/shared/refusal'
import type { SearchWords } from '../database/wordIndex.ts'

const LONGEST = 500
const MOST_WORDS = 12

/**
 * What the full-text index is asked for a text that somebody types. Null where the text has no word. INVALID if it is too long.
 */
export function searchMatch(path: string, text: string): SearchWords | null {
  if (text.includes('\u0000')) throw invalid(path, 'BAD_CHARACTER')
  if (text.length > LONGEST) throw invalid(path, 'TOO_LONG', LONGEST)
  const words = searchTerms(text.replace(REFERENCE, ' $1'), MOST_WORDS)
  return words.length === 0 ? null : { words, last: 'BEGINNING' }
}

/** "OB-104" and «م-۱۰۴» are found by their number. */
const REFERENCE = /(?<!\p{L})(?:OB|م)\s*[-‐‑–]\s*(\p{Nd}+)/giu
