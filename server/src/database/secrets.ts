import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Database } from './connect.ts'
import { auditKeyOf } from './auditKey.ts'

/*
 * What has to be read again, and so can't be hashed, is encrypted with a key derived from the one beside the database
 * (AES-256-GCM): a copy of the database alone gives nothing away. A secret belongs to its owner's row and opens in no other.
 */

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

export function hideSecret(db: Database, owner: string, secret: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, keyOf(db), nonce).setAAD(Buffer.from(owner))
  const hidden = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, hidden, cipher.getAuthTag()]).toString('base64url')
}

/** Throws where it was hidden for somebody else, with another key, or changed since. */
export function revealSecret(db: Database, owner: string, text: string): string {
  const bytes = Buffer.from(text, 'base64url')
  const [nonce, hidden, tag] = [
    bytes.subarray(0, NONCE_BYTES),
    bytes.subarray(NONCE_BYTES, -TAG_BYTES),
    bytes.subarray(-TAG_BYTES),
  ]
  const decipher = createDecipheriv(CIPHER, keyOf(db), nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(owner)).setAuthTag(tag)
  return Buffer.concat([decipher.update(hidden), decipher.final()]).toString('utf8')
}

function keyOf(db: Database): Buffer {
  return Buffer.from(hkdfSync('sha256', auditKeyOf(db), '', 'goshayesh secrets', 32))
}
