import { randomBytes } from 'node:crypto'
import { hashPassword } from './provePassword.ts'

/** Time enough to hand it over and to choose another one. */
const LIFE = 7 * 86_400_000

export interface TemporaryPassword {
  /** To be shown once. */
  password: string
  hash: string
  expiresAt: number
}

/** A password to begin with: whoever is given it chooses another one before it expires. */
export async function temporaryPassword(now: number): Promise<TemporaryPassword> {
  const password = randomBytes(12).toString('base64url')
  return { password, hash: await hashPassword(password), expiresAt: now + LIFE }
}
