import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js'
import type { CardFragment } from '../gql/graphql.ts'
import { soon } from '../loading/soon.ts'
import { announce } from '../ui/Announcer.tsx'
import type { SeenCard } from './boardNews.ts'

const FRESH_MS = 2_000
const code = soon(() => import('./boardNews.ts'))

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
    const { boardNews, seenCards } = code() ?? {}
    if (!boardNews || !seenCards) return
    const now = { sight: sight(), seen: seenCards(cards()) }
    const { ids, text } =
      before?.sight === now.sight ? boardNews(before.seen, now.seen) : { ids: [], text: '' }
    before = now
    if (ids.length === 0) return
    announce(text)
    setFresh(new Set(ids))
    clearTimeout(timer)
    timer = setTimeout(() => setFresh(new Set<string>()), FRESH_MS)
  })
  onCleanup(() => clearTimeout(timer))
  return (id) => fresh().has(id)
}
