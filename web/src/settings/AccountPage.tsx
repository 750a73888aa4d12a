import '../styles/settings.css'
import { createSignal, type JSX, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { density, setDensity, setTheme, theme } from '../appearance.ts'
import { densities, type Density, type Theme, themes } from '../appearances.ts'
import { createData } from '../data/createData.ts'
import { dateText } from '../data/dateText.ts'
import { request } from '../data/request.ts'
import { revalidate } from '../data/revision.ts'
import { viewer } from '../data/session.ts'
import { ChangePasswordDocument, OwnAccountDocument } from '../gql/graphql.ts'
import { language, type Language } from '../i18n/language.ts'
import { speak, t } from '../i18n/t.ts'
import { Page } from '../shell/Page.tsx'
import { setSingleKeys, singleKeysOn } from '../shell/singleKeys.ts'
import { Button } from '../ui/Button.tsx'
import { Choices } from '../ui/Choices.tsx'
import { TextField } from '../ui/TextField.tsx'
import { showToast } from '../ui/showToast.ts'
import { createSaving, type Problems } from './createSaving.ts'
import { SavingErrors } from './SavingErrors.tsx'
import { SecondFactorPanel } from './SecondFactorPanel.tsx'
import { SessionsPanel } from './SessionsPanel.tsx'
import { words } from './words.ts'

const SHORTEST = 10

/** What everybody sets for themselves: the password first, which may be waited for; the language, the look, the keys last. */
export default function AccountPage(): JSX.Element {
  const own = createData(OwnAccountDocument, () => ({}))
  return (
    <Page title={words().account.title} sub={<bdi>{viewer()?.name}</bdi>}>
      <div class="main__body settings settings--narrow">
        <PasswordForm expiresAt={own.value?.viewer?.passwordExpiresAt} />
        <SecondFactorPanel isOn={own.value?.viewer?.secondFactor} />
        <SessionsPanel />
        <section class="panel" aria-labelledby="account-display">
          <h2 class="panel__title" id="account-display">
            {words().account.display}
          </h2>
          <Choices
            id="account-language"
            label={words().account.language}
            inline
            value={language()}
            choices={[
              { value: 'fa', label: 'فارسی' },
              { value: 'en', label: 'English' },
            ]}
            onValue={(value) => void speak(value as Language)}
          />
          <Choices
            id="account-theme"
            label={words().account.theme}
            inline
            value={theme()}
            choices={themes.map((value) => ({ value, label: t().account.themes[value] }))}
            onValue={(value) => setTheme(value as Theme)}
          />
          <Choices
            id="account-density"
            label={words().account.density}
            inline
            value={density()}
            choices={densities.map((value) => ({ value, label: words().account.densities[value] }))}
            onValue={(value) => setDensity(value as Density)}
          />
          <Choices
            id="account-keys"
            label={words().account.keys}
            inline
            value={singleKeysOn() ? 'on' : 'off'}
            choices={[
              { value: 'on', label: words().account.keysOn },
              { value: 'off', label: words().account.keysOff },
            ]}
            onValue={(value) => setSingleKeys(value === 'on')}
          />
          <p class="field__hint">{words().account.keysText}</p>
        </section>
      </div>
    </Page>
  )
}

function PasswordForm(props: { expiresAt: string | null | undefined }): JSX.Element {
  const saving = createSaving('own')
  const [draft, setDraft] = createStore({ current: '', next: '' })
  const [shown, setShown] = createSignal(false)
  const type = (): string => (shown() ? 'text' : 'password')
  const check = (): Problems => ({
    ...(draft.current ? {} : { current: words().required }),
    ...(Array.from(draft.next).length >= SHORTEST ? {} : { next: words().account.short }),
  })
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    await saving.save(check, async () => {
      await request(ChangePasswordDocument, { input: { ...draft } })
      setDraft({ current: '', next: '' })
      showToast({ text: words().account.changed })
      revalidate()
    })
  }
  return (
    <section class="panel" aria-labelledby="account-password">
      <div class="panel__head">
        <h2 class="panel__title" id="account-password">
          {words().account.password}
        </h2>
        <p class="panel__note">{words().account.passwordNote}</p>
      </div>
      <Show when={props.expiresAt}>
        {(at) => (
          <div class="callout callout--soon">
            <p>{words().account.temporary(dateText(Date.parse(at())))}</p>
          </div>
        )}
      </Show>
      <form class="form" onSubmit={submit} novalidate>
        <SavingErrors saving={saving} />
        <TextField
          id={saving.idOf('current')}
          label={words().account.current}
          type={type()}
          dir="ltr"
          autocomplete="current-password"
          value={draft.current}
          error={saving.error('current')}
          onValue={(value) => setDraft('current', value)}
        />
        <TextField
          id={saving.idOf('next')}
          label={words().account.next}
          hint={words().account.nextHint}
          type={type()}
          dir="ltr"
          autocomplete="new-password"
          value={draft.next}
          error={saving.error('next')}
          onValue={(value) => setDraft('next', value)}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={shown()}
            onChange={(event) => setShown(event.currentTarget.checked)}
          />
          {words().account.show}
        </label>
        <div class="cluster">
          <Button type="submit" variant="primary" busy={saving.busy()}>
            {words().account.change}
          </Button>
        </div>
      </form>
    </section>
  )
}
