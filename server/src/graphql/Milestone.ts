import { defineMilestone, previewMilestone } from '../commands/defineMilestone.ts'
import { editMilestone, previewMilestoneEdit } from '../commands/editMilestone.ts'
import { inThread } from '../commands/inThread.ts'
import { previewMilestoneWithdrawal, withdrawMilestone } from '../commands/withdrawMilestone.ts'
import type { MilestoneCounts } from '../queries/milestoneCounts.ts'
import { versionOf } from '../records/versionOf.ts'
import { asViewer } from './asViewer.ts'
import { builder } from './builder.ts'
import { ChangePreview } from './ChangePreview.ts'
import { forget, loadersOf } from './Context.ts'
import { SubjectKind } from './enums.ts'
import { thingId } from './ids.ts'
import { settingVersion } from './settingVersion.ts'

builder.objectType('Milestone', {
  fields: (t) => {
    const count = (name: keyof MilestoneCounts) =>
      t.int({
        resolve: async ({ milestone }, _args, context) =>
          (await loadersOf(context).milestoneCounts.get(milestone.id))?.[name] ?? 0,
      })
    return {
      id: t.id({ resolve: ({ milestone }) => milestone.id }),
      name: t.string({ resolve: ({ milestone }) => milestone.name }),
      dueDate: t.field({ type: 'JalaliDate', resolve: ({ milestone }) => milestone.due_date }),
      dueAt: t.field({
        type: 'DateTime',
        description: 'The last instant of that day.',
        resolve: ({ milestone }) => milestone.due_at,
      }),
      subjectKind: t.field({
        type: SubjectKind,
        nullable: true,
        description: 'Null: every obstacle that names it.',
        resolve: ({ milestone }) => milestone.subject_kind,
      }),
      version: t.int({
        description: settingVersion.own,
        resolve: ({ milestone }) => versionOf.milestone(milestone),
      }),
      totalCount: count('totalCount'),
      doneCount: count('doneCount'),
      overdueCount: count('overdueCount'),
      workingDaysLeft: t.int({
        resolve: ({ milestone, rules }, _args, { now }) =>
          rules.calendar.workingDaysLeft(now, milestone.due_at),
      }),
    }
  },
})

const MilestoneInput = builder.inputType('MilestoneInput', {
  fields: (t) => ({
    name: t.string({ required: true }),
    dueDate: t.field({ type: 'JalaliDate', required: true }),
    subjectKind: t.field({ type: SubjectKind }),
  }),
})

const EditMilestoneInput = builder.inputType('EditMilestoneInput', {
  description: 'What is left out stays as it is.',
  fields: (t) => ({
    id: t.id({ required: true }),
    expectedVersion: t.int({ description: settingVersion.expected }),
    name: t.string(),
    dueDate: t.field({ type: 'JalaliDate' }),
  }),
})

const MilestonePayload = builder
  .objectRef<{ milestoneId: number; movedDeadlines: number }>('MilestonePayload')
  .implement({
    fields: (t) => ({
      milestone: t.field({
        type: 'Milestone',
        resolve: async ({ milestoneId }, _args, context) => {
          const rules = await loadersOf(context).rules()
          const milestone = rules.milestones.find(({ id }) => id === milestoneId)
          if (!milestone) throw new Error(`milestone ${milestoneId} was defined and is not there`)
          return { milestone, rules }
        },
      }),
      movedDeadlines: t.exposeInt('movedDeadlines'),
    }),
  })

const WithdrawMilestonePayload = builder
  .objectRef<{ movedDeadlines: number }>('WithdrawMilestonePayload')
  .implement({ fields: (t) => ({ movedDeadlines: t.exposeInt('movedDeadlines') }) })

builder.queryFields((t) => ({
  milestones: t.field({
    type: ['Milestone'],
    resolve: asViewer(async (context) => {
      const rules = await loadersOf(context).rules()
      return rules.milestones.map((milestone) => ({ milestone, rules }))
    }),
  }),
  previewMilestone: t.field({
    type: ChangePreview,
    description: 'Nothing is written.',
    args: { input: t.arg({ type: MilestoneInput, required: true }) },
    resolve: asViewer(async (context, { input }, viewer) => {
      const rules = await loadersOf(context).rules()
      return previewMilestone(context.store.db, viewer, rules, input, context.now)
    }),
  }),
  previewMilestoneEdit: t.field({
    type: ChangePreview,
    description: 'Nothing is written.',
    args: { input: t.arg({ type: EditMilestoneInput, required: true }) },
    resolve: asViewer(async (context, { input }, viewer) => {
      const rules = await loadersOf(context).rules()
      const edit = { ...input, id: thingId(input.id) }
      return previewMilestoneEdit(context.store.db, viewer, rules, edit, context.now)
    }),
  }),
  previewMilestoneWithdrawal: t.field({
    type: ChangePreview,
    description: 'Nothing is written.',
    args: { id: t.arg.id({ required: true }) },
    resolve: asViewer(async (context, { id }, viewer) => {
      const rules = await loadersOf(context).rules()
      return previewMilestoneWithdrawal(context.store.db, viewer, rules, thingId(id), context.now)
    }),
  }),
}))

builder.mutationFields((t) => ({
  defineMilestone: t.field({
    type: MilestonePayload,
    args: { input: t.arg({ type: MilestoneInput, required: true }) },
    resolve: asViewer(async (context, { input }, viewer) => {
      const defined = await inThread(context.store, defineMilestone, viewer, input, context.now)
      forget(context)
      return defined
    }),
  }),
  editMilestone: t.field({
    type: MilestonePayload,
    args: { input: t.arg({ type: EditMilestoneInput, required: true }) },
    resolve: asViewer(async (context, { input }, viewer) => {
      const edit = { ...input, id: thingId(input.id) }
      const edited = await inThread(context.store, editMilestone, viewer, edit, context.now)
      forget(context)
      return edited
    }),
  }),
  withdrawMilestone: t.field({
    type: WithdrawMilestonePayload,
    description: 'Obstacles put under it are set free; what ended under it stays as it was.',
    args: { id: t.arg.id({ required: true }) },
    resolve: asViewer(async (context, { id }, viewer) => {
      const movedDeadlines = await inThread(
        context.store,
        withdrawMilestone,
        viewer,
        thingId(id),
        context.now,
      )
      forget(context)
      return { movedDeadlines }
    }),
  }),
}))
