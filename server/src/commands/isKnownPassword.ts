import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toLatinDigits } from '@goshayesh/shared/digits'
import { searchKey } from '@goshayesh/shared/persianText'

/** What a password has to hold beyond words that anybody would try. */
const LEAST_OF_ITS_OWN = 6
const SHORTEST_WORD = 4
/** Fewer keys in a row than this are no walk. */
const SHORTEST_WALK = 4

/** Words that anybody would try, here as everywhere. */
const commonWords =
  'goshayesh گشایش password passwort گذرواژه رمزعبور پسورد qwerty admin administrator welcome letmein iloveyou iran ایران tehran تهران'

/**
 * Whether a password is among those that are tried first: one of the commonest, in any case and on a Persian
 * keyboard too, one piece again and again, walks along the keys, or little more than words that are known of the
 * person and the place.
 */
export function isKnownPassword(password: string, about: string[]): boolean {
  const plain = toLatinDigits(password.normalize('NFKC').toLowerCase())
  return (
    commonest().has(plain) ||
    commonest().has(onLatinKeys(plain)) ||
    /^(.+?)\1+$/su.test(plain) ||
    isWalk(plain) ||
    isLittleMoreThan(words([commonWords, ...about]), plain)
  )
}

let known: Set<string> | undefined

/** Of ten million that came to light, the 5,000 commonest of ten characters or more. */
function commonest(): Set<string> {
  const file = join(import.meta.dirname, 'data', 'known-passwords.txt')
  known ??= new Set(readFileSync(file, 'utf8').trim().split('\n'))
  return known
}

/** The keys of the standard Persian keyboard and those of the Latin one, in the same order. */
const persianKeys = 'ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو'
const latinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,"

function onLatinKeys(text: string): string {
  return Array.from(text, (key) => latinKeys[persianKeys.indexOf(key)] ?? key).join('')
}

const rows = [
  '`1234567890-=',
  '!@#$%^&*()_+',
  'qwertyuiop[]',
  "asdfghjkl;'",
  'zxcvbnm,./',
  'abcdefghijklmnopqrstuvwxyz',
  'ضصثقفغعهخحجچ',
  'شسیبلاتنمکگ',
  'ظطزرذدپو',
  'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی',
]

/** Made of runs, each along a row of keys or an alphabet, there or back, or on one key. */
function isWalk(text: string): boolean {
  const keys = Array.from(text)
  let runs = 1
  let step: number | undefined
  for (let at = 1; at < keys.length; at++) {
    const next = stepBetween(keys[at - 1] ?? '', keys[at] ?? '')
    if (next !== undefined && (step === undefined || next === step)) {
      step = next
      continue
    }
    runs++
    step = undefined
  }
  return keys.length >= runs * SHORTEST_WALK
}

function stepBetween(from: string, to: string): -1 | 0 | 1 | undefined {
  if (from === to) return 0
  if (rows.some((row) => row.includes(from + to))) return 1
  return rows.some((row) => row.includes(to + from)) ? -1 : undefined
}

function words(texts: string[]): string[] {
  return [...new Set(texts.flatMap((text) => searchKey(text).split(' ')))]
    .filter((word) => word.length >= SHORTEST_WORD)
    .sort((a, b) => b.length - a.length)
}

function isLittleMoreThan(known: string[], text: string): boolean {
  const key = searchKey(text).replaceAll(' ', '')
  const rest = known.reduce((left, word) => left.replaceAll(word, ''), key)
  return rest !== key && rest.length < LEAST_OF_ITS_OWN
}
