/** The id of the link in the row of an obstacle. */
export function linkIdOf(obstacleId: string): string {
  return `work-link-${obstacleId}`
}
