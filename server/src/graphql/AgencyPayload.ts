import { addAgency } from '../commands/addAgency.ts'
import { editAgency } from '../commands/editAgency.ts'
import { asViewer } from './asViewer.ts'
import { builder } from './builder.ts'
import { forget } from './Context.ts'
import { ActivationStage, AgencyField } from './enums.ts'
import { inputId } from './ids.ts'
import { settingVersion } from './settingVersion.ts'

const AddAgencyInput = builder.inputType('AddAgencyInput', {
  fields: (t) => ({
    code: t.string({ required: true, description: 'Small Latin letters, digits and hyphens.' }),
    nameFa: t.string({ required: true }),
    nameEn: t.string({ required: true }),
    kind: t.string({ required: true }),
    field: t.field({ type: AgencyField, required: true }),
  }),
})

const EditAgencyInput = builder.inputType('EditAgencyInput', {
  description: 'What is left out stays as it is.',
  fields: (t) => ({
    code: t.string({ required: true }),
    expectedVersion: t.int({ description: settingVersion.expected }),
    nameFa: t.string(),
    nameEn: t.string(),
    kind: t.string(),
    field: t.field({ type: AgencyField }),
    stage: t.field({ type: ActivationStage }),
    stageReason: t.string({ description: 'Obligatory where the stage changes.' }),
    focalPointId: t.id({ description: 'An active official of the agency; null: nobody.' }),
  }),
})

const AgencyPayload = builder.objectRef<{ code: string }>('AgencyPayload').implement({
  fields: (t) => ({
    agency: t.field({
      type: 'Agency',
      resolve: async ({ code }, _args, context) => {
        const agency = await context.names.agencies.get(code)
        if (!agency) throw new Error(`agency ${code} was saved and is not there`)
        return agency
      },
    }),
  }),
})

builder.mutationFields((t) => ({
  addAgency: t.field({
    type: AgencyPayload,
    args: { input: t.arg({ type: AddAgencyInput, required: true }) },
    resolve: asViewer(async (context, { input }, viewer) => {
      const code = await addAgency(context.store, viewer, input, context.now)
      forget(context)
      return { code }
    }),
  }),
  editAgency: t.field({
    type: AgencyPayload,
    args: { input: t.arg({ type: EditAgencyInput, required: true }) },
    resolve: asViewer(async (context, { input }, viewer) => {
      const focalPointId = inputId('input.focalPointId', input.focalPointId)
      const code = await editAgency(context.store, viewer, { ...input, focalPointId }, context.now)
      forget(context)
      return { code }
    }),
  }),
}))
