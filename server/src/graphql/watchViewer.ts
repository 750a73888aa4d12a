import type { Actor } from '../records/Actor.ts'

/** The viewer, of whom nothing can be looked at unnoticed. */
export function watchViewer<Viewer extends Actor | null>(
  viewer: Viewer,
  noticed: (name: keyof Actor) => void,
): Viewer {
  if (viewer === null) return viewer
  const look = <Name extends keyof Actor>(name: Name): Actor[Name] => {
    noticed(name)
    return viewer[name]
  }
  const watched: Actor = {
    get id() {
      return look('id')
    },
    get name() {
      return look('name')
    },
    get provinceId() {
      return look('provinceId')
    },
    get role() {
      return look('role')
    },
    get agencyCode() {
      return look('agencyCode')
    },
  }
  return watched as Viewer
}

/** As watchViewer, where it matters only who it is: what came out without such a look is the same for all with the same rights. */
export function watchPerson<Viewer extends Actor | null>(viewer: Viewer, noticed: () => void): Viewer {
  return watchViewer(viewer, (name) => {
    if (name === 'id' || name === 'name') noticed()
  })
}

/** What people with the same rights have alike. */
export function rightsOf(viewer: Actor | null): string {
  return viewer === null ? 'nobody' : `${viewer.provinceId} ${viewer.role} ${viewer.agencyCode}`
}
