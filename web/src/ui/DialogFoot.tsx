import type { JSX } from 'solid-js'
import { t } from '../i18n/t.ts'
import { Button } from './Button.tsx'

export interface DialogFootProps {
  busy: boolean
  submit: string
  onCancel(): void
}

/** The two ways out of a dialog's form. */
export function DialogFoot(props: DialogFootProps): JSX.Element {
  return (
    <div class="dialog__foot">
      <Button type="submit" variant="primary" busy={props.busy}>
        {props.submit}
      </Button>
      <Button variant="quiet" onClick={() => props.onCancel()}>
        {t().cancel}
      </Button>
    </div>
  )
}
