import type { Actor } from '../records/Actor.ts'

/** The viewer, and whether anybody has looked at who that is: what came out else is the same for all with the same rights. */
export function watchPerson<Viewer extends Actor | null>(
  viewer: Viewer,
): { viewer: Viewer; isPersonal: () => boolean } {
  if (viewer === null) return { viewer, isPersonal: () => false }
  const { id, name, ...rights } = viewer
  let isPersonal = false
  const watched: Actor = {
    ...rights,
    get id() {
      isPersonal = true
      return id
    },
    get name() {
      isPersonal = true
      return name
    },
  }
  return { viewer: watched as Viewer, isPersonal: () => isPersonal }
}

/** What people with the same rights have alike. */
export function rightsOf(viewer: Actor | null): string {
  return viewer === null ? 'nobody' : `${viewer.provinceId} ${viewer.role} ${viewer.agencyCode}`
}
