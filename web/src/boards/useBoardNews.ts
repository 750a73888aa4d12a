import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js'
import type { CardFragment } from '../gql/graphql.ts'
import { part } from '../loading/part.ts'
import { announce } from '../ui/Announcer.tsx'
import type { SeenCard } from './boardNews.ts'

const FRESH_MS = 2_000
const code = part(() => import('./boardNews.ts'))

/**
 * Tells what others change on the board, and gives whether a card was changed just now. `sight` names what is looked
 * at: another filter is no news.
 */
export function useBoardNews(
  sight: Accessor<string>,
  cards: Accessor<readonly CardFragment[]>,
): (id: string) => boolean {
  const [fresh, setFresh] = createSignal<ReadonlySet<string>>(new Set())
  let timer: ReturnType<typeof setTimeout> | undefined
  let before: { sight: string; seen: Map<string, SeenCard> } | undefined
  createEffect(() => {
    const now = { sight: sight(), seen: seenCards(cards()) }
    if (before?.sight === now.sight) tell(before.seen, now.seen)
    before = now
  })
  const tell = (earlier: Map<string, SeenCard>, later: Map<string, SeenCard>): void => {
    code.now().then(
      ({ boardNews }) => {
        const { ids, text } = boardNews(earlier, later)
        if (ids.length === 0) return
        announce(text)
        setFresh(new Set(ids))
        clearTimeout(timer)
        timer = setTimeout(() => setFresh(new Set<string>()), FRESH_MS)
      },
      // What is new is on the screen; only the hint is missing.
      () => undefined,
    )
  }
  onCleanup(() => clearTimeout(timer))
  return (id) => fresh().has(id)
}

/** What is to be remembered of the cards on the screen. */
function seenCards(cards: readonly CardFragment[]): Map<string, SeenCard> {
  return new Map(
    cards.map(({ id, ref, version, status, overdue }) => [id, { ref, version, status, overdue }]),
  )
}
