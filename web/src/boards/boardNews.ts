import { isOwnChange } from '../data/ownChanges.ts'
import type { ObstacleStatus } from '../gql/graphql.ts'
import { formatRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'

/** What is remembered of a card to see what has changed. */
export interface SeenCard {
  ref: string
  version: number
  status: ObstacleStatus
  overdue: boolean
}

export interface BoardNews {
  /** The obstacles that others, or the clock, have changed. */
  ids: string[]
  /** What to tell about it, in one sentence; empty where there is nothing. */
  text: string
}

const TOLD_SINGLY = 2

/** What is new on a board between two sights of it. Own changes are no news: a toast told them. */
export function boardNews(
  before: ReadonlyMap<string, SeenCard>,
  after: ReadonlyMap<string, SeenCard>,
): BoardNews {
  const changed = [...after].filter(([id, card]) => {
    const seen = before.get(id)
    if (!seen || isOwnChange(id, card.version)) return false
    return seen.version !== card.version || seen.overdue !== card.overdue || seen.status !== card.status
  })
  const text =
    changed.length > TOLD_SINGLY
      ? t().boardNews.many(changed.length)
      : changed.map(([id, card]) => sentence(before.get(id), card)).join(' ')
  return { ids: changed.map(([id]) => id), text }
}

function sentence(before: SeenCard | undefined, card: SeenCard): string {
  const { boardNews: news } = t()
  const ref = formatRef(card.ref)
  if (card.overdue && before?.overdue === false) return news.overdue(ref)
  if (card.status !== before?.status) return news.moved(ref, t().statuses[card.status])
  return news.changed(ref)
}
