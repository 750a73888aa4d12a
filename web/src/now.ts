import { createSignal } from 'solid-js'

/** The only place of the client that asks the time. It follows the server's clock, which may be simulated. */

export interface ServerClock {
  now: number
  simulated: boolean
  speed: number
}

const TICK_MS = 30_000
const FASTEST_TICK_MS = 1_000

let clock = { serverAt: Date.now(), readAt: Date.now(), speed: 1 }
const [now, setNow] = createSignal(Date.now())
const [simulated, setSimulated] = createSignal(false)
let timer: ReturnType<typeof setTimeout> | undefined

/** The server's present instant in epoch milliseconds: a signal that ticks every 30 seconds of its clock. */
export { now }

/** Whether the server's clock is a simulated one. */
export { simulated }

/** The device's own clock, epoch milliseconds: only for telling how long ago something was read. */
export function deviceTime(): number {
  return Date.now()
}

/** What the server's clock showed when the device's showed that. */
export function serverTime(deviceInstant: number): number {
  return clock.serverAt + (deviceInstant - clock.readAt) * clock.speed
}

/** Sets the client's clock to a reading taken from the server when the device's clock showed `readAt`. */
export function followServerClock(reading: ServerClock, readAt: number): void {
  clock = { serverAt: reading.now, readAt, speed: reading.speed }
  setSimulated(reading.simulated)
  tick()
}

function tick(): void {
  clearTimeout(timer)
  const time = serverTime(Date.now())
  setNow(time)
  timer = setTimeout(tick, untilNextTick(time, clock.speed))
}

/** How long it is on the device's clock until the server's shows a full half minute: deadlines end with a minute. */
export function untilNextTick(time: number, speed: number): number {
  return Math.max(speed > 1 ? FASTEST_TICK_MS : 0, (TICK_MS - (time % TICK_MS)) / speed)
}
