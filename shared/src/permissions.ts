import type { SubjectKind } from './policy.ts'
import type { ObstacleAction, ObstacleStatus } from './workflow.ts'

export const roles = ['ADMINISTRATOR', 'SECRETARY', 'LEADER', 'OFFICIAL', 'VIEWER'] as const
export type Role = (typeof roles)[number]

export interface Viewer {
  id: number
  role: Role
  agencyCode: string | null
}

/** What permissions ask about an obstacle. Codes and ids are of the viewer's own province. */
export interface ObstacleFacts {
  status: ObstacleStatus
  subjectKind: SubjectKind
  agencyCode: string | null
  affectedAgencyCodes: string[]
  reporterId: number
  reporterAgencyCode: string | null
  ownerId: number | null
  ownerAgencyCode: string | null
}

type Rule = (viewer: Viewer, obstacle: ObstacleFacts) => boolean

const anyone: Rule = () => true
const owner: Rule = (viewer, obstacle) => obstacle.ownerId === viewer.id
const notOwner: Rule = (viewer, obstacle) => obstacle.ownerId !== viewer.id
const reporter: Rule = (viewer, obstacle) => obstacle.reporterId === viewer.id
/** Of an agency that is not counted yet: affected are others than whom it is about and who removes it. */
const newcomer: Rule = (viewer, obstacle) =>
  viewer.agencyCode !== null &&
  ![obstacle.agencyCode, obstacle.ownerAgencyCode, ...obstacle.affectedAgencyCodes].includes(
    viewer.agencyCode,
  )

/** Nobody leaves what he or she would not see any more. */
const leaver: Rule = (viewer, obstacle) => {
  const others = obstacle.affectedAgencyCodes.filter((code) => code !== viewer.agencyCode)
  return (
    others.length < obstacle.affectedAgencyCodes.length &&
    sees(viewer, { ...obstacle, affectedAgencyCodes: others })
  )
}

const secretariat = { SECRETARY: anyone, LEADER: anyone }
const ownerOrSecretariat = { OFFICIAL: owner, ...secretariat }

/** Who may do what with an obstacle that he or she sees. A role that is not named may not. */
const obstacleRules: Record<ObstacleAction, Partial<Record<Role, Rule>>> = {
  EDIT: {
    OFFICIAL: (viewer, obstacle) => reporter(viewer, obstacle) && obstacle.status === 'LOGGED',
    ADMINISTRATOR: anyone,
    ...secretariat,
  },
  ASSIGN: secretariat,
  ACKNOWLEDGE: ownerOrSecretariat,
  START: ownerOrSecretariat,
  WAIT: secretariat,
  RESUME: secretariat,
  RESOLVE: ownerOrSecretariat,
  VERIFY: { SECRETARY: notOwner, LEADER: notOwner },
  REOPEN: { OFFICIAL: reporter, ...secretariat },
  REJECT: secretariat,
  MERGE: secretariat,
  COMMENT: { OFFICIAL: anyone, ADMINISTRATOR: anyone, ...secretariat },
  JOIN: { OFFICIAL: newcomer },
  LEAVE: { OFFICIAL: leaver },
  REQUEST_EXTENSION: { OFFICIAL: owner, SECRETARY: anyone },
  DECIDE_EXTENSION: secretariat,
  SET_STEPS: ownerOrSecretariat,
}

export function may(viewer: Viewer, action: ObstacleAction, obstacle: ObstacleFacts): boolean {
  return sees(viewer, obstacle) && (obstacleRules[action][viewer.role]?.(viewer, obstacle) ?? false)
}

/** An official sees the single window and what touches the own agency; all others see the whole province. */
export function sees(viewer: Viewer, obstacle: ObstacleFacts): boolean {
  if (viewer.role !== 'OFFICIAL') return true
  if (obstacle.subjectKind === 'SINGLE_WINDOW') return true
  if (obstacle.reporterId === viewer.id || obstacle.ownerId === viewer.id) return true
  const own = viewer.agencyCode
  return (
    own !== null &&
    (obstacle.agencyCode === own ||
      obstacle.affectedAgencyCodes.includes(own) ||
      obstacle.reporterAgencyCode === own ||
      obstacle.ownerAgencyCode === own)
  )
}

/** The secretariat acts on behalf of an owner and then has to say why. */
export function actsForOwner(viewer: Viewer, obstacle: ObstacleFacts): boolean {
  return obstacle.ownerId !== viewer.id
}

export interface ExtensionFacts {
  requestedById: number
  /** Earlier extensions of the obstacle that were approved. */
  approvedBefore: number
  /** Working days from the present due date to the date asked for. */
  workingDays: number
  pastMilestone: boolean
}

/** The secretary grants one short extension; all else is the leader's. Nobody decides on an own request. */
export function mayDecideExtension(viewer: Viewer, extension: ExtensionFacts): boolean {
  if (extension.requestedById === viewer.id) return false
  if (viewer.role === 'LEADER') return true
  return (
    viewer.role === 'SECRETARY' &&
    extension.approvedBefore === 0 &&
    extension.workingDays <= 5 &&
    !extension.pastMilestone
  )
}

export const provinceActions = [
  'LOG',
  'DECLARE_CLOSURE',
  'SET_SLA_POLICY',
  'DEFINE_MILESTONE',
  'EDIT_REGISTRY',
  'EDIT_PEOPLE',
  'SEE_SUSPENDED',
] as const
export type ProvinceAction = (typeof provinceActions)[number]

const steering: Role[] = ['SECRETARY', 'LEADER', 'ADMINISTRATOR']

const provinceRules: Record<ProvinceAction, Role[]> = {
  LOG: ['OFFICIAL', ...steering],
  DECLARE_CLOSURE: steering,
  SET_SLA_POLICY: steering,
  DEFINE_MILESTONE: steering,
  EDIT_REGISTRY: ['SECRETARY', 'ADMINISTRATOR'],
  EDIT_PEOPLE: ['ADMINISTRATOR'],
  SEE_SUSPENDED: steering,
}

export function mayInProvince(viewer: Viewer, action: ProvinceAction): boolean {
  return provinceRules[action].includes(viewer.role)
}

/** Which subject a viewer may log: an official only the single window, the own agency and its services. */
export function mayLog(
  viewer: Viewer,
  subject: { subjectKind: SubjectKind; agencyCode: string | null },
): boolean {
  if (!mayInProvince(viewer, 'LOG')) return false
  if (viewer.role !== 'OFFICIAL' || subject.subjectKind === 'SINGLE_WINDOW') return true
  return viewer.agencyCode !== null && subject.agencyCode === viewer.agencyCode
}

/** Whom an obstacle can be given to. */
export function mayOwn(person: { role: Role }): boolean {
  return person.role === 'OFFICIAL' || person.role === 'SECRETARY' || person.role === 'LEADER'
}
