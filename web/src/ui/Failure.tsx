import type { JSX } from 'solid-js'
import { t } from '../i18n/t.ts'
import { Empty } from './Empty.tsx'
import { Icon } from './Icon.tsx'

/** A page whose data did not come: what was said, and the way to try again. */
export function Failure(props: { message: string; onRetry(): void }): JSX.Element {
  return (
    <Empty icon="server" title={t().errors.pageTitle} text={props.message}>
      <button type="button" class="btn" onClick={() => props.onRetry()}>
        <Icon name="refresh" />
        {t().retry}
      </button>
    </Empty>
  )
}
