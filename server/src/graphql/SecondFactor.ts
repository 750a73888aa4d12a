import { beginSecondFactor } from '../commands/beginSecondFactor.ts'
import { confirmSecondFactor } from '../commands/confirmSecondFactor.ts'
import { endSecondFactor } from '../commands/endSecondFactor.ts'
import { resetSecondFactor } from '../commands/resetSecondFactor.ts'
import { asPersonAtDoor, asViewer } from './asViewer.ts'
import { builder } from './builder.ts'
import { forget } from './Context.ts'
import { thingId } from './ids.ts'
import { UserPayload } from './UserPayload.ts'

const BeginSecondFactorPayload = builder
  .objectRef<{ secret: string; uri: string }>('BeginSecondFactorPayload')
  .implement({
    fields: (t) => ({
      secret: t.exposeString('secret', {
        description: 'To be typed into an authenticator app. Shown this once.',
      }),
      uri: t.exposeString('uri', {
        description: 'The same for the camera of the device, to be shown as a QR code.',
      }),
    }),
  })

const ConfirmSecondFactorPayload = builder
  .objectRef<{ recoveryCodes: string[] }>('ConfirmSecondFactorPayload')
  .implement({
    fields: (t) => ({
      recoveryCodes: t.exposeStringList('recoveryCodes', {
        description: 'Each signs in once in place of a code of the device. Shown this once.',
      }),
    }),
  })

builder.mutationFields((t) => ({
  beginSecondFactor: t.field({
    type: BeginSecondFactorPayload,
    description: 'Gives the own device a secret; nothing is asked for yet.',
    args: { password: t.arg.string({ required: true }) },
    resolve: asPersonAtDoor(({ store, now }, { password }, viewer) =>
      beginSecondFactor(store.db, viewer, password, now),
    ),
  }),
  confirmSecondFactor: t.field({
    type: ConfirmSecondFactorPayload,
    description: 'From now on signing in takes a code of the device, too; ends all other sessions.',
    args: { code: t.arg.string({ required: true }) },
    resolve: asPersonAtDoor(async ({ store, now, deviceNow, session }, { code }, viewer) => {
      const given = { path: 'code', text: code, deviceNow }
      return { recoveryCodes: await confirmSecondFactor(store.db, viewer, given, now, session.token) }
    }),
  }),
  endSecondFactor: t.boolean({
    description: 'Turns the own one off; ends all other sessions.',
    args: {
      password: t.arg.string({ required: true }),
      code: t.arg.string({ required: true, description: 'Of the device, or a recovery code.' }),
    },
    resolve: asViewer(async ({ store, now, deviceNow, session }, { password, code }, viewer) => {
      const given = { password, code: { path: 'code', text: code, deviceNow } }
      await endSecondFactor(store.db, viewer, given, now, session.token)
      return true
    }),
  }),
  resetSecondFactor: t.field({
    type: UserPayload,
    description: 'Turns off that of somebody else who has lost the device; ends the sessions.',
    args: { id: t.arg.id({ required: true }) },
    resolve: asViewer(async (context, { id }, viewer) => {
      const userId = await resetSecondFactor(context.store, viewer, thingId(id), context.now)
      forget(context)
      return { userId }
    }),
  }),
}))
