import { invalid } from '@goshayesh/shared/refusal'

const LARGEST = 100

/** How many rows are asked for: 1 to 100, or the usual number where nothing is said; INVALID otherwise. */
export function pageSize(path: string, asked: number | null | undefined, usual = 50): number {
  const size = asked ?? usual
  if (size < 1) throw invalid(path, 'TOO_SMALL', 1)
  if (size > LARGEST) throw invalid(path, 'TOO_LARGE', LARGEST)
  return size
}
