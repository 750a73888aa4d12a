import { mayInProvince, type ProvinceAction, type Role } from '@goshayesh/shared/permissions'

export const sectionNames = ['people', 'agencies', 'calendar', 'policy', 'milestones'] as const
export type SectionName = (typeof sectionNames)[number]

const actions: Record<SectionName, ProvinceAction> = {
  people: 'EDIT_PEOPLE',
  agencies: 'EDIT_REGISTRY',
  calendar: 'DECLARE_CLOSURE',
  policy: 'SET_SLA_POLICY',
  milestones: 'DEFINE_MILESTONE',
}

/** Whether a role may change anything in the section. */
export function maySettle(role: Role, section: SectionName): boolean {
  return mayInProvince({ id: 0, role, agencyCode: null }, actions[section])
}
