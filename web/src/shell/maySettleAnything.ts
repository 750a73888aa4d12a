import type { Viewer } from '../data/session.ts'

const roles: readonly Viewer['role'][] = ['SECRETARY', 'LEADER', 'ADMINISTRATOR']

/** Whether the person may change any part of the settings. */
export function maySettleAnything(viewer: Viewer | undefined): boolean {
  return viewer !== undefined && roles.includes(viewer.role)
}
