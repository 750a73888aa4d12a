import { searchKey, searchTerms } from '@goshayesh/shared/persianText'

/** A text in pieces, those that hold a word of the query marked; put together again they are the text. */
export function markWords(text: string, query: string): { text: string; marked: boolean }[] {
  const terms = new Set(searchTerms(query).filter((term) => term.length > 2))
  return text.split(/(\s+)/).map((piece) => ({ text: piece, marked: terms.has(searchKey(piece)) }))
}
