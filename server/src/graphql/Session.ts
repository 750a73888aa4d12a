import { endOtherSessions } from '../commands/endOtherSessions.ts'
import { endSession } from '../commands/endSession.ts'
import { ownSessions, type OwnSession } from '../queries/ownSessions.ts'
import { tokenHash } from '../queries/viewerOf.ts'
import { asViewer } from './asViewer.ts'
import { builder } from './builder.ts'

const Session = builder.objectRef<OwnSession>('Session').implement({
  description: 'Somewhere the viewer is signed in.',
  fields: (t) => ({
    id: t.exposeID('id'),
    device: t.exposeString('device', {
      nullable: true,
      description: 'As the browser called itself at signing in: "Firefox, Windows".',
    }),
    signedInAt: t.expose('signedInAt', { type: 'DateTime' }),
    lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime', description: 'To the hour.' }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      description: 'If it is not used before; at the latest a week after signing in.',
    }),
    current: t.boolean({
      description: 'The one that asks.',
      resolve: (session, _args, { session: { token } }) =>
        token !== null && tokenHash(token) === session.tokenHash,
    }),
  }),
})

builder.queryFields((t) => ({
  sessions: t.field({
    type: [Session],
    description: "The viewer's own, used last first.",
    resolve: asViewer(({ store, now }, _args, viewer) => ownSessions(store.db, viewer.id, now)),
  }),
}))

builder.mutationFields((t) => ({
  endSession: t.boolean({
    description: 'One of the own.',
    args: { id: t.arg.id({ required: true }) },
    resolve: asViewer(async ({ store, now }, { id }, viewer) => {
      await endSession(store.db, viewer.id, id, now)
      return true
    }),
  }),
  endOtherSessions: t.boolean({
    description: 'All of the own but the one that asks.',
    resolve: asViewer(async ({ store, session }, _args, viewer) => {
      await endOtherSessions(store.db, viewer.id, session.token)
      return true
    }),
  }),
}))
