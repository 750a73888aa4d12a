import type { CardFragment } from '../gql/graphql.ts'

/**
 * The cards of a column while somebody points at it or stands in it: those that were there keep their places, new ones
 * go to the end, and nothing slips away under the pointer. What has left stays where it was until the hold ends; `own`
 * says whether the person moved it away themselves.
 */
export function holdOrder(
  shown: readonly CardFragment[],
  present: readonly CardFragment[],
  own: (id: string) => boolean,
): readonly CardFragment[] {
  const byId = new Map(present.map((card) => [card.id, card]))
  const kept = shown.flatMap((card) => byId.get(card.id) ?? (own(card.id) ? [] : [card]))
  const known = new Set(kept.map(({ id }) => id))
  return [...kept, ...present.filter(({ id }) => !known.has(id))]
}
