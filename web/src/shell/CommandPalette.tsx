import { createEffect, createMemo, createSignal, For, type JSX, on, Show, untrack } from 'solid-js'
import { createData } from '../data/createData.ts'
import { revisionOfSettings } from '../data/revision.ts'
import { viewer } from '../data/session.ts'
import { PaletteAgenciesDocument, PaletteObstaclesDocument } from '../gql/graphql.ts'
import { formatRef, numberOfRef, parseRef } from '../i18n/formatRef.ts'
import { localText } from '../i18n/localText.ts'
import { speak, t } from '../i18n/t.ts'
import { navigate } from '../routing/router.ts'
import { setTheme } from '../appearance.ts'
import { themes } from '../appearances.ts'
import { createPaused } from '../ui/createPaused.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { maySettleAnything } from './maySettleAnything.ts'
import { setOverlay } from './overlay.ts'
import { findEntries, type PaletteEntry } from './paletteEntries.ts'

const PAUSE_MS = 150
const SHORTEST_SEARCH = 3

/**
 * Any obstacle by its number or words, any agency, page or action, by typing a part of its name. What was `typed` before it
 * was here is there already.
 */
export default function CommandPalette(props: { typed: string; onClose(): void }): JSX.Element {
  const [text, setText] = createSignal(untrack(() => props.typed))
  const sought = createPaused(() => text().trim(), PAUSE_MS)
  const [at, setAt] = createSignal(0)
  const agencies = createData(PaletteAgenciesDocument, () => ({}), revisionOfSettings)
  // Asked once for what is typed: nothing changes its place under the hand.
  const obstacles = createData(
    PaletteObstaclesDocument,
    () => (sought().length >= SHORTEST_SEARCH ? { search: sought() } : undefined),
    () => 0,
  )
  createEffect(on(text, () => setAt(0)))
  const to = (href: string) => () => navigate(href)
  const pages = (): PaletteEntry[] => {
    const page = (href: string, label: string, icon: string, alias = ''): PaletteEntry => ({
      id: href,
      group: 'page',
      label,
      alias,
      icon,
      run: to(href),
    })
    const { nav, board } = t()
    return [
      ...(viewer()?.role === 'VIEWER' ? [] : [page('/my-work', nav.myWork, 'work', 'my work')]),
      page('/b/single-window', board.titles['single-window'], 'board', `${nav.board} board`),
      page('/b/agencies', board.titles.agencies, 'board', `${nav.board} board`),
      page('/b/all', board.titles.all, 'board', `${nav.board} board`),
      page('/b/all?view=list', `${board.titles.all}${t().comma}${board.views.list}`, 'list', 'list'),
      page(
        '/b/all?view=calendar',
        `${board.titles.all}${t().comma}${board.views.calendar}`,
        'calendar',
        'calendar',
      ),
      page('/review', nav.review, 'review', 'review'),
      page('/inbox', t().nav.inbox, 'bell', 'inbox'),
      ...(maySettleAnything(viewer()) ? [page('/settings', nav.settings, 'settings', 'settings')] : []),
      page('/account', t().account.own, 'user', 'account password'),
    ]
  }
  const actions = (): PaletteEntry[] => {
    const action = (id: string, label: string, icon: string, run: () => void, alias = ''): PaletteEntry => ({
      id,
      group: 'action',
      label,
      alias,
      icon,
      run,
    })
    return [
      ...(viewer()?.role === 'VIEWER' ? [] : [action('log', t().nav.log, 'plus', to('/log'), 'log')]),
      action('keys', t().keys.title, 'keyboard', () => setOverlay('keys'), 'help keys'),
      action('print', t().palette.print, 'printer', () => requestAnimationFrame(() => print()), 'print'),
      action('fa', 'فارسی', 'globe', () => void speak('fa'), t().account.language),
      action('en', 'English', 'globe', () => void speak('en'), t().account.language),
      ...themes.map((name) =>
        action(
          `theme-${name}`,
          `${t().account.theme}${t().comma}${t().account.themes[name]}`,
          name === 'dark' ? 'moon' : 'sun',
          () => setTheme(name),
          `theme ${name}`,
        ),
      ),
    ]
  }
  const places = (): PaletteEntry[] =>
    (agencies.value?.agencies ?? []).map(({ code, name }) => ({
      id: `agency-${code}`,
      group: 'agency',
      label: name,
      alias: code,
      icon: 'agency',
      run: to(`/b/all?agency=${encodeURIComponent(code)}`),
    }))
  const numbered = (): PaletteEntry[] => {
    const ref = parseRef(text())
    return ref ? [obstacleEntry(ref, t().quickView.openFile)] : []
  }
  const obstacleEntry = (ref: string, title: string): PaletteEntry => ({
    id: ref,
    group: 'obstacle',
    label: `${formatRef(ref)}${t().comma}${title}`,
    icon: 'document',
    run: to(`/o/${numberOfRef(ref)}`),
  })
  const found = createMemo((): PaletteEntry[] => [
    ...numbered(),
    ...findEntries([...pages(), ...actions(), ...places()], text()),
    ...(sought().length >= SHORTEST_SEARCH && text().trim() === sought()
      ? (obstacles.value?.obstacles.edges ?? []).map(({ node }) =>
          obstacleEntry(node.ref, localText(node.title)),
        )
      : []),
  ])
  const run = (entry: PaletteEntry | undefined): void => {
    if (!entry) return
    props.onClose()
    entry.run()
  }
  const press = (event: KeyboardEvent): void => {
    const count = found().length
    if (event.key === 'Enter') run(found()[at()])
    else if (event.key === 'ArrowDown' && count > 0) setAt((i) => (i + 1) % count)
    else if (event.key === 'ArrowUp' && count > 0) setAt((i) => (i + count - 1) % count)
    else return
    event.preventDefault()
    document.getElementById(`palette-${at()}`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <Dialog title={t().palette.title} onClose={() => props.onClose()}>
      <form class="palette" onSubmit={(event) => event.preventDefault()}>
        <input
          class="input"
          type="text"
          role="combobox"
          autocomplete="off"
          aria-label={t().palette.label}
          aria-autocomplete="list"
          aria-expanded={found().length > 0}
          aria-controls="palette-list"
          aria-activedescendant={found().length > 0 ? `palette-${at()}` : undefined}
          placeholder={t().palette.placeholder}
          value={text()}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={press}
        />
        <p class="visually-hidden" role="status">
          {found().length > 0 ? t().palette.found(found().length) : t().palette.nothing}
        </p>
        <Show when={found().length > 0} fallback={<p class="muted">{t().palette.nothing}</p>}>
          <ul class="palette__list" id="palette-list" role="listbox" aria-label={t().palette.results}>
            <For each={found()}>
              {(entry, index) => (
                <li
                  class="palette__item"
                  id={`palette-${index()}`}
                  role="option"
                  aria-selected={index() === at()}
                  onPointerMove={() => setAt(index())}
                  onClick={() => run(entry)}
                >
                  <Icon name={entry.icon} />
                  <bdi class="palette__label">{entry.label}</bdi>
                  <span class="palette__group">{t().palette.groups[entry.group]}</span>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </form>
    </Dialog>
  )
}
