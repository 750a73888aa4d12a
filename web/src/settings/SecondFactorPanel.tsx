import { createSignal, type JSX, Match, onMount, Show, Switch } from 'solid-js'
import { createStore } from 'solid-js/store'
import { request } from '../data/request.ts'
import { revalidate } from '../data/revision.ts'
import {
  BeginSecondFactorDocument,
  type BeginSecondFactorMutation,
  ConfirmSecondFactorDocument,
  EndSecondFactorDocument,
} from '../gql/graphql.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { TextField } from '../ui/TextField.tsx'
import { showToast } from '../ui/showToast.ts'
import { createSaving, type Problems } from './createSaving.ts'
import { FormFoot } from './FormFoot.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { SavingErrors } from './SavingErrors.tsx'
import { words } from './words.ts'

type Begun = BeginSecondFactorMutation['beginSecondFactor']
type Step =
  | { at: 'rest' | 'password' | 'end' }
  | { at: 'device'; begun: Begun }
  | { at: 'codes'; codes: string[] }

/** Turns on, or off, that signing in takes a code of the own device beside the password. */
export function SecondFactorPanel(props: { isOn: boolean | undefined; onKept?: () => void }): JSX.Element {
  const [step, setStep] = createSignal<Step>({ at: 'rest' })
  const isOn = (): boolean => props.isOn ?? false
  const rest = (): void => void setStep({ at: 'rest' })
  const begun = (): Begun | undefined => {
    const now = step()
    return now.at === 'device' ? now.begun : undefined
  }
  const codes = (): string[] | undefined => {
    const now = step()
    return now.at === 'codes' ? now.codes : undefined
  }
  return (
    <section class="panel" aria-labelledby="account-factor">
      <div class="panel__head">
        <h2 class="panel__title" id="account-factor">
          {words().factor.title}
        </h2>
        <Show when={props.isOn !== undefined}>
          <span class="tag">
            <Icon name={isOn() ? 'shield' : 'pause'} />
            {isOn() ? words().factor.on : words().factor.off}
          </span>
        </Show>
      </div>
      <Switch
        fallback={
          <>
            <p>{words().factor.text}</p>
            <div class="cluster">
              <Show when={props.isOn !== undefined}>
                <Button onClick={() => setStep({ at: isOn() ? 'end' : 'password' })}>
                  {isOn() ? words().factor.turnOff : words().factor.turnOn}
                </Button>
              </Show>
            </div>
          </>
        }
      >
        <Match when={step().at === 'password'}>
          <PasswordStep onBegun={(made) => setStep({ at: 'device', begun: made })} onCancel={rest} />
        </Match>
        <Match when={begun()}>
          {(made) => (
            <DeviceStep
              begun={made()}
              onConfirmed={(made) => {
                setStep({ at: 'codes', codes: made })
                revalidate()
              }}
              onCancel={rest}
            />
          )}
        </Match>
        <Match when={codes()}>
          {(made) => <RecoveryCodes codes={made()} onKept={() => (props.onKept ?? rest)()} />}
        </Match>
        <Match when={step().at === 'end'}>
          <EndStep onCancel={rest} />
        </Match>
      </Switch>
    </section>
  )
}

function focusOn(id: string): void {
  onMount(() => document.getElementById(id)?.focus())
}

function PasswordStep(props: { onBegun(begun: Begun): void; onCancel(): void }): JSX.Element {
  const saving = createSaving('factor')
  focusOn(saving.idOf('password'))
  const [password, setPassword] = createSignal('')
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    await saving.save(
      () => missing({ password: password() }),
      async () => {
        const made = await request(BeginSecondFactorDocument, { password: password() })
        props.onBegun(made.beginSecondFactor)
      },
    )
  }
  return (
    <form class="form" onSubmit={submit} novalidate>
      <SavingErrors saving={saving} />
      <p>{words().factor.beginText}</p>
      <PasswordField saving={saving} value={password()} onValue={setPassword} />
      <FormFoot busy={saving.busy()} submit={words().factor.next} onCancel={() => props.onCancel()} />
    </form>
  )
}

function DeviceStep(props: {
  begun: Begun
  onConfirmed(codes: string[]): void
  onCancel(): void
}): JSX.Element {
  const saving = createSaving('factor')
  focusOn(saving.idOf('code'))
  const [code, setCode] = createSignal('')
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    await saving.save(
      () => missing({ code: code() }),
      async () => {
        const { confirmSecondFactor } = await request(ConfirmSecondFactorDocument, { code: code() })
        props.onConfirmed(confirmSecondFactor.recoveryCodes)
      },
    )
  }
  return (
    <form class="form" onSubmit={submit} novalidate>
      <SavingErrors saving={saving} />
      <div class="factor">
        <QrCode text={props.begun.uri} label={words().factor.picture} />
        <div class="stack">
          <p>{words().factor.scan}</p>
          <p class="field__hint">{words().factor.secretHint}</p>
          <output class="secret__text" aria-label={words().factor.secret} dir="ltr">
            {props.begun.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
          </output>
        </div>
      </div>
      <TextField
        id={saving.idOf('code')}
        label={words().factor.code}
        hint={words().factor.codeHint}
        dir="ltr"
        inputmode="numeric"
        autocomplete="one-time-code"
        value={code()}
        error={saving.error('code')}
        onValue={setCode}
      />
      <FormFoot busy={saving.busy()} submit={words().factor.turnOn} onCancel={() => props.onCancel()} />
    </form>
  )
}

function EndStep(props: { onCancel(): void }): JSX.Element {
  const saving = createSaving('factor')
  focusOn(saving.idOf('password'))
  const [draft, setDraft] = createStore({ password: '', code: '' })
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    await saving.save(
      () => missing(draft),
      async () => {
        await request(EndSecondFactorDocument, { ...draft })
        showToast({ text: words().factor.turnedOff })
        revalidate()
        props.onCancel()
      },
    )
  }
  return (
    <form class="form" onSubmit={submit} novalidate>
      <SavingErrors saving={saving} />
      <PasswordField
        saving={saving}
        value={draft.password}
        onValue={(value) => setDraft('password', value)}
      />
      <TextField
        id={saving.idOf('code')}
        label={words().factor.endCode}
        dir="ltr"
        autocomplete="one-time-code"
        value={draft.code}
        error={saving.error('code')}
        onValue={(value) => setDraft('code', value)}
      />
      <FormFoot busy={saving.busy()} submit={words().factor.turnOff} onCancel={() => props.onCancel()} />
    </form>
  )
}

function PasswordField(props: {
  saving: ReturnType<typeof createSaving>
  value: string
  onValue(value: string): void
}): JSX.Element {
  return (
    <TextField
      id={props.saving.idOf('password')}
      label={words().factor.password}
      type="password"
      dir="ltr"
      autocomplete="current-password"
      value={props.value}
      error={props.saving.error('password')}
      onValue={(value) => props.onValue(value)}
    />
  )
}

function missing(draft: Record<string, string>): Problems {
  const empty = Object.keys(draft).filter((name) => !draft[name]?.trim())
  return Object.fromEntries(empty.map((name) => [name, words().required]))
}
