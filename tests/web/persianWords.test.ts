import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const told = [
  'web/src/i18n/fa.ts',
  'web/src/settings/wordsFa.ts',
  'web/src/boards/sheetWords.ts',
  'shared/src/refusal.ts',
  'server/src/graphql/formatError.ts',
  'server/src/graphql/noticeText.ts',
  'server/src/graphql/reviewDefinitions.ts',
  'server/src/graphql/whyText.ts',
].map((path) => [path, readFileSync(join(root, path), 'utf8')] as const)

/** Words that the office does not use, or that would be a second word for the same thing. */
const others: readonly (readonly [RegExp, string])[] = [
  [/تیکت|ایشو/, 'مانع'],
  [/آژانس|نهاد/, 'دستگاه'],
  [/ددلاین|ضرب‌الاجل|موعد/, 'مهلت، هدف زمانی'],
  [/منقضی|دیرکرد|عقب‌افتاده/, 'معوق، تأخیر'],
  [/تعلیق|معلق/, 'متوقف'],
  [/سیستم/, 'سامانه'],
  [/پرتال|پورتال/, 'درگاه'],
  [/فیلتر/, 'پالایش'],
  [/کنسل/, 'انصراف، لغو'],
  [/دانلود/, 'دریافت'],
  [/آپلود/, 'بارگذاری'],
  [/ادمین|مدیر سامانه/, 'راهبر سامانه'],
  [/ناظر/, 'مشاهده‌گر'],
  [/تجمیع|ادغام/, 'تکراری'],
  [/برگزین|برگزیده|گزینش/, 'انتخاب'],
  [/رونوشت/, 'کپی'],
  [/نشست/, 'ورود؛ نشست یعنی جلسه'],
  [/همین دستگاه نگه/, 'همین رایانه یا گوشی؛ دستگاه یعنی دستگاه اجرایی'],
  [/تأیید دومرحله/, 'ورود دومرحله‌ای'],
  [/میان‌بر/, 'میانبر'],
  [/(?<![آ-ی])(?:آنها|اینجا)/, 'آن‌ها، این‌جا'],
  [/لطفاً|می‌باشد|گردید/, 'نثر ساده'],
]

test.each(others)('%s is not said: %s', (word) => {
  for (const [path, text] of told) expect(text.match(word)?.[0], path).toBeUndefined()
})
