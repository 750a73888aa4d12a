import { localDigits } from './formatNumber.ts'
import { t } from './t.ts'

const KILO = 1024

/** A size in bytes in words: «۲۴۰ کیلوبایت», «۱٫۵ مگابایت». */
export function formatFileSize(bytes: number): string {
  const { files } = t()
  if (bytes < KILO) return files.bytes(localDigits(String(bytes)))
  const kilobytes = Math.round(bytes / KILO)
  if (kilobytes < KILO) return files.kilobytes(localDigits(String(kilobytes)))
  return files.megabytes(decimal(bytes / KILO / KILO))
}

/** With one digit behind the mark, where it tells something. */
function decimal(value: number): string {
  const [whole = '', part = '0'] = value.toFixed(1).split('.')
  return localDigits(part === '0' ? whole : `${whole}${t().decimalMark}${part}`)
}
