import type { Closure as ClosureShape, WeeklyHours as WeeklyHoursShape } from '@goshayesh/shared/calendar'
import { previewCalendar } from '../commands/changeCalendar.ts'
import { closureChange, declareClosure } from '../commands/declareClosure.ts'
import { inThread } from '../commands/inThread.ts'
import { closureWithdrawal, withdrawClosure } from '../commands/withdrawClosure.ts'
import { versionOf } from '../records/versionOf.ts'
import { asViewer } from './asViewer.ts'
import { builder } from './builder.ts'
import { ChangePreview } from './ChangePreview.ts'
import { forget, loadersOf } from './Context.ts'
import { ClosureKind } from './enums.ts'
import { settingVersion } from './settingVersion.ts'

const WeeklyHours = builder.objectRef<WeeklyHoursShape>('WeeklyHours').implement({
  description: 'Weekday 0 is Saturday.',
  fields: (t) => ({
    from: t.expose('from', { type: 'JalaliDate', nullable: true }),
    to: t.expose('to', { type: 'JalaliDate', nullable: true }),
    weekday: t.exposeInt('weekday'),
    opens: t.exposeString('opens'),
    closes: t.exposeString('closes'),
  }),
})

const Closure = builder.objectRef<ClosureShape>('Closure').implement({
  fields: (t) => ({
    date: t.expose('date', { type: 'JalaliDate' }),
    name: t.exposeString('name'),
    kind: t.expose('kind', { type: ClosureKind }),
  }),
})

builder.objectType('DatedHours', {
  description: 'Hours of one date, which beat a holiday on it.',
  fields: (t) => ({
    date: t.expose('date', { type: 'JalaliDate' }),
    opens: t.exposeString('opens'),
    closes: t.exposeString('closes'),
    name: t.exposeString('name'),
  }),
})

builder.objectType('WorkingCalendar', {
  fields: (t) => ({
    timezone: t.string({ resolve: ({ calendarRules }) => calendarRules.timezone }),
    hours: t.field({
      type: [WeeklyHours],
      description: 'With the date range in which they hold (summer hours).',
      resolve: ({ calendarRules }) => calendarRules.hours,
    }),
    dates: t.field({ type: ['DatedHours'], resolve: ({ calendarRules }) => calendarRules.dates }),
    closures: t.field({ type: [Closure], resolve: ({ calendarRules }) => calendarRules.closures }),
    version: t.int({
      description: settingVersion.own,
      resolve: ({ calendarRules }) => versionOf.calendar(calendarRules),
    }),
    minutesPerDay: t.int({
      description: 'Of a usual working day.',
      resolve: ({ calendar }) => Math.round(calendar.minutesPerDay),
    }),
  }),
})

const DeclareClosureInput = builder.inputType('DeclareClosureInput', {
  fields: (t) => ({
    from: t.field({ type: 'JalaliDate', required: true }),
    to: t.field({ type: 'JalaliDate', required: true }),
    name: t.string({ required: true }),
    kind: t.field({ type: ClosureKind, defaultValue: 'AD_HOC' }),
    expectedVersion: t.int({
      description: settingVersion.expectedOfCalendar,
    }),
  }),
})

export const CalendarPayload = builder.objectRef<{ movedDeadlines: number }>('CalendarPayload').implement({
  fields: (t) => ({
    workingCalendar: t.field({
      type: 'WorkingCalendar',
      resolve: (_payload, _args, context) => loadersOf(context).rules(),
    }),
    movedDeadlines: t.exposeInt('movedDeadlines'),
  }),
})

builder.queryFields((t) => ({
  workingCalendar: t.field({
    type: 'WorkingCalendar',
    resolve: asViewer((context) => loadersOf(context).rules()),
  }),
  previewClosure: t.field({
    type: ChangePreview,
    description: 'Nothing is written.',
    args: { input: t.arg({ type: DeclareClosureInput, required: true }) },
    resolve: asViewer(async (context, { input }, viewer) => {
      const rules = await loadersOf(context).rules()
      return previewCalendar(context.store.db, viewer, rules, closureChange(input), context.now)
    }),
  }),
  previewWithdrawal: t.field({
    type: ChangePreview,
    description: 'Of withdrawClosure. Nothing is written.',
    args: {
      date: t.arg({ type: 'JalaliDate', required: true }),
      to: t.arg({ type: 'JalaliDate' }),
      kind: t.arg({ type: ClosureKind }),
    },
    resolve: asViewer(async (context, withdrawal, viewer) => {
      const rules = await loadersOf(context).rules()
      return previewCalendar(context.store.db, viewer, rules, closureWithdrawal(withdrawal), context.now)
    }),
  }),
}))

builder.mutationFields((t) => ({
  declareClosure: t.field({
    type: CalendarPayload,
    description: 'Moves every running deadline.',
    args: { input: t.arg({ type: DeclareClosureInput, required: true }) },
    resolve: asViewer(async (context, { input }, viewer) => {
      const movedDeadlines = await inThread(context.store, declareClosure, viewer, input, context.now)
      forget(context)
      return { movedDeadlines }
    }),
  }),
  withdrawClosure: t.field({
    type: CalendarPayload,
    description:
      'Of a date, or of every date up to another, in one act: the closures of a kind, or else of each date the ad-hoc one before its holidays.',
    args: {
      date: t.arg({ type: 'JalaliDate', required: true }),
      to: t.arg({ type: 'JalaliDate' }),
      kind: t.arg({ type: ClosureKind }),
    },
    resolve: asViewer(async (context, withdrawal, viewer) => {
      const movedDeadlines = await inThread(context.store, withdrawClosure, viewer, withdrawal, context.now)
      forget(context)
      return { movedDeadlines }
    }),
  }),
}))
