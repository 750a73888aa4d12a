import type { Clock } from '../../server/src/clock.ts'

/** Time that stands still until it is set; an alarm rings when it is set past its instant. */
export class HandClock implements Clock {
  readonly simulated = true
  readonly speed = 1
  time: number
  alarms: { instant: number; ring: () => void }[] = []
  #set: (() => void)[] = []

  constructor(time: number) {
    this.time = time
  }
  now = () => this.time
  deviceNow = () => this.time
  alarm = (instant: number, ring: () => void) => {
    const alarm = { instant, ring }
    this.alarms.push(alarm)
    for (const tell of this.#set.splice(0)) tell()
    return () => void (this.alarms = this.alarms.filter((other) => other !== alarm))
  }
  later = (milliseconds: number, ring: () => void) => this.alarm(this.time + milliseconds, ring)
  /** Resolves when somebody sets an alarm. */
  nextAlarm(): Promise<void> {
    return new Promise((resolve) => void this.#set.push(resolve))
  }
  set(time: number): void {
    this.time = time
    const due = this.alarms.filter(({ instant }) => instant <= time)
    this.alarms = this.alarms.filter(({ instant }) => instant > time)
    for (const { ring } of due) ring()
  }
}
