import { nextDeadlineOf } from '../records/ObstacleRecord.ts'
import { milestoneOf } from '../records/Rules.ts'
import { actionsOf } from '../queries/actionsOf.ts'
import { slaStateOf } from '../queries/slaState.ts'
import { builder } from './builder.ts'
import { loadersOf, viewerOf } from './Context.ts'
import { Category, ObstacleAction, ObstacleStatus, Severity, SlaState, SubjectKind } from './enums.ts'
import { personOf } from './personOf.ts'
import { seenDeadline } from './shapes.ts'

builder.objectType('Obstacle', {
  extensions: { steady: true },
  fields: (t) => ({
    id: t.id({ resolve: ({ record }) => record.obstacle.id }),
    ref: t.string({
      description: 'A running number within the province: "OB-104"; Persian text shows «م-۱۰۴».',
      resolve: ({ record }) => `OB-${record.obstacle.number}`,
    }),
    title: t.string({ resolve: ({ record }) => record.obstacle.title }),
    description: t.string({ resolve: ({ record }) => record.obstacle.description }),
    subjectKind: t.field({ type: SubjectKind, resolve: ({ record }) => record.obstacle.subject_kind }),
    agency: t.field({
      type: 'Agency',
      nullable: true,
      resolve: ({ record: { obstacle } }, _args, context) =>
        obstacle.agency_code === null ? null : context.names.agencies.get(obstacle.agency_code),
    }),
    service: t.field({
      type: 'Service',
      nullable: true,
      resolve: ({ record: { obstacle } }, _args, context) =>
        obstacle.service_code === null ? null : context.names.services.get(obstacle.service_code),
    }),
    affectedAgencies: t.field({
      type: ['Agency'],
      resolve: ({ record }, _args, context) =>
        record.affectedAgencyCodes.length === 0 ? [] : context.names.agencies.all(record.affectedAgencyCodes),
    }),
    category: t.field({ type: Category, resolve: ({ record }) => record.obstacle.category }),
    severity: t.field({ type: Severity, resolve: ({ record }) => record.obstacle.severity }),
    status: t.field({ type: ObstacleStatus, resolve: ({ record }) => record.obstacle.status }),
    reporter: t.field({
      type: 'User',
      resolve: ({ record }, _args, context) => personOf(context, record.obstacle.reporter_id),
    }),
    owner: t.field({
      type: 'User',
      nullable: true,
      resolve: ({ record: { obstacle } }, _args, context) =>
        obstacle.owner_id === null ? null : context.names.people.get(obstacle.owner_id),
    }),
    milestone: t.field({
      type: 'Milestone',
      nullable: true,
      resolve: ({ record, rules }) => {
        const milestone = milestoneOf(rules, record.obstacle)
        return milestone && { milestone, rules }
      },
    }),
    deadlines: t.field({
      type: ['Deadline'],
      resolve: (seen) => seen.record.deadlines.map((deadline) => seenDeadline(seen, deadline)),
    }),
    nextDeadline: t.field({
      type: 'Deadline',
      nullable: true,
      description: 'The earliest one whose clock runs or stands paused.',
      resolve: (seen) => {
        const deadline = nextDeadlineOf(seen.record.deadlines)
        return deadline && seenDeadline(seen, deadline)
      },
    }),
    overdue: t.boolean({ resolve: ({ record }) => record.obstacle.overdue === 1 }),
    slaState: t.field({
      type: SlaState,
      resolve: ({ record }, _args, { now }) => slaStateOf(record.obstacle, now),
    }),
    escalationLevel: t.int({ resolve: ({ record }) => record.obstacle.escalation_level }),
    displayLevel: t.int({
      description: 'The rung on screens, where the owner is rung 1.',
      resolve: ({ record }) => record.obstacle.escalation_level + 1,
    }),
    waiting: t.field({ type: 'Waiting', nullable: true, resolve: ({ record }) => record.waiting }),
    windowStep: t.string({
      nullable: true,
      description: 'At which step of the single window it stands.',
      resolve: ({ record }) => record.obstacle.window_step,
    }),
    letterNumber: t.string({ nullable: true, resolve: ({ record }) => record.obstacle.letter_number }),
    letterDate: t.field({
      type: 'JalaliDate',
      nullable: true,
      resolve: ({ record }) => record.obstacle.letter_date,
    }),
    solution: t.string({ nullable: true, resolve: ({ record }) => record.obstacle.solution }),
    rejectionReason: t.string({ nullable: true, resolve: ({ record }) => record.obstacle.rejection_reason }),
    mergedInto: t.field({
      type: 'Obstacle',
      nullable: true,
      resolve: ({ record: { obstacle } }, _args, context) =>
        obstacle.merged_into_id === null ? null : loadersOf(context).obstacles.get(obstacle.merged_into_id),
    }),
    extensions: t.field({
      type: ['Extension'],
      resolve: (seen) => seen.record.extensions.map((extension) => ({ seen, extension })),
    }),
    actions: t.field({
      type: [ObstacleAction],
      description: 'What the viewer may do now.',
      resolve: (seen, _args, context) => actionsOf(viewerOf(context), seen),
    }),
    followed: t.boolean({
      description: 'The viewer hears what happens to it.',
      resolve: async ({ record }, _args, context) =>
        (await loadersOf(context).followed.get(record.obstacle.id)) ?? false,
    }),
    commentCount: t.int({ resolve: ({ record }) => record.obstacle.comment_count }),
    version: t.int({ resolve: ({ record }) => record.obstacle.version }),
    createdAt: t.field({ type: 'DateTime', resolve: ({ record }) => record.obstacle.created_at }),
    updatedAt: t.field({ type: 'DateTime', resolve: ({ record }) => record.obstacle.updated_at }),
  }),
})
