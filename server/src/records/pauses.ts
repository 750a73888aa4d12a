import type { Pause } from '@goshayesh/shared/deadline'
import type { DeadlineRow } from '../database/tables.ts'
import { pausesOf } from './ObstacleRecord.ts'

/** Keeps pauses in order and apart even where the clock on the wall was set back. */
export function addPause(deadline: DeadlineRow, { from, to }: Pause): void {
  const pauses = pausesOf(deadline)
  const start = Math.max(from, pauses.at(-1)?.to ?? from)
  const pause: Pause = { from: start, to: to === null ? null : Math.max(start, to) }
  deadline.pauses_json = JSON.stringify([...pauses, pause])
}

/** Ends the pause that is open, if there is one. */
export function closePause(deadline: DeadlineRow, now: number): void {
  const pauses = pausesOf(deadline).map((pause) => ({ ...pause, to: pause.to ?? Math.max(pause.from, now) }))
  deadline.pauses_json = JSON.stringify(pauses)
}
