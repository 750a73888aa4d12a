import { Refusal } from '@goshayesh/shared/refusal'
import { acknowledgeObstacle } from '../commands/acknowledgeObstacle.ts'
import { assignObstacle } from '../commands/assignObstacle.ts'
import { commentObstacle } from '../commands/commentObstacle.ts'
import { decideExtension } from '../commands/decideExtension.ts'
import { editObstacle } from '../commands/editObstacle.ts'
import { joinObstacle } from '../commands/joinObstacle.ts'
import { leaveObstacle } from '../commands/leaveObstacle.ts'
import { logObstacle } from '../commands/logObstacle.ts'
import { mergeObstacle } from '../commands/mergeObstacle.ts'
import { rejectObstacle } from '../commands/rejectObstacle.ts'
import { reopenObstacle } from '../commands/reopenObstacle.ts'
import { requestExtension } from '../commands/requestExtension.ts'
import { resolveObstacle } from '../commands/resolveObstacle.ts'
import { resumeObstacle } from '../commands/resumeObstacle.ts'
import { setFollowing } from '../commands/setFollowing.ts'
import { startObstacle } from '../commands/startObstacle.ts'
import { verifyObstacle } from '../commands/verifyObstacle.ts'
import { waitObstacle } from '../commands/waitObstacle.ts'
import type { SeenObstacle } from '../queries/seenObstacles.ts'
import { asViewer } from './asViewer.ts'
import { builder } from './builder.ts'
import { forget, loadersOf, type Context } from './Context.ts'
import { Category, DeadlineKind, Severity, SubjectKind, WaitingOn } from './enums.ts'
import { inputId, thingId } from './ids.ts'

export const ObstaclePayload = builder.objectRef<SeenObstacle>('ObstaclePayload').implement({
  fields: (t) => ({ obstacle: t.field({ type: 'Obstacle', resolve: (seen) => seen }) }),
})

const FollowingInput = builder.inputType('FollowingInput', {
  fields: (t) => ({ id: t.id({ required: true }), following: t.boolean({ required: true }) }),
})

const LogObstacleInput = builder.inputType('LogObstacleInput', {
  fields: (t) => ({
    idempotencyKey: t.string({ description: 'The same key again answers with the same obstacle.' }),
    title: t.string({ required: true, description: '3 to 200 characters.' }),
    description: t.string({ required: true, defaultValue: '', description: 'Up to 10,000 characters.' }),
    subjectKind: t.field({ type: SubjectKind, required: true }),
    agencyCode: t.string({ description: 'Needed for AGENCY.' }),
    serviceCode: t.string({ description: 'Needed for SERVICE.' }),
    affectedAgencyCodes: t.stringList(),
    category: t.field({ type: Category, required: true }),
    severity: t.field({ type: Severity, required: true }),
    milestoneId: t.id(),
    windowStep: t.string({ description: 'Of the single window only; up to 100 characters.' }),
    letterNumber: t.string({ description: 'Up to 60 characters.' }),
    letterDate: t.field({ type: 'JalaliDate' }),
  }),
})

const EditObstacleInput = builder.inputType('EditObstacleInput', {
  fields: (t) => ({
    id: t.id({ required: true }),
    expectedVersion: t.int(),
    title: t.string(),
    description: t.string(),
    category: t.field({ type: Category }),
    severity: t.field({ type: Severity }),
    affectedAgencyCodes: t.stringList(),
    milestoneId: t.id(),
    windowStep: t.string({ description: 'Null takes it away, as with the letter.' }),
    letterNumber: t.string(),
    letterDate: t.field({ type: 'JalaliDate' }),
  }),
})

const AssignObstacleInput = builder.inputType('AssignObstacleInput', {
  fields: (t) => ({
    id: t.id({ required: true }),
    expectedVersion: t.int(),
    ownerId: t.id({ required: true }),
    note: t.string(),
  }),
})

const ObstacleStepInput = builder.inputType('ObstacleStepInput', {
  fields: (t) => ({ id: t.id({ required: true }), expectedVersion: t.int(), note: t.string() }),
})

const ReasonedStepInput = builder.inputType('ReasonedStepInput', {
  fields: (t) => ({
    id: t.id({ required: true }),
    expectedVersion: t.int(),
    reason: t.string({ required: true }),
  }),
})

const WaitObstacleInput = builder.inputType('WaitObstacleInput', {
  fields: (t) => ({
    id: t.id({ required: true }),
    expectedVersion: t.int(),
    on: t.field({ type: WaitingOn, required: true }),
    party: t.string({ required: true }),
    reason: t.string({ required: true }),
    until: t.field({ type: 'JalaliDate', required: true }),
  }),
})

const ResolveObstacleInput = builder.inputType('ResolveObstacleInput', {
  fields: (t) => ({
    id: t.id({ required: true }),
    expectedVersion: t.int(),
    solution: t.string({ required: true }),
  }),
})

const MergeObstacleInput = builder.inputType('MergeObstacleInput', {
  fields: (t) => ({
    id: t.id({ required: true }),
    expectedVersion: t.int(),
    intoId: t.id({ required: true }),
  }),
})

const CommentInput = builder.inputType('CommentInput', {
  fields: (t) => ({
    id: t.id({ required: true }),
    text: t.string({ required: true }),
    mentionIds: t.idList({ description: 'Up to 20 people who see the obstacle; they are told.' }),
  }),
})

const RequestExtensionInput = builder.inputType('RequestExtensionInput', {
  fields: (t) => ({
    id: t.id({ required: true }),
    expectedVersion: t.int(),
    kind: t.field({ type: DeadlineKind, required: true }),
    until: t.field({ type: 'JalaliDate', required: true }),
    reason: t.string({ required: true }),
  }),
})

const DecideExtensionInput = builder.inputType('DecideExtensionInput', {
  fields: (t) => ({
    extensionId: t.id({ required: true }),
    approve: t.boolean({ required: true }),
    note: t.string(),
  }),
})

builder.mutationFields((t) => {
  const step = (take: typeof startObstacle) =>
    t.field({
      type: ObstaclePayload,
      args: { input: t.arg({ type: ObstacleStepInput, required: true }) },
      resolve: asViewer((context, { input }, viewer) =>
        shown(context, take(context.store, viewer, { ...input, id: thingId(input.id) }, context.now)),
      ),
    })
  const reasonedStep = (take: typeof reopenObstacle) =>
    t.field({
      type: ObstaclePayload,
      args: { input: t.arg({ type: ReasonedStepInput, required: true }) },
      resolve: asViewer((context, { input }, viewer) =>
        shown(context, take(context.store, viewer, { ...input, id: thingId(input.id) }, context.now)),
      ),
    })
  return {
    logObstacle: t.field({
      type: ObstaclePayload,
      args: { input: t.arg({ type: LogObstacleInput, required: true }) },
      resolve: asViewer((context, { input }, viewer) => {
        const milestoneId = inputId('input.milestoneId', input.milestoneId)
        return shown(context, logObstacle(context.store, viewer, { ...input, milestoneId }, context.now))
      }),
    }),
    editObstacle: t.field({
      type: ObstaclePayload,
      args: { input: t.arg({ type: EditObstacleInput, required: true }) },
      resolve: asViewer((context, { input }, viewer) => {
        const ids = { id: thingId(input.id), milestoneId: inputId('input.milestoneId', input.milestoneId) }
        return shown(context, editObstacle(context.store, viewer, { ...input, ...ids }, context.now))
      }),
    }),
    assignObstacle: t.field({
      type: ObstaclePayload,
      args: { input: t.arg({ type: AssignObstacleInput, required: true }) },
      resolve: asViewer((context, { input }, viewer) => {
        const ids = { id: thingId(input.id), ownerId: inputId('input.ownerId', input.ownerId) }
        return shown(context, assignObstacle(context.store, viewer, { ...input, ...ids }, context.now))
      }),
    }),
    acknowledgeObstacle: step(acknowledgeObstacle),
    startObstacle: step(startObstacle),
    waitObstacle: t.field({
      type: ObstaclePayload,
      args: { input: t.arg({ type: WaitObstacleInput, required: true }) },
      resolve: asViewer((context, { input }, viewer) =>
        shown(context, waitObstacle(context.store, viewer, { ...input, id: thingId(input.id) }, context.now)),
      ),
    }),
    resumeObstacle: step(resumeObstacle),
    resolveObstacle: t.field({
      type: ObstaclePayload,
      args: { input: t.arg({ type: ResolveObstacleInput, required: true }) },
      resolve: asViewer((context, { input }, viewer) =>
        shown(
          context,
          resolveObstacle(context.store, viewer, { ...input, id: thingId(input.id) }, context.now),
        ),
      ),
    }),
    verifyObstacle: step(verifyObstacle),
    reopenObstacle: reasonedStep(reopenObstacle),
    rejectObstacle: reasonedStep(rejectObstacle),
    mergeObstacle: t.field({
      type: ObstaclePayload,
      args: { input: t.arg({ type: MergeObstacleInput, required: true }) },
      resolve: asViewer((context, { input }, viewer) => {
        const ids = { id: thingId(input.id), intoId: inputId('input.intoId', input.intoId) }
        return shown(context, mergeObstacle(context.store, viewer, { ...input, ...ids }, context.now))
      }),
    }),
    commentObstacle: t.field({
      type: ObstaclePayload,
      args: { input: t.arg({ type: CommentInput, required: true }) },
      resolve: asViewer((context, { input }, viewer) => {
        const mentionIds = input.mentionIds?.map((id, index) => inputId(`input.mentionIds.${index}`, id))
        const ids = { id: thingId(input.id), mentionIds }
        return shown(context, commentObstacle(context.store, viewer, { ...input, ...ids }, context.now))
      }),
    }),
    joinObstacle: step(joinObstacle),
    leaveObstacle: step(leaveObstacle),
    setFollowing: t.field({
      type: ObstaclePayload,
      description: 'Whether the viewer hears what happens to it; joining follows too.',
      args: { input: t.arg({ type: FollowingInput, required: true }) },
      resolve: asViewer((context, { input }, viewer) =>
        shown(context, setFollowing(context.store, viewer, { ...input, id: thingId(input.id) }, context.now)),
      ),
    }),
    requestExtension: t.field({
      type: ObstaclePayload,
      args: { input: t.arg({ type: RequestExtensionInput, required: true }) },
      resolve: asViewer((context, { input }, viewer) =>
        shown(
          context,
          requestExtension(context.store, viewer, { ...input, id: thingId(input.id) }, context.now),
        ),
      ),
    }),
    decideExtension: t.field({
      type: ObstaclePayload,
      args: { input: t.arg({ type: DecideExtensionInput, required: true }) },
      resolve: asViewer((context, { input }, viewer) => {
        const extensionId = thingId(input.extensionId)
        return shown(context, decideExtension(context.store, viewer, { ...input, extensionId }, context.now))
      }),
    }),
  }
})

/** The obstacle as it stands after a command. */
export async function shown(context: Context, done: Promise<number>): Promise<SeenObstacle> {
  const id = await done
  forget(context)
  const seen = await loadersOf(context).obstacles.get(id)
  if (!seen) throw new Refusal('NOT_FOUND')
  return seen
}
