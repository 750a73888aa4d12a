import type { JSX } from 'solid-js'
import { t } from '../i18n/t.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { SignInForm } from './SignInForm.tsx'

/** The session has ended while somebody was at work: sign in and go on. */
export default function SignInDialog(): JSX.Element {
  return (
    <Dialog title={t().signIn.title} binding onClose={() => undefined}>
      <p class="dialog__about">{t().signIn.again}</p>
      <SignInForm onDone={() => undefined} />
    </Dialog>
  )
}
