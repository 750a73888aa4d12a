/** Where each card of a column begins, and at last where the column ends. */
export function cardEdges(heights: readonly number[]): number[] {
  const edges = [0]
  let end = 0
  for (const height of heights) edges.push((end += height))
  return edges
}

/** The card at a height: the first or the last one where that is outside of the column. */
export function cardAt(edges: readonly number[], height: number): number {
  let first = 0
  let last = Math.max(0, edges.length - 2)
  while (first < last) {
    const middle = Math.ceil((first + last) / 2)
    if ((edges[middle] ?? 0) <= height) first = middle
    else last = middle - 1
  }
  return first
}
