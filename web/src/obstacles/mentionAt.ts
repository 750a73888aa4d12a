/** Somebody whom a comment names. */
export interface Named {
  id: string
  name: string
}

/** What stands behind an «@» that is being typed: where it begins, up to where it goes, and what to search for. */
export interface MentionAt {
  from: number
  to: number
  query: string
}

/** An «@» at the start of a word, and behind it at most three words of a name. */
const OPEN = /(?:^|[\s(«])@((?:[\p{L}\p{M}\u200c]+(?: [\p{L}\p{M}\u200c]+){0,2} ?)?)$/u

/** The mention at the caret, if one is being typed. */
export function mentionAt(text: string, caret: number): MentionAt | undefined {
  const query = OPEN.exec(text.slice(0, caret))?.[1]
  if (query === undefined) return undefined
  return { from: caret - query.length - 1, to: caret, query }
}

/** The text with the name in the place of what was typed of it, and where the caret goes. */
export function withMention(
  text: string,
  { from, to }: MentionAt,
  name: string,
): { text: string; caret: number } {
  const before = `${text.slice(0, from)}@${name} `
  return { text: before + text.slice(to).replace(/^ /, ''), caret: before.length }
}

/** Those of the people whom the text still names. */
export function namedIn<Person extends Named>(text: string, people: readonly Person[]): Person[] {
  return people.filter(({ name }) => text.includes(`@${name}`))
}

/** A text in pieces, its mentions marked; put together again they are the text. The longest name wins. */
export function mentionPieces(text: string, names: readonly string[]): { text: string; mention: boolean }[] {
  const longestFirst = [...names].sort((a, b) => b.length - a.length).map((name) => `@${name}`)
  const pieces: { text: string; mention: boolean }[] = []
  let plain = ''
  for (let at = 0; at < text.length;) {
    const found = longestFirst.find((mention) => text.startsWith(mention, at))
    if (found) {
      if (plain) pieces.push({ text: plain, mention: false })
      pieces.push({ text: found, mention: true })
      plain = ''
    } else plain += text.charAt(at)
    at += found?.length ?? 1
  }
  return plain ? [...pieces, { text: plain, mention: false }] : pieces
}
