import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { createCalendar } from '@goshayesh/shared/calendar'
import { dueOf, remaining, soonAt, type Pause, type Terms } from '@goshayesh/shared/deadline'
import { addDays } from '@goshayesh/shared/jalali'
import { severities, startingPolicy, targetUnits } from '@goshayesh/shared/policy'
import { applyOwed } from '../../server/src/records/applyOwed.ts'
import { pauseClock, resumeClock, startClock } from '../../server/src/records/clocks.ts'
import { newRecord } from '../../server/src/records/newRecord.ts'
import type { NewFact, ObstacleRecord } from '../../server/src/records/ObstacleRecord.ts'
import type { Rules } from '../../server/src/records/Rules.ts'
import { at, closed, DAY, HOUR, holidays, MINUTE, rulesWith } from '../helpers/calendars.ts'

const run = { seed: 1405, numRuns: 400 }
const calendarRules = rulesWith({ closures: holidays })
const calendar = createCalendar(calendarRules)
const BEGIN = at('1405-02-01')

const instants = fc.integer({ min: 0, max: 120 * DAY }).map((ms) => BEGIN + ms)
const targets = fc
  .tuple(fc.constantFrom(...targetUnits), fc.integer({ min: 1, max: 40 }))
  .map(([unit, amount]) => ({
    kind: 'RESOLVE' as const,
    unit,
    amount: unit === 'WORKING_MINUTES' ? amount * 97 : amount,
  }))
const gaps = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 * DAY }), fc.integer({ min: 0, max: 9 * DAY })), {
  maxLength: 4,
})

/** Closed pauses after the start, in order. */
function pausesAfter(start: number, lengths: [number, number][]): Pause[] {
  let instant = start
  return lengths.map(([before, length]) => {
    const from = instant + before
    instant = from + length
    return { from, to: instant }
  })
}

const bare = { pauses: [], grant: null, cap: null }
const due = (terms: Terms, by = calendar) => dueOf(by, terms)?.dueAt ?? NaN

describe('a pause', () => {
  test('never makes due earlier, nor what remains less', () => {
    fc.assert(
      fc.property(
        instants,
        targets,
        gaps,
        fc.integer({ min: 0, max: 20 * DAY }),
        (startedAt, target, lengths, later) => {
          const pauses = pausesAfter(startedAt, lengths)
          const fewer = { ...bare, startedAt, target, pauses: pauses.slice(0, -1) }
          const more = { ...bare, startedAt, target, pauses }
          expect(due(more)).toBeGreaterThanOrEqual(due(fewer))
          const now = (pauses.at(-1)?.to ?? startedAt) + later
          const left = (terms: Terms) => remaining(calendar, terms, due(terms), now)
          expect(left(more)).toBeGreaterThanOrEqual(left(fewer))
        },
      ),
      run,
    )
  })
  test('in working time leaves exactly what remained when it began', () => {
    const inWorkingTime = targets.filter(({ unit }) => unit !== 'CALENDAR_DAYS')
    fc.assert(
      fc.property(
        instants,
        inWorkingTime,
        gaps,
        fc.integer({ min: 0, max: 30 * DAY }),
        (startedAt, target, lengths, length) => {
          const all = pausesAfter(startedAt, lengths)
          const last = all.at(-1)
          fc.pre(last !== undefined)
          const before = { ...bare, startedAt, target, pauses: all.slice(0, -1) }
          const from = last?.from ?? 0
          fc.pre(from < due(before))
          const left = calendar.elapsed(from, due(before))
          const paused = { ...before, pauses: [...before.pauses, { from, to: null }] }
          const now = from + length
          expect(remaining(calendar, paused, due(paused), now)).toBe(left)
          const resumed = { ...before, pauses: [...before.pauses, { from, to: now }] }
          expect(remaining(calendar, resumed, due(resumed), now)).toBe(left)
          if (left > 0) expect(due(resumed)).toBe(calendar.add(now, left))
        },
      ),
      run,
    )
  })
})

test('a later start is never due earlier', () => {
  fc.assert(
    fc.property(
      instants,
      targets,
      gaps,
      fc.integer({ min: 0, max: 9 * DAY }),
      (startedAt, target, lengths, earlier) => {
        const pauses = pausesAfter(startedAt, lengths)
        const first = { ...bare, startedAt: startedAt - earlier, target, pauses }
        expect(due({ ...first, startedAt })).toBeGreaterThanOrEqual(due(first))
      },
    ),
    run,
  )
})

test('more closures never make a due date earlier', () => {
  const dates = fc.array(fc.integer({ min: 0, max: 150 }), { maxLength: 12 })
  fc.assert(
    fc.property(instants, targets, gaps, dates, fc.boolean(), (startedAt, target, lengths, days, paused) => {
      // What is left of a working day that is closed after the fact counts for less in a pause; minutes know no such thing.
      const pauses = paused && target.unit !== 'WORKING_DAYS' ? pausesAfter(startedAt, lengths) : []
      const more = closed('AD_HOC', 'سرما', ...days.map((day) => addDays('1405-02-01', day)))
      const colder = createCalendar({ ...calendarRules, closures: [...holidays, ...more] })
      const terms = { ...bare, startedAt, target, pauses }
      expect(due(terms, colder)).toBeGreaterThanOrEqual(due(terms))
    }),
    { ...run, numRuns: 150 },
  )
})

test('a milestone is never passed, and due soon never lies behind due', () => {
  fc.assert(
    fc.property(
      instants,
      targets,
      gaps,
      fc.integer({ min: 0, max: 90 * DAY }),
      (startedAt, target, lengths, length) => {
        const cap = { milestoneId: 1, dueAt: startedAt + length }
        const terms = { ...bare, startedAt, target, pauses: pausesAfter(startedAt, lengths), cap }
        const found = dueOf(calendar, terms)
        expect(found?.dueAt).toBe(Math.min(cap.dueAt, due({ ...terms, cap: null })))
        const soon = soonAt(calendar, { ...terms, cap: null }, due({ ...terms, cap: null }))
        expect(soon).toBeLessThanOrEqual(due({ ...terms, cap: null }))
        expect(Number.isInteger(soon)).toBe(true)
      },
    ),
    run,
  )
})

describe('what is owed', () => {
  const milestone = {
    id: 1,
    province_id: 1,
    name: 'پایان تیر',
    due_date: '1405-04-31',
    due_at: at('1405-04-31 23:59:59.999'),
    subject_kind: 'SINGLE_WINDOW' as const,
    withdrawn_at: null,
  }
  const rules: Rules = {
    provinceId: 1,
    calendar,
    calendarRules,
    policy: startingPolicy,
    milestones: [milestone],
    formerMilestones: [],
  }
  const stories = fc.record({
    start: instants,
    severity: fc.constantFrom(...severities),
    subject_kind: fc.constantFrom('SINGLE_WINDOW' as const, 'AGENCY' as const),
    pause: fc.option(fc.tuple(fc.integer({ min: 1, max: 40 * DAY }), fc.integer({ min: 1, max: 40 * DAY }))),
    steps: fc.array(fc.integer({ min: 1, max: 12 * DAY }), { minLength: 1, maxLength: 40 }),
  })
  type Story = typeof stories extends fc.Arbitrary<infer Value> ? Value : never

  function begin({ start, severity, subject_kind }: Story): ObstacleRecord {
    const record = newRecord(
      {
        province_id: 1,
        number: 1,
        title: 'نبود وب‌سرویس',
        description: '',
        subject_kind,
        agency_code: null,
        service_code: null,
        category: 'SOFTWARE',
        severity,
        reporter_id: 1,
        reporter_agency_code: null,
        milestone_id: null,
        idempotency_key: null,
        created_at: start,
      },
      [],
    )
    startClock(rules, record, 'ASSIGN', start)
    startClock(rules, record, 'RESOLVE', start)
    record.deadlines.forEach((deadline, index) => (deadline.id = index + 1))
    return record
  }

  /** The facts up to `end`, looked for at the instants given and around the pause. */
  function live(story: Story, instants: number[], end: number): { facts: NewFact[]; record: ObstacleRecord } {
    const record = begin(story)
    const from = story.pause ? story.start + story.pause[0] : Infinity
    const to = from + (story.pause?.[1] ?? 0)
    const facts: NewFact[] = []
    for (const now of [...new Set([...instants, from, to, end])]
      .filter((now) => now <= end)
      .sort((a, b) => a - b)) {
      facts.push(...applyOwed(rules, record, now))
      if (now === from) pauseClock(rules, record, 'RESOLVE', now)
      if (now === to && from < to) resumeClock(rules, record, 'RESOLVE', now)
    }
    return { facts, record }
  }
  const told = (facts: NewFact[]) =>
    facts.map(({ kind, at, level, deadline, changes }) => [kind, at, level, deadline?.id, changes])

  it('is the same in one go and in many small steps, and nothing the second time', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const end = story.start + 200 * DAY
        let instant = story.start
        const steps = story.steps.map((step) => (instant += step))
        const small = live(story, steps, end)
        const whole = live(story, [], end)
        expect(told(small.facts)).toEqual(told(whole.facts))
        expect(small.record).toEqual(whole.record)
        expect(applyOwed(rules, small.record, end)).toEqual([])
      }),
      { ...run, numRuns: 200 },
    )
  })
  it('comes in order, at whole milliseconds, never before its start, and ends', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { facts, record } = live(story, [], story.start + 3 * 365 * DAY)
        expect(record.deadlines.map(({ next_at }) => next_at)).toEqual([null, null])
        const instants = facts.map(({ at = NaN }) => at)
        expect(instants.every((at) => Number.isInteger(at) && at > story.start)).toBe(true)
        for (const { id } of record.deadlines) {
          const own = facts.filter(({ deadline }) => deadline?.id === id)
          const ats = own.map(({ at = NaN }) => at)
          expect(ats).toEqual(ats.toSorted((a, b) => a - b))
          expect(own.filter(({ kind }) => kind === 'BREACHED')).toHaveLength(1)
          expect(own.flatMap(({ level }) => level ?? [])).toEqual([1, 2, 3, 4])
        }
      }),
      { ...run, numRuns: 200 },
    )
  })
  it('of a clock at rest is nothing, but the milestone', () => {
    fc.assert(
      fc.property(stories, fc.integer({ min: 1, max: 20 * HOUR }), (story, after) => {
        const paused = { ...story, pause: null }
        const record = begin(paused)
        applyOwed(rules, record, story.start + after)
        pauseClock(rules, record, 'RESOLVE', story.start + after)
        const facts = applyOwed(rules, record, story.start + after + 400 * DAY)
        const own = facts.filter(({ deadline }) => deadline?.kind === 'RESOLVE')
        expect(own.filter(({ kind }) => kind !== 'BREACHED')).toEqual([])
        for (const { at } of own) expect(at).toBe(milestone.due_at)
      }),
      { ...run, numRuns: 100 },
    )
  })
})

test('a minute of target is a minute of office hours', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 30_000 }), gaps, (startedAt, amount, lengths) => {
      const target = { kind: 'RESOLVE' as const, unit: 'WORKING_MINUTES' as const, amount }
      const pauses = pausesAfter(startedAt, lengths)
      const dueAt = due({ ...bare, startedAt, target, pauses })
      const worked = calendar.elapsed(startedAt, dueAt)
      const paused = pauses.reduce(
        (sum, { from, to }) => sum + calendar.elapsed(from, Math.min(to ?? dueAt, dueAt)),
        0,
      )
      expect(worked - paused).toBe(amount * MINUTE)
    }),
    run,
  )
})
