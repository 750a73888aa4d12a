import { invalid } from '@goshayesh/shared/refusal'

/** More than anybody names, and less than a statement takes. */
const MOST = 100

/** INVALID for a list that is too long. */
export function checkList(path: string, value: unknown): void {
  if (Array.isArray(value) && value.length > MOST) throw invalid(path, 'TOO_MANY', MOST)
}
