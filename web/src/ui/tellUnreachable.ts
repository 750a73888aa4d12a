import { t } from '../i18n/t.ts'
import { showToast } from './showToast.ts'

/** Says that the server, or a part of the client, could not be had. */
export function tellUnreachable(): void {
  showToast({ tone: 'error', text: t().errors.unreachable })
}
