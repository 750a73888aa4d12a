import { RequestError } from '../data/RequestError.ts'
import { showToast } from '../ui/showToast.ts'

/** Says why the server refused what was asked. Throws whatever else went wrong. */
export function toastRefusal(error: unknown): void {
  if (!(error instanceof RequestError)) throw error
  showToast({ tone: 'error', text: error.message })
}
