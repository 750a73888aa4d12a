import { toLatinDigits } from './digits.ts'

const ZWNJ = '\u200c'
const MAX_QUERY_LENGTH = 1_000
const MAX_TERM_LENGTH = 40

// Word processors paste a vertical tab for a line break within a paragraph.
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
const LONE_SURROGATES = /\p{Cs}/gu
const PRESENTATION_FORMS = /[\ufb50-\ufdff\ufe70-\ufefc]+/g
// Controls but newline and tab, invisible marks, bidirectional overrides and isolates, tatweel.
const STRIPPED =
  /(?![\n\t])[\p{Cc}\u00ad\u0640\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu
const ARABIC_LETTERS = /[\u064a\u0649\u0643\u06aa]/g
const PERSIAN_LETTER: Record<string, string> = { '\u064a': 'ی', '\u0649': 'ی', '\u0643': 'ک', '\u06aa': 'ک' }

// What decomposing leaves that is still written in several ways; hamza on its own is dropped.
const VARIANT_LETTERS = /[\u064a\u0649\u0643\u06aa\u0629\u06d5\u06be\u06c1\u0671\u0621]/g
const PLAIN_LETTER: Record<string, string> = {
  ...PERSIAN_LETTER,
  '\u0629': 'ه',
  '\u06d5': 'ه',
  '\u06be': 'ه',
  '\u06c1': 'ه',
  '\u0671': 'ا',
}

// Nothing in it has another form: letters of the keyboard, digits, signs and single spaces between them.
const TIDY = /^(?:[!-~آ-غف-قلمنوکگی۰-۹پچژ،؛؟«»]|(?<=[^ \u200c])[ \u200c](?=[^ \u200c]))*$/

/**
 * Text as it is stored: Persian ی and ک whatever the keyboard sent, presentation forms spelt out, no control
 * characters but newline, no tatweel, single spaces, half-spaces (ZWNJ) only between letters. Digits and
 * half-spaces stay as typed. Normalising twice changes nothing. Cost is linear in the length.
 */
export function normalizePersian(text: string): string {
  if (TIDY.test(text)) return text
  return tidySpaces(
    wellFormed(text)
      .replace(LINE_ENDS, '\n')
      .replace(PRESENTATION_FORMS, (forms) => forms.normalize('NFKC'))
      .replace(STRIPPED, '')
      .normalize('NFC')
      .replace(ARABIC_LETTERS, (letter) => PERSIAN_LETTER[letter] ?? letter),
  )
}

/** As String.toWellFormed, which Chromium 109 has not: halves of characters become U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATES, '\ufffd')
}

/**
 * The form under which texts find each other: letters without diacritics and hamza, Latin digits, lower case,
 * everything else a space. Half-spaces vanish, and the particles that people write apart are joined to their
 * word, so that «می‌شود», «می شود» and «میشود», «فرم‌ها», «فرم ها» and «فرمها» share one key. A compound noun
 * written with a half-space meets the one written together («صورت‌جلسه», «صورتجلسه»), not the one written
 * apart: that needs a dictionary.
 */
export function searchKey(text: string): string {
  const plain = normalizePersian(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(VARIANT_LETTERS, (letter) => PLAIN_LETTER[letter] ?? '')
    // The ezafe of «اداره‌ی کل» is not written in «اداره کل».
    .replace(/ه\u200cی(?![\p{L}\p{N}])/gu, 'ه')
    .replace(/[\u200c\u200d]/g, '')
  return joinParticles(toLatinDigits(plain).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}

/** The distinct words of a query's search key: at most maxTerms, each at most 40 characters. */
export function searchTerms(text: string, maxTerms = 12): string[] {
  const words = searchKey(text.slice(0, MAX_QUERY_LENGTH)).split(' ')
  const terms = words.map((word) => word.slice(0, MAX_TERM_LENGTH).replace(/[\ud800-\udbff]$/, ''))
  return [...new Set(terms)].filter((term) => term !== '').slice(0, maxTerms)
}

/**
 * How alike others are to a text, 0 to 1: the share of three-letter pieces that they have in common (Dice), over their
 * search keys without spaces, so that word division does not matter. A text without letters is like nothing.
 */
export function similarityTo(text: string): (other: string) => number {
  const pieces = trigrams(text)
  return (other) => {
    const piecesOfOther = trigrams(other)
    if (pieces.length === 0 || piecesOfOther.length === 0) return 0
    return (2 * countCommon(pieces, piecesOfOther)) / (pieces.length + piecesOfOther.length)
  }
}

function tidySpaces(text: string): string {
  return text
    .replace(/[\p{Zs}\t\u200c]+/gu, (run) => (/[^\u200c]/.test(run) ? ' ' : ZWNJ))
    .replace(/[ \u200c]?\n[ \u200c]?/g, '\n')
    .replace(/^\u200c|\u200c$/g, '')
    .trim()
}

const PREFIXES = new Set(['می', 'نمی'])
const SUFFIXES = new Set(['ها', 'های', 'هایی', 'ای', 'تر', 'ترین'])

function joinParticles(words: string[]): string[] {
  const joined: string[] = []
  let afterPrefix = false
  for (const word of words) {
    const last = joined.at(-1)
    if (last !== undefined && word === 'ی' && last.endsWith('ه')) continue
    if (last !== undefined && (afterPrefix || SUFFIXES.has(word))) joined[joined.length - 1] = last + word
    else joined.push(word)
    afterPrefix = PREFIXES.has(word)
  }
  return joined
}

// Sorted numbers instead of a set of strings: comparing is one merge, and nothing is hashed.
function trigrams(text: string): Float64Array {
  const key = searchKey(text).replaceAll(' ', '')
  if (key === '') return new Float64Array(0)
  const padded = ` ${key} `
  const pieces = new Float64Array(padded.length - 2)
  for (let index = 0; index < pieces.length; index++) pieces[index] = pieceAt(padded, index)
  return pieces.sort()
}

function pieceAt(text: string, index: number): number {
  return (text.charCodeAt(index) * 65_536 + text.charCodeAt(index + 1)) * 65_536 + text.charCodeAt(index + 2)
}

function countCommon(a: Float64Array, b: Float64Array): number {
  let common = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0)
    if (difference === 0) common++
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return common
}
