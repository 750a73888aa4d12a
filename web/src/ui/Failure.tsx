import type { JSX } from 'solid-js'
import { t } from '../i18n/t.ts'
import { Button } from './Button.tsx'
import { Empty } from './Empty.tsx'

/** A page whose data did not come: what was said, and the way to try again. */
export function Failure(props: { message: string; onRetry(): void }): JSX.Element {
  return (
    <Empty icon="server" title={t().errors.pageTitle} text={props.message}>
      <Button icon="refresh" onClick={() => props.onRetry()}>
        {t().retry}
      </Button>
    </Empty>
  )
}
