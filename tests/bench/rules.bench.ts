import { createCalendar, type WorkingCalendar } from '@goshayesh/shared/calendar'
import { normalizePersian, searchKey, similarityTo } from '@goshayesh/shared/persianText'
import { at, DAY, holidays, MINUTE, officeWeek, rulesWith, week } from '../helpers/calendars.ts'

const CALLS = 500_000
const ROUNDS = 5
const rules = rulesWith({
  hours: [
    ...officeWeek,
    ...week([5], '07:30-12:00'),
    ...week([0, 1, 2, 3, 4], '06:00-13:00', '1405-03-16', '1405-06-15'),
  ],
  closures: holidays,
})

main()

/** Prints the cost of the rules' hot calls: the best of five rounds, in microseconds a call (building: milliseconds). */
function main(): void {
  printBuilding()
  const calendar = createCalendar(rules)
  for (const [target, days] of [
    ['1 working day', 1],
    ['15 working days', 15],
    ['25,000 working days', 25_000],
  ] as const) {
    printTargets(calendar, target, days)
  }
  printTexts()
}

function printBuilding(): void {
  const format = { timeZone: rules.timezone, timeZoneName: 'longOffset' } as const
  line(
    'the first time zone that the platform loads',
    millisecondsOf(() => void new Intl.DateTimeFormat('en-US', format).format(0)),
    'ms',
  )
  const first = millisecondsOf(() => void createCalendar(rules))
  const later = Math.min(
    ...Array.from({ length: 20 }, () => millisecondsOf(() => void createCalendar(rules))),
  )
  line('build the first calendar', first, 'ms')
  line('build another calendar', later, 'ms')
}

function printTargets(calendar: WorkingCalendar, target: string, days: number): void {
  const first = at('1405-01-01')
  const step = Math.floor((300 * DAY) / CALLS)
  const start = (call: number) => first + call * step
  const length = days * 420 * MINUTE
  const ends = Float64Array.from({ length: CALLS }, (_, call) => calendar.add(start(call), length))
  line(
    `due date, ${target} in minutes`,
    perCall((call) => calendar.add(start(call), length)),
  )
  line(
    `due date, ${target}`,
    perCall((call) => calendar.closeOfWorkingDay(start(call), days)),
  )
  line(
    `elapsed, ${target}`,
    perCall((call) => calendar.elapsed(start(call), ends[call] ?? 0)),
  )
}

function printTexts(): void {
  const title = 'نبود وب‌سرويس استعلام ثبت احوال براي صدور مجوزها، مرحله ۲'
  const other = 'وب سرویس استعلام ثبت‌احوال در دسترس نیست'
  line(
    'normalise a title',
    perCall(() => normalizePersian(title).length, 20_000),
  )
  line(
    'search key of a title',
    perCall(() => searchKey(title).length, 20_000),
  )
  line(
    'similarity of two titles',
    perCall(() => similarityTo(title)(other), 20_000),
  )
}

/** Microseconds a call. The sum keeps the engine from leaving the calls out. */
function perCall(ask: (call: number) => number, calls = CALLS): number {
  let sum = 0
  const rounds = Array.from({ length: ROUNDS }, () =>
    millisecondsOf(() => {
      for (let call = 0; call < calls; call++) sum += ask(call)
    }),
  )
  if (Number.isNaN(sum)) throw new Error('A call gave no number')
  return (Math.min(...rounds) * 1_000) / calls
}

function millisecondsOf(work: () => void): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

function line(what: string, figure: number, unit = 'µs'): void {
  console.log(`${what.padEnd(48)} ${figure.toFixed(3).padStart(8)} ${unit}`)
}
