// For `node --import`: the system's clock is off by as many milliseconds as the file CLOCK_SHIFT says, from the moment
// it says so. Timers run on undisturbed, as the system's do when somebody sets its clock.
import { readFileSync } from 'node:fs'

const RealDate = Date
const now = () => RealDate.now() + Number(readFileSync(process.env.CLOCK_SHIFT, 'utf8'))

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [now()] : parts))
  }

  static now() {
    return now()
  }
}
