import { setSolutionSteps } from '../commands/setSolutionSteps.ts'
import type { SolutionStepRow } from '../database/tables.ts'
import { asViewer } from './asViewer.ts'
import { builder } from './builder.ts'
import { loadersOf } from './Context.ts'
import { inputId, thingId } from './ids.ts'
import { ObstaclePayload, shown } from './ObstaclePayload.ts'

const SolutionStep = builder.objectRef<SolutionStepRow>('SolutionStep').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    text: t.exposeString('text'),
    doneAt: t.expose('done_at', { type: 'DateTime', nullable: true }),
    plannedFor: t.expose('planned_for', { type: 'JalaliDate', nullable: true }),
  }),
})

builder.objectField('Obstacle', 'solutionSteps', (t) =>
  t.field({
    type: [SolutionStep],
    description: 'How it is being solved, in order.',
    resolve: async ({ record }, _args, context) =>
      (await loadersOf(context).solutionSteps.get(record.obstacle.id)) ?? [],
  }),
)

const SolutionStepInput = builder.inputType('SolutionStepInput', {
  fields: (t) => ({
    id: t.id({ description: 'Of a step that is there already.' }),
    text: t.string({ required: true }),
    done: t.boolean({ required: true, defaultValue: false }),
    plannedFor: t.field({ type: 'JalaliDate' }),
  }),
})

const SolutionStepsInput = builder.inputType('SolutionStepsInput', {
  fields: (t) => ({
    id: t.id({ required: true }),
    expectedVersion: t.int(),
    steps: t.field({ type: [SolutionStepInput], required: true, description: 'All of them; up to 20.' }),
  }),
})

builder.mutationFields((t) => ({
  setSolutionSteps: t.field({
    type: ObstaclePayload,
    description: 'A step that is left out goes.',
    args: { input: t.arg({ type: SolutionStepsInput, required: true }) },
    resolve: asViewer((context, { input }, viewer) => {
      const steps = input.steps.map((step, index) => ({
        ...step,
        id: inputId(`input.steps.${index}.id`, step.id),
      }))
      const set = { ...input, id: thingId(input.id), steps }
      return shown(context, setSolutionSteps(context.store, viewer, set, context.now))
    }),
  }),
}))
