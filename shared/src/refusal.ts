export const refusalCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'INVALID',
  'CONFLICT',
  'NOT_ALLOWED_NOW',
  'TOO_MANY',
  'UNAVAILABLE',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

export type Language = 'fa' | 'en'

export const fieldRules = [
  'REQUIRED',
  'TOO_SHORT',
  'TOO_LONG',
  'TOO_MANY',
  'BAD_CHARACTER',
  'BAD_VALUE',
  'BAD_DATE',
  'UNKNOWN',
  'NOT_LATER',
  'TOO_FAR',
  'TOO_SMALL',
  'TOO_LARGE',
  'NOT_ALLOWED',
  'SAME',
  'TAKEN',
  'ORDER',
  'OFFICE_CLOSED',
  'BAD_TIME',
  'OVERLAP',
  'BAD_CODE',
  'NOT_LATIN',
  'WRONG_PASSWORD',
  'KNOWN_PASSWORD',
  'WRONG_CODE',
  'OWN_ACCOUNT',
  'LAST_ADMINISTRATOR',
  'FILE_KIND',
  'FILE_TOO_LARGE',
  'TOO_COMPLEX',
] as const
export type FieldRule = (typeof fieldRules)[number]

/** One broken rule. `path` is that of the argument: "input.title". `limit` is the figure of the rule. */
export interface FieldProblem {
  path: string
  rule: FieldRule
  limit?: number
}

export interface RefusalDetails {
  currentVersion?: number
  /** What has changed meanwhile is no obstacle. */
  isSetting?: boolean
  retryAfterSeconds?: number
  /** Nobody is signed in because e-mail or password did not fit. */
  wrongCredentials?: boolean
  /** The storage has no room for anything new. */
  storageFull?: boolean
}

/** Why an operation is refused; the only error that a user ever sees. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: RefusalCode
  readonly fields: FieldProblem[]
  readonly details: RefusalDetails

  constructor(code: RefusalCode, fields: FieldProblem[] = [], details: RefusalDetails = {}) {
    super(code)
    this.code = code
    this.fields = fields
    this.details = details
  }
}

export function invalid(path: string, rule: FieldRule, limit?: number): Refusal {
  return new Refusal('INVALID', [limit === undefined ? { path, rule } : { path, rule, limit }])
}

const codeMessages: Record<RefusalCode, Record<Language, string>> = {
  UNAUTHENTICATED: { fa: 'برای ادامه وارد سامانه شوید.', en: 'Sign in to go on.' },
  FORBIDDEN: { fa: 'این کار در اختیار نقش شما نیست.', en: 'Your role does not allow this.' },
  NOT_FOUND: { fa: 'چنین موردی یافت نشد.', en: 'No such thing was found.' },
  INVALID: { fa: 'ورودی نیاز به اصلاح دارد.', en: 'The input needs correction.' },
  CONFLICT: {
    fa: 'این مانع در این فاصله تغییر کرده است. نسخه تازه را ببینید و دوباره اقدام کنید.',
    en: 'This obstacle has changed in the meantime. Look at the new version and try again.',
  },
  NOT_ALLOWED_NOW: {
    fa: 'این گام در وضعیت کنونی ممکن نیست.',
    en: 'This step is not possible in the present status.',
  },
  TOO_MANY: {
    fa: 'تعداد درخواست‌ها از حد گذشت. کمی بعد دوباره تلاش کنید.',
    en: 'Too many requests. Try again a little later.',
  },
  UNAVAILABLE: {
    fa: 'محل ذخیره‌سازی داده‌ها در دسترس نیست. کمی بعد دوباره تلاش کنید.',
    en: 'The storage is not available. Try again a little later.',
  },
}

const storageFull = {
  fa: 'فضای ذخیره‌سازی پر است؛ چیزی ثبت نشد. به راهبر سامانه خبر دهید.',
  en: 'The storage is full, so nothing was saved. Tell the administrator.',
}

const settingChanged = {
  fa: 'این مورد را در این فاصله دیگری تغییر داده است. نسخه تازه را ببینید و دوباره اقدام کنید.',
  en: 'Somebody has changed this in the meantime. Look at the new version and try again.',
}

const wrongCredentials = {
  fa: 'رایانامه یا گذرواژه درست نیست.',
  en: 'E-mail or password is not right.',
}

export function refusalMessage(
  { code, details }: Pick<Refusal, 'code' | 'details'>,
  language: Language,
): string {
  if (details.wrongCredentials) return wrongCredentials[language]
  if (details.storageFull) return storageFull[language]
  if (details.isSetting) return settingChanged[language]
  return codeMessages[code][language]
}

const ruleMessages: Record<FieldRule, Record<Language, (limit: string) => string>> = {
  REQUIRED: { fa: () => 'این مورد را وارد کنید.', en: () => 'Enter a value.' },
  TOO_SHORT: { fa: (n) => `دست‌کم ${n} نویسه بنویسید.`, en: (n) => `Write at least ${n} characters.` },
  TOO_LONG: { fa: (n) => `حداکثر ${n} نویسه بنویسید.`, en: (n) => `Write at most ${n} characters.` },
  TOO_MANY: { fa: (n) => `حداکثر ${n} مورد انتخاب کنید.`, en: (n) => `Choose at most ${n}.` },
  BAD_CHARACTER: { fa: () => 'نویسه ناخوانا را بردارید.', en: () => 'Remove the unreadable character.' },
  BAD_VALUE: { fa: () => 'مقدار واردشده پذیرفتنی نیست.', en: () => 'This value is not accepted.' },
  BAD_DATE: {
    fa: () => 'تاریخ را درست وارد کنید، مانند ۱۴۰۵/۰۴/۳۱.',
    en: () => 'Enter a valid Jalali date, such as 1405/04/31.',
  },
  UNKNOWN: { fa: () => 'این مورد در سامانه نیست.', en: () => 'This is not on record.' },
  NOT_LATER: { fa: () => 'تاریخی دیرتر وارد کنید.', en: () => 'Enter a later date.' },
  TOO_FAR: {
    fa: (n) => `تاریخ حداکثر تا ${n} روز کاری دیگر پذیرفته می‌شود.`,
    en: (n) => `The date may lie at most ${n} working days ahead.`,
  },
  TOO_SMALL: { fa: (n) => `عددی نه کمتر از ${n} وارد کنید.`, en: (n) => `Enter a number not below ${n}.` },
  TOO_LARGE: { fa: (n) => `عددی نه بیشتر از ${n} وارد کنید.`, en: (n) => `Enter a number not above ${n}.` },
  NOT_ALLOWED: { fa: () => 'این گزینه در اختیار شما نیست.', en: () => 'This choice is not open to you.' },
  SAME: { fa: () => 'مورد دیگری انتخاب کنید.', en: () => 'Choose something other than this.' },
  TAKEN: { fa: () => 'این مورد پیش‌تر ثبت شده است.', en: () => 'This is on record already.' },
  ORDER: { fa: () => 'ترتیب مقدارها درست نیست.', en: () => 'The values are not in order.' },
  OFFICE_CLOSED: {
    fa: () => 'با این تغییر هیچ وقت اداری نمی‌ماند.',
    en: () => 'This would leave no office hours at all.',
  },
  BAD_TIME: {
    fa: () => 'ساعت را با دو رقم ساعت و دو رقم دقیقه وارد کنید.',
    en: () => 'Enter a time of day with two digits each for hours and minutes.',
  },
  OVERLAP: { fa: () => 'ساعت‌ها با هم تداخل دارند.', en: () => 'These hours overlap others.' },
  BAD_CODE: {
    fa: () => 'شناسه را با حروف کوچک لاتین، رقم و خط تیره بنویسید.',
    en: () => 'Write the code in small Latin letters, digits and hyphens.',
  },
  NOT_LATIN: {
    fa: () => 'این نشانی را تنها با حروف لاتین بنویسید.',
    en: () => 'Write this address in Latin letters only.',
  },
  WRONG_PASSWORD: { fa: () => 'گذرواژه کنونی درست نیست.', en: () => 'The present password is not right.' },
  KNOWN_PASSWORD: {
    fa: () => 'این گذرواژه را به‌آسانی می‌توان حدس زد. گذرواژه دیگری انتخاب کنید.',
    en: () => 'This password is easily guessed. Choose another one.',
  },
  WRONG_CODE: {
    fa: () => 'این رمز درست نیست یا پیش‌تر به کار رفته است. رمز تازه را بنویسید.',
    en: () => 'The code is not right or was used before. Enter a new one.',
  },
  OWN_ACCOUNT: {
    fa: () => 'این تغییر را نمی‌توان در حساب خود داد.',
    en: () => 'You cannot make this change to your own account.',
  },
  LAST_ADMINISTRATOR: {
    fa: () => 'دست‌کم یک راهبر سامانه باید فعال بماند.',
    en: () => 'At least one administrator has to stay active.',
  },
  FILE_KIND: {
    fa: () => 'این نوع فایل پذیرفته نمی‌شود. تصویر، پی‌دی‌اف یا فایل ورد، اکسل و پاورپوینت بدون ماکرو بفرستید.',
    en: () => 'This kind of file is not accepted. Send an image, a PDF or an office file without macros.',
  },
  FILE_TOO_LARGE: {
    fa: (n) => `فایل باید حداکثر ${n} مگابایت باشد.`,
    en: (n) => `The file may have at most ${n} megabytes.`,
  },
  TOO_COMPLEX: {
    fa: (n) => `درخواست از حد مجاز ${n} سنگین‌تر است. کمتر بخواهید.`,
    en: (n) => `The request asks for more than the limit of ${n}. Ask for less.`,
  },
}

export function problemMessage({ rule, limit }: FieldProblem, language: Language): string {
  const figure = limit === undefined ? '' : limit.toLocaleString(language === 'fa' ? 'fa-IR' : 'en')
  return ruleMessages[rule][language](figure)
}
