/** What a file is, by its content. */
export interface FileKind {
  mime: string
  /** The first one is given to a name that has none of them. */
  extensions: readonly string[]
  /** A browser may show it; all else is saved. */
  inline: boolean
}

/** How many bytes of a file tell its kind. */
export const headLength = 16

/**
 * The kind of a file by its first bytes. 'ZIP' may be an office file, which its directory tells; null is none that is taken.
 */
export function kindByHead(head: Uint8Array): FileKind | 'ZIP' | null {
  if (starts(head, 'PK\u0003\u0004')) return 'ZIP'
  return signatures.find(({ matches }) => matches(head))?.kind ?? null
}

const starts = (head: Uint8Array, text: string, at = 0): boolean =>
  Array.from(text, (letter) => letter.charCodeAt(0)).every((byte, place) => head[at + place] === byte)

const signatures: { matches: (head: Uint8Array) => boolean; kind: FileKind }[] = [
  {
    matches: (head) => starts(head, '\u0089PNG\r\n\u001a\n'),
    kind: { mime: 'image/png', extensions: ['png'], inline: true },
  },
  {
    matches: (head) => starts(head, '\u00ff\u00d8\u00ff'),
    kind: { mime: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jfif'], inline: true },
  },
  {
    matches: (head) => starts(head, 'GIF87a') || starts(head, 'GIF89a'),
    kind: { mime: 'image/gif', extensions: ['gif'], inline: true },
  },
  {
    matches: (head) => starts(head, 'RIFF') && starts(head, 'WEBP', 8),
    kind: { mime: 'image/webp', extensions: ['webp'], inline: true },
  },
  {
    matches: (head) => starts(head, '%PDF-'),
    kind: { mime: 'application/pdf', extensions: ['pdf'], inline: true },
  },
]
