/** The only source of time on the server. Everything else is handed `now`. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number
  /** What the clocks of other devices show: the real time, also where this one is simulated. */
  deviceNow(): number
  readonly simulated: boolean
  /** Simulated seconds in a real one; 1 for the real clock. */
  readonly speed: number
  /** Calls `ring` once, at the instant or as soon as possible after it. Answers with what cancels it. */
  alarm(instant: number, ring: () => void): () => void
  /** Calls `ring` once, after so many real milliseconds, however the clock is set meanwhile. Answers as `alarm` does. */
  later(milliseconds: number, ring: () => void): () => void
}

export const realClock: Clock = {
  now: () => Date.now(),
  deviceNow: () => Date.now(),
  simulated: false,
  speed: 1,
  alarm: alarmOf(() => Date.now(), 1),
  later,
}

/** A clock that shows `start` now and runs on from there. */
export function simulatedClock(start: number, speed = 1): Clock {
  const begun = performance.now()
  const now = () => Math.floor(start + (performance.now() - begun) * speed)
  return { now, deviceNow: () => Date.now(), simulated: true, speed, alarm: alarmOf(now, speed), later }
}

function later(milliseconds: number, ring: () => void): () => void {
  const timer = setTimeout(ring, milliseconds)
  return () => clearTimeout(timer)
}

/** The longest sleep: a wall clock that is set anew is noticed within it. */
const NAP = 10_000

function alarmOf(now: () => number, speed: number): Clock['alarm'] {
  return (instant, ring) => {
    let timer: NodeJS.Timeout
    const sleep = () => {
      const left = Math.max(0, instant - now()) / speed
      timer = setTimeout(() => (instant <= now() ? ring() : sleep()), Math.min(Math.ceil(left), NAP))
    }
    sleep()
    return () => clearTimeout(timer)
  }
}
