import type { Category } from '@goshayesh/shared/policy'
import { agenciesOf } from '../queries/agenciesOf.ts'
import { servicesOf } from '../queries/servicesOf.ts'
import { versionOf } from '../records/versionOf.ts'
import { asViewer } from './asViewer.ts'
import { builder } from './builder.ts'
import { loadersOf } from './Context.ts'
import { ActivationStage, AgencyField, Category as CategoryEnum } from './enums.ts'
import { settingVersion } from './settingVersion.ts'

builder.objectType('Agency', {
  fields: (t) => ({
    code: t.exposeString('code'),
    name: t.string({
      description: 'In the language that Accept-Language asks for.',
      resolve: ({ name_fa, name_en }, _args, { language }) => (language === 'fa' ? name_fa : name_en),
    }),
    nameFa: t.exposeString('name_fa'),
    nameEn: t.exposeString('name_en'),
    kind: t.exposeString('kind'),
    stage: t.expose('stage', { type: ActivationStage }),
    field: t.expose('field', { type: AgencyField }),
    version: t.int({
      description: settingVersion.own,
      resolve: (agency) => versionOf.agency(agency),
    }),
    focalPoint: t.field({
      type: 'User',
      nullable: true,
      resolve: ({ focal_point_id }, _args, context) =>
        focal_point_id === null ? null : context.names.people.get(focal_point_id),
    }),
    stageChanges: t.field({
      type: ['StageChange'],
      description: 'The newest first, at most 20.',
      resolve: async ({ code }, _args, context) => (await loadersOf(context).stageChanges.get(code)) ?? [],
    }),
    services: t.field({
      type: ['Service'],
      resolve: async ({ code }, _args, context) =>
        (await loadersOf(context).servicesOfAgency.get(code)) ?? [],
    }),
    openCount: t.int({
      description: 'Open obstacles that have it as subject or affect it. Officials: of the own agency.',
      resolve: async ({ code }, _args, context) =>
        (await loadersOf(context).agencyCounts.get(code))?.openCount ?? 0,
    }),
    overdueCount: t.int({
      resolve: async ({ code }, _args, context) =>
        (await loadersOf(context).agencyCounts.get(code))?.overdueCount ?? 0,
    }),
  }),
})

const CategoryCount = builder.objectRef<{ category: Category; count: number }>('CategoryCount').implement({
  fields: (t) => ({
    category: t.expose('category', { type: CategoryEnum }),
    count: t.exposeInt('count'),
  }),
})

builder.objectField('Agency', 'openByCategory', (t) =>
  t.field({
    type: [CategoryCount],
    description: 'Of openCount, most first; RESISTANCE is never told by agency.',
    resolve: async ({ code }, _args, context) => {
      const counts = (await loadersOf(context).agencyCounts.get(code))?.byCategory ?? new Map()
      return [...counts]
        .map(([category, count]) => ({ category, count }))
        .sort((a, b) => b.count - a.count || a.category.localeCompare(b.category))
    },
  }),
)

builder.objectType('Service', {
  fields: (t) => ({
    code: t.exposeString('code'),
    name: t.string({
      resolve: ({ name_fa, name_en }, _args, { language }) => (language === 'fa' ? name_fa : name_en),
    }),
    nameFa: t.exposeString('name_fa'),
    nameEn: t.exposeString('name_en'),
    agency: t.field({
      type: 'Agency',
      resolve: async ({ agency_code }, _args, context) => {
        const agency = await context.names.agencies.get(agency_code)
        if (!agency) throw new Error(`agency ${agency_code} of a service is not there`)
        return agency
      },
    }),
    audience: t.exposeString('audience'),
    channel: t.exposeString('channel'),
    version: t.int({
      description: settingVersion.own,
      resolve: (service) => versionOf.service(service),
    }),
    inSingleWindow: t.boolean({ resolve: ({ in_single_window }) => in_single_window === 1 }),
  }),
})

builder.queryFields((t) => ({
  agencies: t.field({
    type: ['Agency'],
    args: { stage: t.arg({ type: ActivationStage }) },
    resolve: asViewer(({ store }, { stage }, { provinceId }) => agenciesOf(store.db, provinceId, { stage })),
  }),
  agency: t.field({
    type: 'Agency',
    nullable: true,
    args: { code: t.arg.string({ required: true }) },
    resolve: asViewer((context, { code }) => context.names.agencies.get(code)),
  }),
  services: t.field({
    type: ['Service'],
    args: { agencyCode: t.arg.string(), inSingleWindow: t.arg.boolean() },
    resolve: asViewer(({ store }, { agencyCode, inSingleWindow }, { provinceId }) =>
      servicesOf(store.db, provinceId, {
        inSingleWindow,
        ...(agencyCode == null ? {} : { agencyCodes: [agencyCode] }),
      }),
    ),
  }),
}))
