/** A span of time with one offset from UTC. */
interface Regime {
  from: number
  offset: number
  /** Local time at which the span ends, as if it were UTC. */
  localEnd: number
}

const SECOND = 1_000
const MINUTE = 60_000
// Offsets hold for weeks at least; two changes closer to each other than this could be missed.
const PROBE_STEP = 7 * 86_400_000

// Asking the platform for offsets is most of the work of laying out a calendar; they are the same for all calendars.
const zones = new Map<string, Zone>()

/** A zone that answers between two instants. RangeError for one that the platform does not know. */
export function zoneOf(timezone: string, from: number, to: number): Zone {
  const known = zones.get(timezone)
  if (known && known.from <= from && known.to >= to) return known
  const zone = new Zone(timezone, Math.min(from, known?.from ?? from), Math.max(to, known?.to ?? to))
  zones.set(timezone, zone)
  return zone
}

/** The offsets of one time zone between two instants, as the platform's time-zone data have them. */
export class Zone {
  readonly from: number
  readonly to: number
  readonly #regimes: Regime[]

  constructor(timezone: string, from: number, to: number) {
    this.from = from
    this.to = to
    this.#regimes = regimesOf(offsetReader(timezone), from, to)
  }

  /**
   * The first instant at which the clock on the wall shows `local` (milliseconds as if UTC) or later: a time that a
   * jump leaves out becomes the instant of the jump, one that occurs twice its first occurrence.
   */
  instantOf(local: number): number {
    let low = 0
    let high = this.#regimes.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (local < this.#regime(middle).localEnd) high = middle
      else low = middle + 1
    }
    const { from, offset } = this.#regime(low)
    return Math.max(from, local - offset)
  }

  #regime(index: number): Regime {
    return this.#regimes[index] as Regime
  }
}

function regimesOf(offsetAt: (instant: number) => number, from: number, to: number): Regime[] {
  const regimes: Regime[] = []
  let start = -Infinity
  let offset = offsetAt(from)
  for (let probe = from; probe < to; probe += PROBE_STEP) {
    const next = Math.min(probe + PROBE_STEP, to)
    const offsetThen = offsetAt(next)
    if (offsetThen === offset) continue
    const end = changeBetween(offsetAt, probe, next)
    regimes.push({ from: start, offset, localEnd: end + offset })
    start = end
    offset = offsetThen
  }
  regimes.push({ from: start, offset, localEnd: Infinity })
  return regimes
}

// Offsets change at whole seconds.
function changeBetween(offsetAt: (instant: number) => number, before: number, after: number): number {
  const offset = offsetAt(before)
  let low = Math.floor(before / SECOND)
  let high = Math.ceil(after / SECOND)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle * SECOND) === offset) low = middle
    else high = middle
  }
  return high * SECOND
}

function offsetReader(timezone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset' })
  return (instant) => {
    const match = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(format.format(instant))
    if (!match) throw new RangeError(`Unreadable offset of the time zone ${timezone}`)
    const [, sign, hours = '0', minutes = '0', seconds = '0'] = match
    const size = (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds) * SECOND
    return sign === '-' ? -size : size
  }
}
