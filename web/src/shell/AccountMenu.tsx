import { type JSX, Show } from 'solid-js'
import { viewer } from '../data/session.ts'
import { t } from '../i18n/t.ts'
import { onIntent } from '../loading/onIntent.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Menu } from '../ui/Menu.tsx'

const menu = onIntent(() => import('./accountItems.ts'))

/** Who is signed in, the language, the theme, and the way out. */
export function AccountMenu(): JSX.Element {
  return (
    <Show when={viewer()}>
      {(person) => (
        <Menu
          class="rail__account"
          label={t().nav.account(person().name)}
          items={menu()?.accountItems() ?? []}
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
          <span class="visually-hidden">{t().nav.account(person().name)}</span>
        </Menu>
      )}
    </Show>
  )
}
