import { inThread } from '../commands/inThread.ts'
import { previewSlaPolicy, setSlaPolicy } from '../commands/setSlaPolicy.ts'
import { dueOf } from '@goshayesh/shared/deadline'
import { deadlineKinds, targetFor } from '@goshayesh/shared/policy'
import { invalid } from '@goshayesh/shared/refusal'
import { capOf, type Rules } from '../records/Rules.ts'
import { openMilestoneId } from '../commands/knownAgencyCodes.ts'
import { versionOf } from '../records/versionOf.ts'
import { asViewer } from './asViewer.ts'
import { builder } from './builder.ts'
import { ChangePreview } from './ChangePreview.ts'
import { forget, loadersOf } from './Context.ts'
import { Category, DeadlineKind, EscalationParty, Severity, SubjectKind, TargetUnit } from './enums.ts'
import { inputId } from './ids.ts'
import { settingVersion } from './settingVersion.ts'

builder.objectType('SlaTarget', {
  fields: (t) => ({
    kind: t.expose('kind', { type: DeadlineKind }),
    amount: t.exposeInt('amount'),
    unit: t.expose('unit', { type: TargetUnit }),
  }),
})

builder.objectType('SlaRule', {
  description: 'The first rule that matches decides.',
  fields: (t) => ({
    category: t.expose('category', { type: Category, nullable: true }),
    severity: t.expose('severity', { type: Severity, nullable: true }),
    subjectKind: t.expose('subjectKind', { type: SubjectKind, nullable: true }),
    targets: t.expose('targets', { type: ['SlaTarget'] }),
  }),
})

builder.objectType('LadderStep', {
  fields: (t) => ({
    level: t.exposeInt('level'),
    afterMinutes: t.exposeInt('afterMinutes'),
    to: t.expose('to', { type: EscalationParty }),
    label: t.exposeString('label'),
  }),
})

builder.objectType('SlaPolicy', {
  fields: (t) => ({
    rules: t.expose('rules', { type: ['SlaRule'] }),
    ladder: t.expose('ladder', { type: ['LadderStep'] }),
    warnAtPercent: t.expose('warnAtPercent', { type: ['Int'] }),
    version: t.int({
      description: settingVersion.own,
      resolve: (policy) => versionOf.policy(policy),
    }),
  }),
})

const SlaTargetInput = builder.inputType('SlaTargetInput', {
  fields: (t) => ({
    kind: t.field({ type: DeadlineKind, required: true }),
    amount: t.int({ required: true }),
    unit: t.field({ type: TargetUnit, required: true }),
  }),
})

const SlaRuleInput = builder.inputType('SlaRuleInput', {
  fields: (t) => ({
    category: t.field({ type: Category }),
    severity: t.field({ type: Severity }),
    subjectKind: t.field({ type: SubjectKind }),
    targets: t.field({ type: [SlaTargetInput], required: true }),
  }),
})

const LadderStepInput = builder.inputType('LadderStepInput', {
  fields: (t) => ({
    afterMinutes: t.int({ required: true }),
    to: t.field({ type: EscalationParty, required: true }),
    label: t.string({ required: true }),
  }),
})

const SlaPolicyInput = builder.inputType('SlaPolicyInput', {
  fields: (t) => ({
    rules: t.field({ type: [SlaRuleInput], required: true }),
    ladder: t.field({ type: [LadderStepInput], required: true }),
    warnAtPercent: t.intList({ required: true }),
    expectedVersion: t.int({ description: settingVersion.expected }),
  }),
})

const SlaPolicyPayload = builder.objectRef<{ movedDeadlines: number }>('SlaPolicyPayload').implement({
  fields: (t) => ({
    slaPolicy: t.field({
      type: 'SlaPolicy',
      resolve: async (_payload, _args, context) => (await loadersOf(context).rules()).policy,
    }),
    movedDeadlines: t.exposeInt('movedDeadlines'),
  }),
})

const DeadlinePreview = builder
  .objectRef<{ kind: (typeof deadlineKinds)[number]; dueAt: number; cappedBy: number | null; rules: Rules }>(
    'DeadlinePreview',
  )
  .implement({
    fields: (t) => ({
      kind: t.expose('kind', { type: DeadlineKind }),
      dueAt: t.expose('dueAt', { type: 'DateTime' }),
      cappedBy: t.field({
        type: 'Milestone',
        nullable: true,
        resolve: ({ cappedBy, rules }) => {
          const milestone = rules.milestones.find(({ id }) => id === cappedBy)
          return milestone ? { milestone, rules } : null
        },
      }),
    }),
  })

const PreviewDeadlinesInput = builder.inputType('PreviewDeadlinesInput', {
  fields: (t) => ({
    category: t.field({ type: Category, required: true }),
    severity: t.field({ type: Severity, required: true }),
    subjectKind: t.field({ type: SubjectKind, required: true }),
    milestoneId: t.id(),
    at: t.field({ type: 'DateTime' }),
  }),
})

builder.queryFields((t) => ({
  slaPolicy: t.field({
    type: 'SlaPolicy',
    resolve: asViewer(async (context) => (await loadersOf(context).rules()).policy),
  }),
  previewDeadlines: t.field({
    type: [DeadlinePreview],
    description: 'When each clock would fall due if it started at `at`, or now.',
    args: { input: t.arg({ type: PreviewDeadlinesInput, required: true }) },
    resolve: asViewer(async (context, { input }) => {
      const rules = await loadersOf(context).rules()
      const startedAt = input.at ?? context.now
      const facts = {
        subject_kind: input.subjectKind,
        milestone_id: openMilestoneId(rules, inputId('input.milestoneId', input.milestoneId), startedAt),
        created_at: startedAt,
      }
      return deadlineKinds.flatMap((kind) => {
        const cap = kind === 'RESOLVE' ? capOf(rules, facts) : null
        const due = dueWithinReach(rules, { startedAt, target: targetFor(rules.policy, input, kind), cap })
        return due ? [{ kind, ...due, rules }] : []
      })
    }),
  }),
  previewSlaPolicy: t.field({
    type: ChangePreview,
    description: 'Nothing is written.',
    args: { input: t.arg({ type: SlaPolicyInput, required: true }) },
    resolve: asViewer(async (context, { input }, viewer) => {
      const rules = await loadersOf(context).rules()
      return previewSlaPolicy(context.store.db, viewer, rules, input, context.now)
    }),
  }),
}))

builder.mutationFields((t) => ({
  setSlaPolicy: t.field({
    type: SlaPolicyPayload,
    args: { input: t.arg({ type: SlaPolicyInput, required: true }) },
    resolve: asViewer(async (context, { input }, viewer) => {
      const movedDeadlines = await inThread(context.store, setSlaPolicy, viewer, input, context.now)
      forget(context)
      return { movedDeadlines }
    }),
  }),
}))

type Start = Pick<Parameters<typeof dueOf>[1], 'startedAt' | 'target' | 'cap'>

/** Calendars answer for two centuries either way; a start beyond is no start. */
function dueWithinReach({ calendar }: Rules, start: Start) {
  try {
    return dueOf(calendar, { ...start, pauses: [], grant: null })
  } catch (error) {
    if (error instanceof RangeError) throw invalid('input.at', 'BAD_DATE')
    throw error
  }
}
