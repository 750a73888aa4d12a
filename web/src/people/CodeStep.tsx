import { type JSX, onMount, Show } from 'solid-js'
import { t } from '../i18n/t.ts'
import { TextField } from '../ui/TextField.tsx'

export interface CodeStepProps {
  value: string
  error?: string | undefined
  /** The device is out of reach. */
  recovers: boolean
  onValue(value: string): void
  onRecovers(recovers: boolean): void
}

/** The second step of signing in: a code of the device, or one that was kept for when it is lost. */
export function CodeStep(props: CodeStepProps): JSX.Element {
  onMount(() => document.getElementById('code')?.focus())
  return (
    <>
      <Show
        when={props.recovers}
        fallback={
          <TextField
            id="code"
            label={t().signIn.code}
            hint={t().signIn.codeText}
            error={props.error}
            value={props.value}
            onValue={(value) => props.onValue(value)}
            inputmode="numeric"
            autocomplete="one-time-code"
            dir="ltr"
          />
        }
      >
        <TextField
          id="code"
          label={t().signIn.recoveryCode}
          hint={t().signIn.recoveryText}
          error={props.error}
          value={props.value}
          onValue={(value) => props.onValue(value)}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          dir="ltr"
        />
      </Show>
      <button type="button" class="link" onClick={() => props.onRecovers(!props.recovers)}>
        {props.recovers ? t().signIn.withDevice : t().signIn.withoutDevice}
      </button>
    </>
  )
}
