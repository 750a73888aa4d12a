import { setTheme, theme } from '../appearance.ts'
import { themes } from '../appearances.ts'
import { session, viewer } from '../data/session.ts'
import { signOut } from '../data/signIn.ts'
import { language, type Language } from '../i18n/language.ts'
import { speak, t } from '../i18n/t.ts'
import { navigate } from '../routing/router.ts'
import type { MenuItem } from '../ui/MenuProps.ts'
import { tellUnreachable } from '../ui/tellUnreachable.ts'
import { maySettleAnything } from './maySettleAnything.ts'
import { setOverlay } from './overlay.ts'

const languages: readonly { value: Language; label: string }[] = [
  { value: 'fa', label: 'فارسی' },
  { value: 'en', label: 'English' },
]

/** What the account menu offers: the language, the theme, help, the pages that stand nowhere else, and the way out. */
export function accountItems(): readonly MenuItem[] {
  return [
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
}

export async function leave(): Promise<void> {
  try {
    await signOut()
  } catch {
    tellUnreachable()
  }
}
