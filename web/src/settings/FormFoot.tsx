import type { JSX } from 'solid-js'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { words } from './words.ts'

export interface FormFootProps {
  busy: boolean
  /** «ذخیره» where nothing is said. */
  submit?: string
  onCancel(): void
}

/** The two ways out of a dialog's form. */
export function FormFoot(props: FormFootProps): JSX.Element {
  return (
    <div class="dialog__foot">
      <Button type="submit" variant="primary" busy={props.busy}>
        {props.submit ?? words().save}
      </Button>
      <Button variant="quiet" onClick={() => props.onCancel()}>
        {t().cancel}
      </Button>
    </div>
  )
}
