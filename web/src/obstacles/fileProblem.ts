import { limits } from '@goshayesh/shared/obstacleInput'
import { t } from '../i18n/t.ts'

/** What can be said against a file before it is sent; its kind is told by its content, on the server. */
export function fileProblem({ size }: Pick<File, 'size'>): string | undefined {
  if (size === 0) return t().files.empty
  return size > limits.file.max * 1024 * 1024 ? t().files.tooLarge(limits.file.max) : undefined
}
