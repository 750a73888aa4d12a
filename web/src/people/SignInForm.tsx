import { createSignal, For, type JSX, Show } from 'solid-js'
import { RequestError } from '../data/RequestError.ts'
import { session } from '../data/session.ts'
import { signIn } from '../data/signIn.ts'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { Field, tie } from '../ui/Field.tsx'
import { Icon } from '../ui/Icon.tsx'
import { TextField } from '../ui/TextField.tsx'
import { CodeStep } from './CodeStep.tsx'

const DEMO_PASSWORD = 'goshayesh-demo'
const DEMO_HOST = 'golestan.example'
const DEMO_OFFICIAL = 'ict'
const demoRoles = [
  ['secretary', 'SECRETARY'],
  ['leader', 'LEADER'],
  ['viewer', 'VIEWER'],
  ['admin', 'ADMINISTRATOR'],
] as const

interface Errors {
  email?: string | undefined
  password?: string | undefined
  code?: string | undefined
  all?: string | undefined
}

/** E-mail and password, and then a code where the account needs one; in a demo its accounts fill the form. */
export function SignInForm(props: { onDone(isTemporary: boolean): void }): JSX.Element {
  const [email, setEmail] = createSignal('')
  const [password, setPassword] = createSignal('')
  const [code, setCode] = createSignal('')
  const [step, setStep] = createSignal<'password' | 'code' | 'recovery'>('password')
  const [isShown, setShown] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [errors, setErrors] = createSignal<Errors>({})
  const passwordField = {
    id: 'password',
    get label() {
      return t().signIn.password
    },
    get error() {
      return errors().password
    },
  }
  const missing = (): Errors => {
    if (step() !== 'password') return code().trim() ? {} : { code: t().signIn.missingCode }
    return {
      ...(email().trim() ? {} : { email: t().signIn.missingEmail }),
      ...(password() ? {} : { password: t().signIn.missingPassword }),
    }
  }
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (busy()) return
    const [first] = Object.keys(setErrors(missing()))
    if (first) return document.getElementById(first)?.focus()
    setBusy(true)
    try {
      const given = step() === 'password' ? null : code()
      const isTemporary = await signIn(email().trim(), password(), given)
      props.onDone(isTemporary)
    } catch (error) {
      refuse(error)
    } finally {
      setBusy(false)
    }
  }
  const refuse = (error: unknown): void => {
    const problem = error instanceof RequestError && error.fields.find(({ path }) => path === 'input.code')
    if (problem && step() === 'password') return go('code')
    if (problem) setErrors({ code: problem.message })
    else setErrors({ all: error instanceof RequestError ? error.message : t().errors.failed })
  }
  const go = (next: 'password' | 'code' | 'recovery'): void => {
    setErrors({})
    setCode('')
    setStep(next)
  }
  const fill = (account: string): void => {
    setEmail(`${account}@${DEMO_HOST}`)
    setPassword(DEMO_PASSWORD)
  }
  return (
    <form class="stack" onSubmit={submit} novalidate>
      <Show when={errors().all}>
        <p class="field__error" role="alert">
          <Icon name="over" />
          {errors().all}
        </p>
      </Show>
      <Show
        when={step() === 'password'}
        fallback={
          <CodeStep
            value={code()}
            error={errors().code}
            recovers={step() === 'recovery'}
            onValue={setCode}
            onRecovers={(recovers) => go(recovers ? 'recovery' : 'code')}
          />
        }
      >
        <TextField
          id="email"
          type="email"
          label={t().signIn.email}
          error={errors().email}
          value={email()}
          onValue={setEmail}
          autocomplete="username"
          dir="ltr"
        />
        <Field of={passwordField}>
          <div class="reveal" dir="ltr">
            <input
              ref={tie(passwordField)}
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
      </Show>
      <Button type="submit" variant="primary" size="large" block busy={busy()}>
        {t().signIn.submit}
      </Button>
      <Show when={step() !== 'password'}>
        <Button variant="quiet" block onClick={() => go('password')}>
          {t().signIn.back}
        </Button>
      </Show>
      <Show when={step() === 'password' && session.value?.installation.demo}>
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
