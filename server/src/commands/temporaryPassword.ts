import { randomInt } from 'node:crypto'
import { hashPassword } from './provePassword.ts'

/** Time enough to hand it over and to choose another one. */
const LIFE = 7 * 86_400_000
/** Without those that look alike: it may be read out on the phone. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 4
const GROUP = 4

export interface TemporaryPassword {
  /** To be shown once. */
  password: string
  hash: string
  expiresAt: number
}

/** A password to begin with: whoever is given it chooses another one before it expires. */
export async function temporaryPassword(now: number): Promise<TemporaryPassword> {
  const group = () => Array.from({ length: GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  const password = Array.from({ length: GROUPS }, group).join('-')
  return { password, hash: await hashPassword(password), expiresAt: now + LIFE }
}
