import { builder } from './builder.ts'
import { ActivationStage } from './enums.ts'
import { personOf } from './personOf.ts'

builder.objectType('StageChange', {
  fields: (t) => ({
    before: t.expose('before', { type: ActivationStage }),
    after: t.expose('after', { type: ActivationStage }),
    reason: t.exposeString('reason'),
    at: t.field({ type: 'DateTime', resolve: ({ changed_at }) => changed_at }),
    by: t.field({ type: 'User', resolve: ({ changed_by }, _args, context) => personOf(context, changed_by) }),
  }),
})
