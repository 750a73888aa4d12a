import { mayInProvince } from '@goshayesh/shared/permissions'
import { Refusal } from '@goshayesh/shared/refusal'
import { checkList } from '../queries/checkList.ts'
import { peopleByIds } from '../queries/peopleByIds.ts'
import { pageSize } from '../queries/pageSize.ts'
import { searchPeople } from '../queries/searchPeople.ts'
import type { WaysIn } from '../queries/waysInOf.ts'
import { versionOf } from '../records/versionOf.ts'
import { asViewer, checkReadable } from './asViewer.ts'
import { builder } from './builder.ts'
import { becomes, loadersOf, personAtDoor, type Context } from './Context.ts'
import { Role } from './enums.ts'
import { readId } from './ids.ts'
import { personOf } from './personOf.ts'

builder.objectType('User', {
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    email: t.exposeString('email'),
    role: t.expose('role', { type: Role }),
    version: t.int({
      description: 'Another one whenever name, role or agency has changed.',
      resolve: (user) => versionOf.user(user),
    }),
    suspended: t.boolean({
      description: 'Told to administrators and the secretariat; false to everybody else.',
      resolve: ({ suspended_at }, _args, { viewer }) =>
        viewer !== null && mayInProvince(viewer, 'SEE_SUSPENDED') && suspended_at !== null,
    }),
    secondFactor: t.boolean({
      description:
        'Whether signing in takes a code, too. Told of oneself and to administrators; false to everybody else.',
      resolve: async ({ id }, _args, context) => (await waysInTold(context, id))?.secondFactor ?? false,
    }),
    passwordExpiresAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When a temporary password ends unless another one is chosen. Told as secondFactor is.',
      resolve: async ({ id }, _args, context) => (await waysInTold(context, id))?.passwordExpiresAt ?? null,
    }),
    secondFactorNeeded: t.boolean({
      description:
        'The viewer signed in with a password alone, and has to turn on a second factor before anything else is answered.',
      resolve: ({ id }, _args, { newcomer }) => newcomer?.id === id,
    }),
    agency: t.field({
      type: 'Agency',
      nullable: true,
      description: 'Null while secondFactorNeeded.',
      resolve: ({ agency_code }, _args, context) =>
        agency_code === null || context.newcomer ? null : context.names.agencies.get(agency_code),
    }),
  }),
})

/** How somebody signs in; null to those whom it does not concern. */
async function waysInTold(context: Context, id: number): Promise<WaysIn | null> {
  const { viewer } = context
  const isTold =
    context.newcomer?.id === id ||
    (viewer !== null && (viewer.id === id || mayInProvince(viewer, 'EDIT_PEOPLE')))
  return isTold ? loadersOf(context).waysIn.get(id) : null
}

const SignInInput = builder.inputType('SignInInput', {
  fields: (t) => ({
    email: t.string({ required: true }),
    password: t.string({ required: true }),
    code: t.string({
      description:
        'Of the device, or a recovery code. Where it is needed and left out: INVALID input.code REQUIRED.',
    }),
  }),
})

const SignInPayload = builder.objectRef<{ viewerId: number }>('SignInPayload').implement({
  fields: (t) => ({
    viewer: t.field({
      type: 'User',
      resolve: ({ viewerId }, _args, context) => personOf(context, viewerId),
    }),
  }),
})

builder.queryFields((t) => ({
  viewer: t.field({
    type: 'User',
    nullable: true,
    description: 'Null when nobody is signed in.',
    resolve: (_root, _args, context) => {
      const person = context.viewer ?? context.newcomer
      return person ? context.names.people.get(person.id) : null
    },
  }),
  people: t.field({
    type: ['User'],
    args: {
      search: t.arg.string(),
      ids: t.arg.idList({ description: 'These people, suspended ones too; nothing else is looked at.' }),
      first: t.arg.int({ defaultValue: 20 }),
      roles: t.arg({ type: [Role], description: 'Any of these.' }),
      agencyCode: t.arg.string(),
      includeSuspended: t.arg.boolean({
        defaultValue: false,
        description: 'For administrators and the secretariat.',
      }),
    },
    resolve: asViewer(({ store }, { search, ids, first, roles, agencyCode, includeSuspended }, viewer) => {
      if (ids) {
        checkList('ids', ids)
        const known = ids.map(readId).filter((id) => id !== null)
        return peopleByIds(store.db, viewer.provinceId, known)
      }
      const all = includeSuspended ?? false
      if (all && !mayInProvince(viewer, 'SEE_SUSPENDED')) throw new Refusal('FORBIDDEN')
      return searchPeople(store.db, viewer.provinceId, {
        text: search ?? '',
        first: pageSize('first', first, 20),
        roles: roles ?? undefined,
        agencyCode: agencyCode ?? undefined,
        includeSuspended: all,
      })
    }),
  }),
}))

builder.mutationFields((t) => ({
  signIn: t.field({
    type: SignInPayload,
    description: 'Sets the session cookie.',
    args: { input: t.arg({ type: SignInInput, required: true }) },
    resolve: async (_root, args, context) => {
      checkReadable(args)
      const { email, password, code } = args.input
      const given = { path: 'input.code', text: code, deviceNow: context.deviceNow }
      becomes(context, await context.session.signIn({ email, password, code: given }))
      return { viewerId: personAtDoor(context).id }
    },
  }),
  signOut: t.boolean({
    resolve: async (_root, _args, context) => {
      personAtDoor(context)
      await context.session.signOut()
      becomes(context, {})
      return true
    },
  }),
}))
