import { previewCalendar } from '../commands/changeCalendar.ts'
import { inThread } from '../commands/inThread.ts'
import { datedHoursChange, setDatedHours } from '../commands/setDatedHours.ts'
import { officeHoursChange, setOfficeHours } from '../commands/setOfficeHours.ts'
import { datedHoursWithdrawal, withdrawDatedHours } from '../commands/withdrawDatedHours.ts'
import { withdrawOfficeHours } from '../commands/withdrawOfficeHours.ts'
import { asViewer } from './asViewer.ts'
import { builder } from './builder.ts'
import { ChangePreview } from './ChangePreview.ts'
import { forget, loadersOf } from './Context.ts'
import { CalendarPayload } from './WorkingCalendar.ts'
import { settingVersion } from './settingVersion.ts'

const WeekdayHoursInput = builder.inputType('WeekdayHoursInput', {
  description: 'Weekday 0 is Saturday; times as "07:30", and "24:00" may close.',
  fields: (t) => ({
    weekday: t.int({ required: true }),
    opens: t.string({ required: true }),
    closes: t.string({ required: true }),
  }),
})

const OfficeHoursInput = builder.inputType('OfficeHoursInput', {
  description: 'The whole week of a range; without a range, of all the year.',
  fields: (t) => ({
    from: t.field({ type: 'JalaliDate' }),
    to: t.field({ type: 'JalaliDate' }),
    hours: t.field({ type: [WeekdayHoursInput], required: true }),
    expectedVersion: t.int({
      description: settingVersion.expectedOfCalendar,
    }),
  }),
})

const HoursInput = builder.inputType('HoursInput', {
  fields: (t) => ({ opens: t.string({ required: true }), closes: t.string({ required: true }) }),
})

const DatedHoursInput = builder.inputType('DatedHoursInput', {
  fields: (t) => ({
    date: t.field({ type: 'JalaliDate', required: true }),
    name: t.string({ required: true }),
    hours: t.field({ type: [HoursInput], required: true }),
    expectedVersion: t.int({
      description: settingVersion.expectedOfCalendar,
    }),
  }),
})

builder.queryFields((t) => ({
  previewOfficeHours: t.field({
    type: ChangePreview,
    description: 'Nothing is written.',
    args: { input: t.arg({ type: OfficeHoursInput, required: true }) },
    resolve: asViewer(async (context, { input }, viewer) => {
      const rules = await loadersOf(context).rules()
      return previewCalendar(context.store.db, viewer, rules, officeHoursChange(input), context.now)
    }),
  }),
  previewDatedHours: t.field({
    type: ChangePreview,
    description: 'Nothing is written.',
    args: { input: t.arg({ type: DatedHoursInput, required: true }) },
    resolve: asViewer(async (context, { input }, viewer) => {
      const rules = await loadersOf(context).rules()
      return previewCalendar(context.store.db, viewer, rules, datedHoursChange(input), context.now)
    }),
  }),
  previewDatedHoursWithdrawal: t.field({
    type: ChangePreview,
    description: 'Nothing is written.',
    args: { date: t.arg({ type: 'JalaliDate', required: true }) },
    resolve: asViewer(async (context, { date }, viewer) => {
      const rules = await loadersOf(context).rules()
      return previewCalendar(context.store.db, viewer, rules, datedHoursWithdrawal(date), context.now)
    }),
  }),
}))

builder.mutationFields((t) => ({
  setOfficeHours: t.field({
    type: CalendarPayload,
    description: 'Puts a week in the place of that of exactly this range; moves every running deadline.',
    args: { input: t.arg({ type: OfficeHoursInput, required: true }) },
    resolve: asViewer(async (context, { input }, viewer) => {
      const movedDeadlines = await inThread(context.store, setOfficeHours, viewer, input, context.now)
      forget(context)
      return { movedDeadlines }
    }),
  }),
  withdrawOfficeHours: t.field({
    type: CalendarPayload,
    args: {
      from: t.arg({ type: 'JalaliDate', required: true }),
      to: t.arg({ type: 'JalaliDate', required: true }),
    },
    resolve: asViewer(async (context, range, viewer) => {
      const movedDeadlines = await inThread(context.store, withdrawOfficeHours, viewer, range, context.now)
      forget(context)
      return { movedDeadlines }
    }),
  }),
  setDatedHours: t.field({
    type: CalendarPayload,
    description: 'Hours of one date, in the place of any that it had of its own.',
    args: { input: t.arg({ type: DatedHoursInput, required: true }) },
    resolve: asViewer(async (context, { input }, viewer) => {
      const movedDeadlines = await inThread(context.store, setDatedHours, viewer, input, context.now)
      forget(context)
      return { movedDeadlines }
    }),
  }),
  withdrawDatedHours: t.field({
    type: CalendarPayload,
    args: { date: t.arg({ type: 'JalaliDate', required: true }) },
    resolve: asViewer(async (context, { date }, viewer) => {
      const movedDeadlines = await inThread(context.store, withdrawDatedHours, viewer, date, context.now)
      forget(context)
      return { movedDeadlines }
    }),
  }),
}))
