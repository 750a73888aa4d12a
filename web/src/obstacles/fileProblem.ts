import { headLength, kindByHead } from '@goshayesh/shared/fileKinds'
import { limits } from '@goshayesh/shared/obstacleInput'
import { t } from '../i18n/t.ts'
import { acceptedFiles, kindOfFile } from './fileKinds.ts'

/** What can be said against a file before it is sent. The server looks into office files, too. */
export async function fileProblem(file: File): Promise<string | undefined> {
  const { files } = t()
  if (file.size === 0) return files.empty
  if (file.size > limits.file.max * 1024 * 1024) return files.tooLarge(limits.file.max)
  try {
    const kind = kindByHead(new Uint8Array(await file.slice(0, headLength).arrayBuffer()))
    return kind === null || (kind === 'ZIP' && !mayBeOffice(file.name)) ? files.wrongKind : undefined
  } catch {
    return files.unreadable
  }
}

/** The server gives a name without an ending the right one; archives and the like bear their own. */
function mayBeOffice(name: string): boolean {
  const kind = kindOfFile(name).toLowerCase()
  return kind === '' || acceptedFiles.split(',').includes(`.${kind}`)
}
