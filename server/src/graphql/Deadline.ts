import { remaining } from '@goshayesh/shared/deadline'
import {
  countedMs,
  explainDeadline,
  type Explanation,
  type MeasuredStretch,
} from '@goshayesh/shared/explainDeadline'
import type { SkippedDay as SkippedDayShape } from '@goshayesh/shared/calendar'
import { termsOf, isClockOpen } from '../records/ObstacleRecord.ts'
import { builder } from './builder.ts'
import { DeadlineKind, DeadlineState } from './enums.ts'
import type { SeenDeadline } from './shapes.ts'
import { reasonText, whyText } from './whyText.ts'

const MINUTE = 60_000

const StretchType = builder.objectRef<MeasuredStretch>('Stretch').implement({
  fields: (t) => ({
    from: t.expose('from', { type: 'DateTime' }),
    to: t.expose('to', { type: 'DateTime', nullable: true }),
    minutes: t.int({ resolve: ({ workingMs }) => Math.round(workingMs / MINUTE) }),
  }),
})

const SkippedDay = builder.objectRef<SkippedDayShape>('SkippedDay').implement({
  fields: (t) => ({
    date: t.expose('date', { type: 'JalaliDate' }),
    reason: t.string({ resolve: ({ reason }, _args, { language }) => reasonText(reason, language) }),
  }),
})

const DeadlineWhy = builder.objectRef<SeenDeadline & { explanation: Explanation }>('DeadlineWhy').implement({
  fields: (t) => ({
    target: t.field({
      type: 'SlaTarget',
      nullable: true,
      description: 'Null where only a milestone rules.',
      resolve: ({ seen, deadline }) => termsOf(seen.rules, seen.record, deadline).target,
    }),
    counted: t.field({
      type: [StretchType],
      description: 'Office hours that counted, from the start to dueAt.',
      resolve: ({ explanation }) => explanation.counted,
    }),
    skipped: t.field({
      type: [SkippedDay],
      description: 'Civil days without office hours in between, and why.',
      resolve: ({ explanation }) => explanation.skipped,
    }),
    pauses: t.field({ type: [StretchType], resolve: ({ explanation }) => explanation.pauses }),
    extensions: t.field({
      type: ['Extension'],
      description: 'Approved ones.',
      resolve: ({ seen, deadline }) => approved({ seen, deadline }).map((extension) => ({ seen, extension })),
    }),
    cappedBy: t.field({ type: 'Milestone', nullable: true, resolve: capOf }),
    text: t.string({
      description: 'As an official would write it, in the language asked for.',
      resolve: ({ seen, deadline, explanation }, _args, { language }) =>
        whyText(
          {
            calendar: seen.rules.calendar,
            explanation,
            startedAt: deadline.started_at,
            dueAt: deadline.due_at,
            target: termsOf(seen.rules, seen.record, deadline).target,
            grantedUntil: approved({ seen, deadline }).at(-1)?.until ?? null,
            cap: capOf({ seen, deadline })?.milestone.name ?? null,
          },
          language,
        ),
    }),
  }),
})

builder.objectType('Deadline', {
  extensions: { steady: true },
  fields: (t) => ({
    id: t.id({ resolve: ({ deadline }) => deadline.id }),
    kind: t.field({ type: DeadlineKind, resolve: ({ deadline }) => deadline.kind }),
    state: t.field({ type: DeadlineState, resolve: ({ deadline }) => deadline.state }),
    startedAt: t.field({ type: 'DateTime', resolve: ({ deadline }) => deadline.started_at }),
    dueAt: t.field({ type: 'DateTime', resolve: ({ deadline }) => deadline.due_at }),
    originalDueAt: t.field({
      type: 'DateTime',
      description: 'Never changes.',
      resolve: ({ deadline }) => deadline.original_due_at,
    }),
    soonAt: t.field({
      type: 'DateTime',
      description: 'From then on it shows as due soon.',
      resolve: ({ deadline }) => deadline.soon_at,
    }),
    cappedBy: t.field({
      type: 'Milestone',
      nullable: true,
      description: 'Set where a milestone is the reason for dueAt.',
      resolve: capOf,
    }),
    breachedAt: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: ({ deadline }) => deadline.breached_at,
    }),
    stoppedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ deadline }) => deadline.stopped_at }),
    remainingMinutes: t.int({
      nullable: true,
      description: 'Working minutes left now; negative past due; null once the clock has ended.',
      resolve: ({ seen: { record, rules }, deadline }, _args, { now }) =>
        isClockOpen(deadline)
          ? Math.round(
              remaining(rules.calendar, termsOf(rules, record, deadline), deadline.due_at, now) / MINUTE,
            )
          : null,
    }),
    pausedMinutes: t.int({
      description: 'Working minutes that the clock stood still.',
      resolve: (parent, _args, { now }) => {
        const { pauses } = explain(parent, now)
        return Math.round(pauses.reduce((sum, { workingMs }) => sum + workingMs, 0) / MINUTE)
      },
    }),
    totalMinutes: t.int({
      description: 'Working minutes for which the clock runs from the start to dueAt.',
      resolve: ({ seen: { record, rules }, deadline }) =>
        Math.round(countedMs(rules.calendar, termsOf(rules, record, deadline), deadline.due_at) / MINUTE),
    }),
    why: t.field({
      type: DeadlineWhy,
      description: 'How dueAt came about, as data and as a sentence or two.',
      resolve: (parent, _args, { now }) => ({ ...parent, explanation: explain(parent, now) }),
    }),
  }),
})

function explain({ seen: { record, rules }, deadline }: SeenDeadline, now: number): Explanation {
  const terms = termsOf(rules, record, deadline)
  return explainDeadline(rules.calendar, terms, deadline.due_at, deadline.stopped_at ?? now)
}

function approved({ seen, deadline }: SeenDeadline) {
  return seen.record.extensions.filter(
    ({ deadline_id, decision }) => deadline_id === deadline.id && decision === 'APPROVED',
  )
}

function capOf({ seen: { rules }, deadline }: SeenDeadline) {
  const known = [...rules.milestones, ...rules.formerMilestones]
  const milestone = known.find(({ id }) => id === deadline.capped_by)
  return milestone ? { milestone, rules } : null
}
