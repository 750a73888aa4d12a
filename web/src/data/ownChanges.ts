const versions = new Map<string, number>()

/** Remembers which version of an obstacle this person has made, so that the live connection does not tell it as news. */
export function noteOwnChange(id: string, version: number): void {
  versions.set(id, version)
}

/** Whether this person made the version. */
export function isOwnChange(id: string, version: number): boolean {
  return versions.get(id) === version
}
