import { builder } from './builder.ts'
import { ExtensionDecision } from './enums.ts'
import { personOf } from './personOf.ts'
import { seenDeadline } from './shapes.ts'

builder.objectType('Extension', {
  fields: (t) => ({
    id: t.id({ resolve: ({ extension }) => extension.id }),
    deadline: t.field({
      type: 'Deadline',
      resolve: ({ seen, extension }) => {
        const deadline = seen.record.deadlines.find(({ id }) => id === extension.deadline_id)
        if (!deadline) throw new Error(`deadline ${extension.deadline_id} of an extension is not there`)
        return seenDeadline(seen, deadline)
      },
    }),
    requestedBy: t.field({
      type: 'User',
      resolve: ({ extension }, _args, context) => personOf(context, extension.requested_by),
    }),
    requestedAt: t.field({ type: 'DateTime', resolve: ({ extension }) => extension.requested_at }),
    reason: t.string({ resolve: ({ extension }) => extension.reason }),
    until: t.field({ type: 'JalaliDate', resolve: ({ extension }) => extension.until }),
    decision: t.field({ type: ExtensionDecision, resolve: ({ extension }) => extension.decision }),
    decidedBy: t.field({
      type: 'User',
      nullable: true,
      resolve: ({ extension }, _args, context) =>
        extension.decided_by === null ? null : context.names.people.get(extension.decided_by),
    }),
    decidedAt: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: ({ extension }) => extension.decided_at,
    }),
    note: t.string({ nullable: true, resolve: ({ extension }) => extension.note }),
  }),
})
