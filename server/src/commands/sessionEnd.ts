const DAY = 86_400_000
const LIFE = 7 * DAY
/** A weekend and the evening before it. */
const IDLE = 3 * DAY

/** When a session ends that is in use now: three days later, a week after signing in, or with the password. */
export function sessionEnd(
  session: { created_at: number; password_expires_at: number | null },
  now: number,
): number {
  return Math.min(now + IDLE, session.created_at + LIFE, session.password_expires_at ?? Infinity)
}
