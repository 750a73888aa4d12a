/**
 * Runs what only one tab may do at a time. Locks are there on https and on localhost; elsewhere the tab that has the
 * focus does it, and the others leave it.
 */
export async function exclusively<Result>(
  name: string,
  act: () => Promise<Result>,
): Promise<Result | undefined> {
  if ('locks' in navigator) return navigator.locks.request(name, act)
  return document.hasFocus() ? act() : undefined
}
