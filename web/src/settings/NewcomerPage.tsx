import '../styles/settings.css'
import { createEffect, type JSX } from 'solid-js'
import { newcomer, startAfresh } from '../data/session.ts'
import { t } from '../i18n/t.ts'
import { BrandMark } from '../shell/BrandMark.tsx'
import { leave } from '../shell/accountItems.ts'
import { Button } from '../ui/Button.tsx'
import { SecondFactorPanel } from './SecondFactorPanel.tsx'
import { words } from './words.ts'

/** For whoever signed in with a password alone although the role takes more: nothing else is open. */
export default function NewcomerPage(): JSX.Element {
  createEffect(() => {
    document.title = `${words().factor.needed} · ${t().product}`
  })
  return (
    <main class="main__body settings settings--narrow newcomer" id="main" tabindex="-1">
      <p class="login__brand">
        <BrandMark />
        <span>{t().product}</span>
      </p>
      <h1 class="page-head__title">{words().factor.needed}</h1>
      <p>{words().factor.neededText}</p>
      <SecondFactorPanel isOn={false} onKept={startAfresh} />
      <div class="cluster">
        <bdi class="muted">{newcomer()?.name}</bdi>
        <Button variant="quiet" icon="logout" onClick={leave}>
          {t().account.signOut}
        </Button>
      </div>
    </main>
  )
}
