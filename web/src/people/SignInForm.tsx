import { createSignal, For, type JSX, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { RequestError } from '../data/RequestError.ts'
import { session, signIn } from '../data/session.ts'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { describe, Field } from '../ui/Field.tsx'
import { Icon } from '../ui/Icon.tsx'
import { TextField } from '../ui/TextField.tsx'

const DEMO_PASSWORD = 'goshayesh-demo'
const DEMO_HOST = 'golestan.example'
const DEMO_OFFICIAL = 'ict'
const demoRoles = [
  ['secretary', 'SECRETARY'],
  ['leader', 'LEADER'],
  ['viewer', 'VIEWER'],
  ['admin', 'ADMINISTRATOR'],
] as const

/** E-mail and password; where the installation is a demo, its accounts fill the form. */
export function SignInForm(props: { onDone(): void }): JSX.Element {
  const [email, setEmail] = createSignal('')
  const [password, setPassword] = createSignal('')
  const [isShown, setShown] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [errors, setErrors] = createStore<{ email?: string; password?: string; all?: string }>({})
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (busy()) return
    setErrors({
      email: email().trim() ? undefined : t().signIn.missingEmail,
      password: password() ? undefined : t().signIn.missingPassword,
      all: undefined,
    } as never)
    if (errors.email || errors.password) {
      document.getElementById(errors.email ? 'email' : 'password')?.focus()
      return
    }
    setBusy(true)
    try {
      await signIn(email().trim(), password())
      props.onDone()
    } catch (error) {
      setErrors('all', error instanceof RequestError ? error.message : t().errors.failed)
    } finally {
      setBusy(false)
    }
  }
  const fill = (account: string): void => {
    setEmail(`${account}@${DEMO_HOST}`)
    setPassword(DEMO_PASSWORD)
  }
  return (
    <form class="stack" onSubmit={submit} novalidate>
      <Show when={errors.all}>
        <p class="field__error" role="alert">
          <Icon name="over" />
          {errors.all}
        </p>
      </Show>
      <TextField
        id="email"
        type="email"
        label={t().signIn.email}
        error={errors.email}
        value={email()}
        onValue={setEmail}
        autocomplete="username"
        dir="ltr"
      />
      <Field id="password" label={t().signIn.password} error={errors.password}>
        <div class="reveal" dir="ltr">
          <input
            {...describe({ id: 'password', label: '', error: errors.password })}
            class="input"
            type={isShown() ? 'text' : 'password'}
            autocomplete="current-password"
            value={password()}
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
          <Button
            variant="quiet"
            class="btn--icon reveal__btn"
            icon={isShown() ? 'eyeoff' : 'eye'}
            aria-pressed={isShown()}
            onClick={() => setShown((shown) => !shown)}
          >
            <span class="visually-hidden">{t().signIn.showPassword}</span>
          </Button>
        </div>
      </Field>
      <Button type="submit" variant="primary" size="large" block busy={busy()}>
        {t().signIn.submit}
      </Button>
      <Show when={session.value?.installation.demo}>
        <div class="stack sign-in__demo">
          <p class="login__or">
            <span>{t().signIn.demo}</span>
          </p>
          <div class="cluster">
            <For each={demoRoles}>
              {([account, role]) => <Button onClick={() => fill(account)}>{t().roles[role]}</Button>}
            </For>
            <Button onClick={() => fill(DEMO_OFFICIAL)}>{t().signIn.demoOfficial}</Button>
          </div>
          <p class="field__hint">
            {t().signIn.demoHint} <code>{DEMO_PASSWORD}</code>
          </p>
        </div>
      </Show>
    </form>
  )
}
