import { addService } from '../commands/addService.ts'
import { editService } from '../commands/editService.ts'
import { asViewer } from './asViewer.ts'
import { builder } from './builder.ts'
import { forget } from './Context.ts'
import { settingVersion } from './settingVersion.ts'

const AddServiceInput = builder.inputType('AddServiceInput', {
  fields: (t) => ({
    code: t.string({ required: true, description: 'Small Latin letters, digits and hyphens.' }),
    agencyCode: t.string({ required: true }),
    nameFa: t.string({ required: true }),
    nameEn: t.string({ required: true }),
    audience: t.string({ required: true, description: 'citizen, business, investor or government.' }),
    channel: t.string({ required: true, description: 'online, in-person or both.' }),
    inSingleWindow: t.boolean({ required: true }),
  }),
})

const EditServiceInput = builder.inputType('EditServiceInput', {
  description: 'What is left out stays as it is.',
  fields: (t) => ({
    code: t.string({ required: true }),
    expectedVersion: t.int({ description: settingVersion.expected }),
    nameFa: t.string(),
    nameEn: t.string(),
    audience: t.string(),
    channel: t.string(),
    inSingleWindow: t.boolean(),
  }),
})

const ServicePayload = builder.objectRef<{ code: string }>('ServicePayload').implement({
  fields: (t) => ({
    service: t.field({
      type: 'Service',
      resolve: async ({ code }, _args, context) => {
        const service = await context.names.services.get(code)
        if (!service) throw new Error(`service ${code} was saved and is not there`)
        return service
      },
    }),
  }),
})

builder.mutationFields((t) => ({
  addService: t.field({
    type: ServicePayload,
    args: { input: t.arg({ type: AddServiceInput, required: true }) },
    resolve: asViewer(async (context, { input }, viewer) => {
      const code = await addService(context.store, viewer, input, context.now)
      forget(context)
      return { code }
    }),
  }),
  editService: t.field({
    type: ServicePayload,
    args: { input: t.arg({ type: EditServiceInput, required: true }) },
    resolve: asViewer(async (context, { input }, viewer) => {
      const code = await editService(context.store, viewer, input, context.now)
      forget(context)
      return { code }
    }),
  }),
}))
