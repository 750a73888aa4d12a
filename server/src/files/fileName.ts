import type { FileKind } from '@goshayesh/shared/fileKinds'
import { limits } from '@goshayesh/shared/obstacleInput'
import { normalizePersian } from '@goshayesh/shared/persianText'
import { invalid } from '@goshayesh/shared/refusal'

/**
 * The name under which a file is shown and saved: without folders and invisible signs, with an extension that
 * fits what it is. INVALID for one that is too long.
 */
export function fileName(text: string, { extensions }: FileKind): string {
  const { max } = limits.fileName
  if (text.length > max) throw invalid('name', 'TOO_LONG', max)
  const last = text.toWellFormed().split(/[\\/]/).at(-1) ?? ''
  // The half-space is a letter's business in Persian; all else unseen could turn "gpj.exe" round.
  const plain = normalizePersian(
    last.replaceAll(/[\p{Cc}\p{Cf}]/gu, (sign) => (sign === '\u200c' ? sign : '')),
  )
  const name = plain.replace(/^[.\s]+/, '') || 'file'
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase()
  return extension !== undefined && extensions.includes(extension) ? name : `${name}.${extensions[0] ?? ''}`
}
