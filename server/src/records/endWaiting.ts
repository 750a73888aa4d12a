import type { ObstacleRecord } from './ObstacleRecord.ts'

/** Nothing is waited for any more, whatever the reason. */
export function endWaiting({ waiting }: ObstacleRecord, now: number): void {
  if (waiting) Object.assign(waiting, { ended_at: now, resume_at: null })
}
