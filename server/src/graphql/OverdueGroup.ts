import type { Language } from '@goshayesh/shared/refusal'
import type { Category } from '@goshayesh/shared/policy'
import { overdueSummary, type OverdueBy as By, type OverdueRow } from '../queries/overdueSummary.ts'
import { asViewer } from './asViewer.ts'
import { builder } from './builder.ts'
import { loadersOf, type Context } from './Context.ts'
import { OverdueBy, SubjectKind } from './enums.ts'
import { personOf } from './personOf.ts'

type Group = OverdueRow & { by: By }

const OverdueGroup = builder.objectRef<Group>('OverdueGroup').implement({
  fields: (t) => ({
    key: t.string({
      description:
        'Agency code, id of the owner, category or level; SINGLE_WINDOW and NO_OWNER where there is none.',
      resolve: ({ by, key }) => (key === null ? absent[by].key : String(key)),
    }),
    label: t.string({ resolve: (group, _args, context) => labelOf(group, context) }),
    openCount: t.exposeInt('openCount'),
    overdueCount: t.exposeInt('overdueCount'),
    oldestDueAt: t.expose('oldestDueAt', { type: 'DateTime', nullable: true }),
  }),
})

builder.queryFields((t) => ({
  overdueSummary: t.field({
    type: [OverdueGroup],
    args: { by: t.arg({ type: OverdueBy, required: true }), subjectKind: t.arg({ type: [SubjectKind] }) },
    resolve: asViewer(async ({ store }, { by, subjectKind }, viewer) => {
      const rows = await overdueSummary(store.db, viewer, by, subjectKind)
      return rows.map((row) => ({ ...row, by }))
    }),
  }),
}))

const absent: Record<By, { key: string } & Record<Language, string>> = {
  AGENCY: { key: 'SINGLE_WINDOW', fa: 'پنجره واحد', en: 'Single window' },
  OWNER: { key: 'NO_OWNER', fa: 'بدون مسئول', en: 'No owner' },
  CATEGORY: { key: 'NONE', fa: '', en: '' },
  LEVEL: { key: 'NONE', fa: '', en: '' },
}

function labelOf({ by, key }: Group, context: Context): string | Promise<string> {
  const { language } = context
  if (key === null) return absent[by][language]
  switch (by) {
    case 'AGENCY':
      return agencyName(String(key), context)
    case 'OWNER':
      return ownerName(Number(key), context)
    case 'CATEGORY':
      return categoryNames[key as Category][language]
    case 'LEVEL':
      return levelName(Number(key), context)
  }
}

async function agencyName(code: string, context: Context): Promise<string> {
  const agency = await context.names.agencies.get(code)
  return (context.language === 'fa' ? agency?.name_fa : agency?.name_en) ?? code
}

async function ownerName(id: number, context: Context): Promise<string> {
  return (await personOf(context, id)).name
}

/** Labels of the ladder are the installation's own words; rung 1, before any escalation, is the owner. */
async function levelName(level: number, context: Context): Promise<string> {
  if (level === 0) return context.language === 'fa' ? 'مسئول' : 'Owner'
  const { policy } = await loadersOf(context).rules()
  return policy.ladder.find((step) => step.level === level)?.label ?? String(level + 1)
}

const categoryNames: Record<Category, Record<Language, string>> = {
  HARDWARE: { fa: 'سخت‌افزار', en: 'Hardware' },
  SOFTWARE: { fa: 'نرم‌افزار', en: 'Software' },
  CONNECTIVITY: { fa: 'ارتباطات و شبکه', en: 'Connectivity' },
  INTEGRATION: { fa: 'تبادل اطلاعات', en: 'Integration' },
  DATA_QUALITY: { fa: 'کیفیت داده', en: 'Data quality' },
  TRAINING: { fa: 'آموزش و توجیه', en: 'Training' },
  RESISTANCE: { fa: 'نیاز به فرهنگ‌سازی', en: 'Need for culture-building' },
  REGULATION: { fa: 'مقررات', en: 'Regulation' },
  PROCESS: { fa: 'فرایند', en: 'Process' },
  STAFFING: { fa: 'نیروی انسانی', en: 'Staffing' },
  BUDGET: { fa: 'اعتبار و بودجه', en: 'Budget' },
  PUBLIC_AWARENESS: { fa: 'آگاهی عمومی', en: 'Public awareness' },
}
