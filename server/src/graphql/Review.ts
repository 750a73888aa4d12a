import type { DeadlineKind as Clock, SubjectKind as Kind } from '@goshayesh/shared/policy'
import { knownMilestoneId } from '../commands/knownAgencyCodes.ts'
import type { MilestoneRow } from '../database/tables.ts'
import { checkList } from '../queries/checkList.ts'
import { extensionCounts, type ExtensionCounts as Extensions } from '../queries/extensionCounts.ts'
import type { Forecast as ForecastShape } from '../queries/forecastTotal.ts'
import { lastMonths } from '../queries/lastMonths.ts'
import { medianResolveMinutes } from '../queries/medianResolveMinutes.ts'
import { onTimeCounts, type OnTimeCount } from '../queries/onTimeCounts.ts'
import { resistanceTrend, type MonthCount as MonthShape } from '../queries/resistanceTrend.ts'
import type { ReviewScope } from '../queries/reviewedObstacles.ts'
import { reviewProgress, type BurnupPoint as Point, type ReviewProgress } from '../queries/reviewProgress.ts'
import { upcomingDays, type UpcomingDay as Day } from '../queries/upcomingDays.ts'
import type { Rules } from '../records/Rules.ts'
import { asViewer } from './asViewer.ts'
import { builder } from './builder.ts'
import { sightOf } from './Context.ts'
import { DeadlineKind, SubjectKind } from './enums.ts'
import { inputId } from './ids.ts'
import { reviewDefinitions } from './reviewDefinitions.ts'
import { reasonText } from './whyText.ts'

const Forecast = builder.objectRef<ForecastShape>('Forecast').implement({
  description: 'Resolved by the milestone, from low to high.',
  fields: (t) => ({
    low: t.exposeInt('low'),
    high: t.exposeInt('high'),
    confidence: t.exposeInt('confidence', { description: 'Percent.' }),
  }),
})

const BurnupPoint = builder.objectRef<Point>('BurnupPoint').implement({
  description: 'By the end of a working day.',
  fields: (t) => ({
    date: t.expose('date', { type: 'JalaliDate' }),
    logged: t.exposeInt('logged'),
    resolved: t.exposeInt('resolved'),
  }),
})

const UpcomingDay = builder.objectRef<Day>('UpcomingDay').implement({
  fields: (t) => ({
    date: t.expose('date', { type: 'JalaliDate' }),
    count: t.exposeInt('count'),
    closed: t.boolean({ resolve: ({ reason }) => reason !== null }),
    reason: t.string({
      nullable: true,
      description: 'Why the office is closed.',
      resolve: ({ reason }, _args, { language }) => reason && reasonText(reason, language),
    }),
  }),
})

/** What the working group has set itself. */
const goalPercent: Record<Clock, number> = { ASSIGN: 95, ACKNOWLEDGE: 95, RESOLVE: 90, VERIFY: 95 }

const OnTime = builder.objectRef<OnTimeCount>('OnTime').implement({
  fields: (t) => ({
    kind: t.expose('kind', { type: DeadlineKind }),
    met: t.exposeInt('met'),
    missed: t.exposeInt('missed'),
    goalPercent: t.int({ resolve: ({ kind }) => goalPercent[kind] }),
  }),
})

const ExtensionCounts = builder.objectRef<Extensions>('ExtensionCounts').implement({
  fields: (t) => ({
    requested: t.exposeInt('requested'),
    approved: t.exposeInt('approved'),
    denied: t.exposeInt('denied'),
    pending: t.exposeInt('pending'),
  }),
})

const MonthCount = builder.objectRef<MonthShape>('MonthCount').implement({
  fields: (t) => ({
    month: t.exposeString('month', { description: 'Jalali: "1405-04".' }),
    count: t.exposeInt('count'),
  }),
})

const Definition = builder.objectRef<{ key: string; text: string }>('Definition').implement({
  fields: (t) => ({ key: t.exposeString('key'), text: t.exposeString('text') }),
})

const Review = builder.objectRef<ReviewScope & ReviewProgress>('Review').implement({
  description: 'Figures of what the viewer sees; `definitions` tells what each one counts.',
  fields: (t) => ({
    milestone: t.field({
      type: 'Milestone',
      nullable: true,
      description: 'Until when it looks ahead: the one asked for, or the next.',
      resolve: ({ milestone, sight: { rules } }) => milestone && { milestone, rules },
    }),
    totalCount: t.exposeInt('totalCount'),
    resolvedCount: t.exposeInt('resolvedCount'),
    openCount: t.exposeInt('openCount', { description: 'Not resolved.' }),
    overdueCount: t.exposeInt('overdueCount'),
    pacePerDay: t.exposeFloat('pacePerDay', {
      nullable: true,
      description: 'Null before the first whole working day.',
    }),
    paceFrom: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'What was resolved from here on and before `paceTo` makes the pace.',
      resolve: ({ paceBetween }) => paceBetween?.from ?? null,
    }),
    paceTo: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: ({ paceBetween }) => paceBetween?.to ?? null,
    }),
    since: t.expose('since', {
      type: 'DateTime',
      description: 'From here on `onTime` and `extensions` are counted.',
    }),
    neededPerDay: t.exposeFloat('neededPerDay', {
      nullable: true,
      description: 'Null without a milestone ahead.',
    }),
    forecast: t.expose('forecast', { type: Forecast, nullable: true }),
    burnup: t.expose('burnup', { type: [BurnupPoint] }),
    upcoming: t.field({
      type: [UpcomingDay],
      description: 'From today to the milestone, at most 60 civil days; two weeks without one.',
      resolve: (review, _args, { store }) => upcomingDays(store.db, review),
    }),
    onTime: t.field({
      type: [OnTime],
      resolve: (review, _args, { store }) => onTimeCounts(store.db, review, review.since),
    }),
    medianResolveMinutes: t.int({
      nullable: true,
      description: 'Working minutes, of this Jalali month.',
      resolve: (review, _args, { store }) => {
        const [month] = monthsOf(review)
        return medianResolveMinutes(store.db, review, month, review.sight.now + 1)
      },
    }),
    medianResolveMinutesBefore: t.int({
      nullable: true,
      description: 'Of the month before.',
      resolve: (review, _args, { store }) => {
        const [month, before] = monthsOf(review)
        return medianResolveMinutes(store.db, review, before, month)
      },
    }),
    extensions: t.field({
      type: ExtensionCounts,
      resolve: (review, _args, { store }) => extensionCounts(store.db, review, review.since),
    }),
    resistanceTrend: t.field({
      type: [MonthCount],
      description: 'The last 12 months, never by agency.',
      resolve: (review, _args, { store }) => resistanceTrend(store.db, review),
    }),
    definitions: t.field({
      type: [Definition],
      resolve: (_review, _args, { language }) =>
        Object.entries(reviewDefinitions).map(([key, text]) => ({ key, text: text[language] })),
    }),
  }),
})

builder.queryFields((t) => ({
  review: t.field({
    type: Review,
    args: { subjectKind: t.arg({ type: [SubjectKind] }), milestoneId: t.arg.id() },
    resolve: asViewer(async (context, { subjectKind, milestoneId }) => {
      checkList('subjectKind', subjectKind)
      const sight = await sightOf(context)
      const { rules, now } = sight
      const id = knownMilestoneId(rules, inputId('milestoneId', milestoneId), 'milestoneId')
      const kinds = subjectKind ?? null
      const milestone = id === null ? nextMilestone(rules, kinds, now) : milestoneWith(rules, id)
      const scope = { sight, kinds, milestoneId: id, milestone }
      return { ...scope, ...(await reviewProgress(context.store.db, scope)) }
    }),
  }),
}))

/** The first instants of this month and of the one before. */
function monthsOf({ sight: { rules, now } }: ReviewScope): [number, number] {
  const [before, month] = lastMonths(rules.calendar, now, 2)
  return [month?.start ?? now, before?.start ?? now]
}

function nextMilestone(
  { milestones }: Rules,
  kinds: readonly Kind[] | null,
  now: number,
): MilestoneRow | null {
  const concerns = (kind: Kind | null) => kind === null || kinds === null || kinds.includes(kind)
  return milestones.find(({ due_at, subject_kind }) => due_at > now && concerns(subject_kind)) ?? null
}

function milestoneWith({ milestones }: Rules, id: number): MilestoneRow | null {
  return milestones.find((milestone) => milestone.id === id) ?? null
}
