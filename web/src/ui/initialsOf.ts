const NON_JOINER = '\u200c'

/** Two initials; a zero-width non-joiner keeps Persian letters from joining. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/[\s\u200c]+/)
  const first = letterOf(words[0])
  const last = words.length > 1 ? letterOf(words.at(-1)) : ''
  return /^[a-z]/i.test(first) ? (first + last).toUpperCase() : [first, last].filter(Boolean).join(NON_JOINER)
}

function letterOf(word = ''): string {
  return /\p{L}/u.exec(word)?.[0] ?? ''
}
