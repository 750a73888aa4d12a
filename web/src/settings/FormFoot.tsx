import type { JSX } from 'solid-js'
import { DialogFoot } from '../ui/DialogFoot.tsx'
import { words } from './words.ts'

export interface FormFootProps {
  busy: boolean
  /** «ذخیره» where nothing is said. */
  submit?: string
  onCancel(): void
}

/** The foot of a dialog in which something is set. */
export function FormFoot(props: FormFootProps): JSX.Element {
  return (
    <DialogFoot busy={props.busy} submit={props.submit ?? words().save} onCancel={() => props.onCancel()} />
  )
}
