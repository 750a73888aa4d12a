import { createEffect, createSignal, For, type JSX, Show } from 'solid-js'
import { session, viewer } from '../data/session.ts'
import { formatNumber } from '../i18n/formatNumber.ts'
import { formatTargetDay } from '../i18n/formatJalali.ts'
import { language } from '../i18n/language.ts'
import { speak, t } from '../i18n/t.ts'
import { address, navigate } from '../routing/router.ts'
import { BrandMark } from '../shell/BrandMark.tsx'
import { SignInForm } from './SignInForm.tsx'

export default function SignInPage(): JSX.Element {
  // Whoever was given a password is led to where another one is chosen.
  const [isTemporary, setTemporary] = createSignal(false)
  createEffect(() => {
    document.title = `${t().signIn.title} · ${t().product}`
  })
  createEffect(() => {
    if (viewer())
      navigate(isTemporary() ? '/account' : localPath(address.query['next'] ?? ''), { replace: true })
  })
  return (
    <main class="login" id="main" tabindex="-1">
      <div class="login__intro">
        <p class="login__brand">
          <BrandMark />
          <span>{t().product}</span>
        </p>
        <h1 class="login__title">
          <For each={t().signIn.heading}>{(line) => <span class="login__line">{line} </span>}</For>
        </h1>
        <Show when={session.value?.installation}>
          {(place) => (
            <>
              <p class="login__text">{t().signIn.text(place().name)}</p>
              <dl class="login__facts">
                <Fact label={t().signIn.agencies} value={place().agencyCount} />
                <Fact label={t().signIn.services} value={place().serviceCount} />
                <Show
                  when={place().milestone}
                  fallback={<Fact label={t().signIn.operating} value={place().operatingCount} />}
                >
                  {(aim) => (
                    <Fact
                      label={t().signIn.workingDays(formatTargetDay(aim().dueDate))}
                      value={place().workingDaysLeft ?? 0}
                    />
                  )}
                </Show>
              </dl>
            </>
          )}
        </Show>
      </div>
      <section class="login__form" aria-labelledby="sign-in-title">
        <h2 class="login__heading" id="sign-in-title">
          {t().signIn.title}
        </h2>
        <SignInForm onDone={setTemporary} />
        <p class="field__hint">{t().signIn.help}</p>
      </section>
      <div class="login__foot">
        <div class="cluster" role="group" aria-label={t().signIn.language}>
          <button
            type="button"
            class="link"
            lang="fa"
            aria-pressed={language() === 'fa'}
            onClick={() => void speak('fa')}
          >
            فارسی
          </button>
          <button
            type="button"
            class="link"
            lang="en"
            aria-pressed={language() === 'en'}
            onClick={() => void speak('en')}
          >
            English
          </button>
        </div>
      </div>
    </main>
  )
}

function Fact(props: { label: string; value: number }): JSX.Element {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>{formatNumber(props.value)}</dd>
    </div>
  )
}

/** Where to go on: a path of this site and nothing else. */
function localPath(next: string): string {
  return /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/'
}
