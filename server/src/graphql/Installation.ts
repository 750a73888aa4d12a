import { Refusal } from '@goshayesh/shared/refusal'
import { demoAccounts, installationOf, type InstallationFacts } from '../queries/installationOf.ts'
import type { Person } from '../queries/peopleByIds.ts'
import { loadRules, type Rules } from '../records/Rules.ts'
import { builder } from './builder.ts'
import type { Context } from './Context.ts'
import { Role } from './enums.ts'

const ClockReading = builder.objectRef<Context>('ClockReading').implement({
  fields: (t) => ({
    now: t.field({ type: 'DateTime', resolve: ({ now }) => now }),
    simulated: t.boolean({ resolve: ({ clock }) => clock.simulated }),
    speed: t.float({ resolve: ({ clock }) => clock.speed }),
  }),
})

const DemoAccount = builder.objectRef<Person>('DemoAccount').implement({
  fields: (t) => ({
    email: t.exposeString('email'),
    name: t.exposeString('name'),
    role: t.expose('role', { type: Role }),
  }),
})

const Installation = builder.objectRef<InstallationFacts & { rules: Rules }>('Installation').implement({
  description: 'What anybody may know, signed in or not.',
  fields: (t) => ({
    name: t.string({
      resolve: ({ province }, _args, { language }) =>
        language === 'fa' ? province.name_fa : province.name_en,
    }),
    agencyCount: t.exposeInt('agencyCount'),
    operatingCount: t.exposeInt('operatingCount'),
    serviceCount: t.exposeInt('serviceCount'),
    milestone: t.field({
      type: 'Milestone',
      nullable: true,
      description: 'The next one; null where all have passed.',
      resolve: ({ rules }, _args, { now }) => {
        const milestone = nextMilestone(rules, now)
        return milestone && { milestone, rules }
      },
    }),
    workingDaysLeft: t.int({
      nullable: true,
      description: 'Until the milestone.',
      resolve: ({ rules }, _args, { now }) => {
        const milestone = nextMilestone(rules, now)
        return milestone && rules.calendar.workingDaysLeft(now, milestone.due_at)
      },
    }),
    clock: t.field({ type: ClockReading, resolve: (_installation, _args, context) => context }),
    demo: t.exposeBoolean('demo'),
    demoAccounts: t.field({
      type: [DemoAccount],
      resolve: ({ demo, province }, _args, { store }) => (demo ? demoAccounts(store.db, province.id) : []),
    }),
  }),
})

builder.queryFields((t) => ({
  installation: t.field({
    type: Installation,
    resolve: async (_root, _args, { store }) => {
      const facts = await installationOf(store.db)
      if (!facts) throw new Refusal('NOT_FOUND')
      return { ...facts, rules: await loadRules(store.db, facts.province.id) }
    },
  }),
}))

function nextMilestone({ milestones }: Rules, now: number) {
  return milestones.find(({ due_at }) => due_at > now) ?? null
}
