import { createHash, randomBytes } from 'node:crypto'

const COUNT = 10
/** 120 bits each: beyond guessing, so that a plain hash keeps them. */
const LENGTH = 24
const GROUP = 6
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567'

/** Codes for whoever has lost the device: 'k3hq7a-…', to be shown once. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => {
    const letters = Array.from(randomBytes(LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('')
    return letters.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? ''
  })
}

/** Digits that are no letters of the codes are taken for those that look like them. */
const LOOK_ALIKES: Record<string, string> = { 0: 'o', 1: 'l', 8: 'b' }

/** As it is stored, however it was typed. */
export function recoveryCodeHash(typed: string): string {
  const code = typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/[018]/g, (digit) => LOOK_ALIKES[digit] ?? digit)
  return createHash('sha256').update(code).digest('base64url')
}
