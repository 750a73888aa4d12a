import { useNavigate } from '@solidjs/router'
import { type JSX, Show } from 'solid-js'
import { session, signOut, viewer } from '../data/session.ts'
import { language, type Language } from '../i18n/language.ts'
import { speak, t } from '../i18n/t.ts'
import { setTheme, theme, type Theme } from '../theme.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Menu, type MenuItem } from '../ui/Menu.tsx'
import { showToast } from '../ui/Toasts.tsx'
import { maySettleAnything } from './maySettleAnything.ts'
import { setOverlay } from './overlay.ts'

const languages: readonly { value: Language; label: string }[] = [
  { value: 'fa', label: 'فارسی' },
  { value: 'en', label: 'English' },
]
const themes: readonly Theme[] = ['system', 'light', 'dark']

/** Who is signed in, the language, the theme, and the way out. */
export function AccountMenu(): JSX.Element {
  const navigate = useNavigate()
  const items = (): MenuItem[] => [
    ...languages.map(({ value, label }, i) => ({
      label,
      checked: language() === value,
      onSelect: () => void speak(value),
      ...(i === 0 ? { group: t().account.language } : {}),
    })),
    ...themes.map((value, i) => ({
      label: t().account.themes[value],
      checked: theme() === value,
      onSelect: () => setTheme(value),
      ...(i === 0 ? { group: t().account.theme } : {}),
    })),
    {
      label: t().account.commands,
      icon: 'search',
      hint: 'Ctrl+K',
      group: t().account.help,
      onSelect: () => setOverlay('palette'),
    },
    { label: t().account.keys, icon: 'keyboard', hint: '?', onSelect: () => setOverlay('keys') },
    {
      label: t().account.own,
      icon: 'user',
      group: session.value?.installation.name ?? '',
      onSelect: () => navigate('/account'),
    },
    ...(maySettleAnything(viewer())
      ? [{ label: t().nav.settings, icon: 'settings', onSelect: () => navigate('/settings') }]
      : []),
    {
      label: t().account.signOut,
      icon: 'logout',
      onSelect: leave,
    },
  ]
  return (
    <Show when={viewer()}>
      {(person) => (
        <Menu
          class="rail__account"
          label={t().account.menu(person().name)}
          items={items()}
          head={
            <div class="menu__head">
              <b>
                <bdi>{person().name}</bdi>
              </b>
              <span class="muted">{person().agency?.name ?? t().roles[person().role]}</span>
              <Show when={person().agency}>
                <span class="muted">{t().roles[person().role]}</span>
              </Show>
            </div>
          }
        >
          <Avatar name={person().name} brand />
          <span class="visually-hidden">{t().account.menu(person().name)}</span>
        </Menu>
      )}
    </Show>
  )
}

async function leave(): Promise<void> {
  try {
    await signOut()
  } catch {
    showToast({ tone: 'error', text: t().errors.unreachable })
  }
}
