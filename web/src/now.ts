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

/** Sets the client's clock to a reading just taken from the server. */
export function followServerClock(reading: ServerClock): void {
  clock = { serverAt: reading.now, readAt: Date.now(), speed: reading.speed }
  setSimulated(reading.simulated)
  tick()
}

function tick(): void {
  clearTimeout(timer)
  setNow(clock.serverAt + (Date.now() - clock.readAt) * clock.speed)
  timer = setTimeout(tick, Math.max(FASTEST_TICK_MS, TICK_MS / clock.speed))
}
