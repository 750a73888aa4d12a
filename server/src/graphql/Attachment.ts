import type { AttachmentRow } from '../database/tables.ts'
import { builder } from './builder.ts'
import { loadersOf } from './Context.ts'
import { personOf } from './personOf.ts'

const Attachment = builder.objectRef<AttachmentRow>('Attachment').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    mime: t.exposeString('mime'),
    size: t.exposeInt('size', { description: 'Bytes.' }),
    uploadedBy: t.field({
      type: 'User',
      resolve: ({ uploaded_by }, _args, context) => personOf(context, uploaded_by),
    }),
    uploadedAt: t.expose('uploaded_at', { type: 'DateTime' }),
    url: t.string({
      description: 'Where it is read from, by whoever sees the obstacle.',
      resolve: ({ id }) => `/attachments/${id}`,
    }),
  }),
})

builder.objectField('Obstacle', 'attachments', (t) =>
  t.field({
    type: [Attachment],
    resolve: async ({ record }, _args, context) =>
      (await loadersOf(context).attachments.get(record.obstacle.id)) ?? [],
  }),
)
