import { formatNumber } from '../i18n/formatNumber.ts'
import { language } from '../i18n/language.ts'
import type { Widened } from '../i18n/Dictionary.ts'

const fa = {
  download: 'دریافت فایل اکسل',
  row: 'ردیف',
  logged: 'تاریخ ثبت',
  standing: 'وضعیت مهلت',
  first: (count: number, total: number) =>
    `${formatNumber(count, 'fa')} مانع از ${formatNumber(total, 'fa')} مانع در فایل آمد. برای بقیه، فهرست را پالایش کنید.`,
}

const en: Widened<typeof fa> = {
  download: 'Download Excel file',
  row: 'Row',
  logged: 'Logged',
  standing: 'Standing',
  first: (count, total) =>
    `The file holds ${formatNumber(count, 'en')} of ${formatNumber(total, 'en')} obstacles. Filter the list for the others.`,
}

/** The texts of a list as a file, in the present language. Reactive. */
export const sheetWords = (): Widened<typeof fa> => (language() === 'fa' ? fa : en)
