import { changePassword } from '../commands/changePassword.ts'
import { createUser } from '../commands/createUser.ts'
import { editUser } from '../commands/editUser.ts'
import { resetPassword } from '../commands/resetPassword.ts'
import { asPersonAtDoor, asViewer } from './asViewer.ts'
import { builder } from './builder.ts'
import { forget } from './Context.ts'
import { Role } from './enums.ts'
import { thingId } from './ids.ts'
import { personOf } from './personOf.ts'
import { settingVersion } from './settingVersion.ts'

const CreateUserInput = builder.inputType('CreateUserInput', {
  fields: (t) => ({
    email: t.string({ required: true }),
    name: t.string({ required: true }),
    role: t.field({ type: Role, required: true }),
    agencyCode: t.string({ description: 'Of officials, and of nobody else.' }),
  }),
})

const EditUserInput = builder.inputType('EditUserInput', {
  description: 'What is left out stays as it is.',
  fields: (t) => ({
    id: t.id({ required: true }),
    expectedVersion: t.int({ description: settingVersion.expected }),
    name: t.string(),
    role: t.field({ type: Role }),
    agencyCode: t.string(),
    suspended: t.boolean({ description: 'Ends the sessions at once.' }),
  }),
})

const ChangePasswordInput = builder.inputType('ChangePasswordInput', {
  fields: (t) => ({
    current: t.string({ required: true }),
    next: t.string({ required: true, description: 'At least 10 characters.' }),
  }),
})

export const UserPayload = builder.objectRef<{ userId: number }>('UserPayload').implement({
  fields: (t) => ({
    user: t.field({ type: 'User', resolve: ({ userId }, _args, context) => personOf(context, userId) }),
  }),
})

const PasswordPayload = builder
  .objectRef<{ userId: number; temporaryPassword: string }>('PasswordPayload')
  .implement({
    fields: (t) => ({
      user: t.field({ type: 'User', resolve: ({ userId }, _args, context) => personOf(context, userId) }),
      temporaryPassword: t.exposeString('temporaryPassword', { description: 'Shown this once.' }),
    }),
  })

builder.mutationFields((t) => ({
  createUser: t.field({
    type: PasswordPayload,
    args: { input: t.arg({ type: CreateUserInput, required: true }) },
    resolve: asViewer((context, { input }, viewer) => {
      const account = { ...input, agencyCode: input.agencyCode ?? null }
      return createUser(context.store, viewer, account, context.now)
    }),
  }),
  editUser: t.field({
    type: UserPayload,
    args: { input: t.arg({ type: EditUserInput, required: true }) },
    resolve: asViewer(async (context, { input }, viewer) => {
      const edit = { ...input, id: thingId(input.id) }
      const userId = await editUser(context.store, viewer, edit, context.now)
      forget(context)
      return { userId }
    }),
  }),
  resetPassword: t.field({
    type: PasswordPayload,
    description: 'Of somebody else; ends the sessions.',
    args: { id: t.arg.id({ required: true }) },
    resolve: asViewer((context, { id }, viewer) =>
      resetPassword(context.store, viewer, thingId(id), context.now),
    ),
  }),
  changePassword: t.boolean({
    description: 'The own one; ends all other sessions.',
    args: { input: t.arg({ type: ChangePasswordInput, required: true }) },
    resolve: asPersonAtDoor(async ({ store, now, session }, { input }, viewer) => {
      await changePassword(store.db, viewer, input, now, session.token)
      return true
    }),
  }),
}))
