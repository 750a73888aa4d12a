import type { Role } from '@goshayesh/shared/permissions'
import type { Session } from '../queries/viewerOf.ts'

/** Whether somebody came in by a password alone whose role takes a second factor: who may turn one on, and do nothing else. */
export function isNewcomer({ viewer, hasSecondFactor }: Session, secondFactorRoles: Role[]): boolean {
  return !hasSecondFactor && secondFactorRoles.includes(viewer.role)
}
