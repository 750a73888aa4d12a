import { toLatinDigits } from './digits.ts'
import type { FieldRule } from './refusal.ts'

/** An address as it is kept: digits typed in Persian mean the same. */
export function tidyEmail(text: string): string {
  return toLatinDigits(text.trim()).toLowerCase()
}

/** What is wrong with an address that was tidied: mail reaches those in ASCII only. */
export function emailProblem(email: string): FieldRule | null {
  if (/[^\0-\x7f]/.test(email)) return 'NOT_LATIN'
  return /^[^\s@]{1,64}@[^\s@]{3,255}$/.test(email) ? null : 'BAD_VALUE'
}
