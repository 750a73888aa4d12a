import type { Actor } from '../records/Actor.ts'

/**
 * The viewer, whose person can't be looked at unnoticed: what came out without a look is the same for all with the same
 * rights.
 */
export function watchPerson<Viewer extends Actor | null>(viewer: Viewer, noticed: () => void): Viewer {
  if (viewer === null) return viewer
  const { provinceId, role, agencyCode } = viewer
  const watched: Actor = {
    provinceId,
    role,
    agencyCode,
    get id() {
      noticed()
      return viewer.id
    },
    get name() {
      noticed()
      return viewer.name
    },
  }
  return watched as Viewer
}

/** What people with the same rights have alike. */
export function rightsOf(viewer: Actor | null): string {
  return viewer === null ? 'nobody' : `${viewer.provinceId} ${viewer.role} ${viewer.agencyCode}`
}
