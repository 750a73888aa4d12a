import { Secret, TOTP } from 'otpauth'

/** As RFC 6238 has it and every authenticator app knows: SHA-1, six digits, thirty seconds. */
const KIND = { issuer: 'Goshayesh', algorithm: 'SHA1', digits: 6, period: 30 }
const SECRET_BYTES = 20
/** Steps that the clock of a device may be off. */
const DRIFT = 1

/** A new secret, as it is typed into an app, in base 32. */
export function newSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32
}

/** What an app reads from the picture. */
export function uriOf(secret: string, email: string): string {
  return new TOTP({ ...KIND, label: email, secret }).toString()
}

/** The step of time to which the code belongs, or null where it is none of this moment. */
export function stepOfCode(secret: string, code: string, deviceNow: number): number | null {
  const timestamp = deviceNow
  const off = new TOTP({ ...KIND, secret }).validate({ token: code, timestamp, window: DRIFT })
  return off === null ? null : TOTP.counter({ period: KIND.period, timestamp }) + off
}
