import { limits } from '@goshayesh/shared/obstacleInput'

/** The name that a change is previewed with: no name moves a deadline, but the shortest one is asked for there too. */
export function nameToPreview(typed: string): string {
  return typed.trim().padEnd(limits.party.min, '…')
}
