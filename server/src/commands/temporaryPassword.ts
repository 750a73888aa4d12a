import { randomBytes } from 'node:crypto'
import { hashPassword } from './provePassword.ts'

/** A password to begin with, to be shown once, and its hash. */
export async function temporaryPassword(): Promise<{ password: string; hash: string }> {
  const password = randomBytes(12).toString('base64url')
  return { password, hash: await hashPassword(password) }
}
