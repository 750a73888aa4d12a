import { type JSX, onCleanup } from 'solid-js'
import { t } from '../i18n/t.ts'
import { address, setQuery } from '../routing/router.ts'
import { isFree } from '../shell/useShortcuts.ts'
import { Icon } from '../ui/Icon.tsx'

const PAUSE_MS = 250

/** Full text search; the key / leads to it. */
export function BoardSearch(): JSX.Element {
  let input!: HTMLInputElement
  let timer: ReturnType<typeof setTimeout> | undefined
  const type = (value: string): void => {
    clearTimeout(timer)
    timer = setTimeout(() => setQuery({ q: value.trim() }, { replace: true }), PAUSE_MS)
  }
  const press = (event: KeyboardEvent): void => {
    if (event.code !== 'Slash' || event.shiftKey || !isFree(event)) return
    event.preventDefault()
    input.focus()
    input.select()
  }
  document.addEventListener('keydown', press)
  onCleanup(() => {
    clearTimeout(timer)
    document.removeEventListener('keydown', press)
  })
  return (
    <div class="search filters__search" role="search">
      <Icon name="search" />
      <input
        ref={input}
        class="search__input"
        type="search"
        maxlength="200"
        aria-label={t().board.search}
        placeholder={t().board.search}
        value={address.query['q'] ?? ''}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <kbd class="kbd" dir="ltr" aria-hidden="true">
        /
      </kbd>
    </div>
  )
}
