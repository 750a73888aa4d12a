import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toLatinDigits, toPersianDigits } from '@goshayesh/shared/digits'
import { normalizePersian, searchKey, searchTerms, similarityTo } from '@goshayesh/shared/persianText'

const ZWNJ = '\u200c'

describe('normalizePersian', () => {
  it.each([
    ['Arabic kaf and yeh', 'كارگروه ملي', 'کارگروه ملی'],
    ['alef maksura', 'شورى', 'شوری'],
    ['swash kaf', 'ڪارگروه', 'کارگروه'],
    ['hamza on yeh stays', 'مسئول رئیس', 'مسئول رئیس'],
    ['yeh with a combining hamza is one letter', 'مسي\u0654ول', 'مسئول'],
    ['alef with a combining madda is one letter', 'ا\u0653ب', 'آب'],
    ['presentation forms', '\ufee3\ufeea\ufee0\ufe96', 'مهلت'],
    ['isolated Arabic yeh form', 'مل\ufef2', 'ملی'],
    ['lam-alef ligature', '\ufefb', 'لا'],
    ['rial sign', '۱۰ \ufdfc', '۱۰ ریال'],
    ['tatweel', 'مـــهلت', 'مهلت'],
    ['spaces', '  مهلت   رفع  مانع ', 'مهلت رفع مانع'],
    ['no-break and other spaces', 'مهلت\u00a0\u2003رفع\tمانع', 'مهلت رفع مانع'],
    ['newlines stay', 'سطر یک \n  سطر دو', 'سطر یک\nسطر دو'],
    ['empty lines stay', 'یک\n\nدو', 'یک\n\nدو'],
    ['line ends of every kind', 'یک\r\nدو\rسه\u2028چهار\vپنج\fشش', 'یک\nدو\nسه\nچهار\nپنج\nشش'],
    ['newlines at the ends go', '\n\nیک\n', 'یک'],
    ['half-space stays', `می${ZWNJ}شود`, `می${ZWNJ}شود`],
    ['two half-spaces', `می${ZWNJ}${ZWNJ}شود`, `می${ZWNJ}شود`],
    ['half-space beside a space', `می${ZWNJ} ${ZWNJ}شود`, 'می شود'],
    ['half-space at the ends', `${ZWNJ}مهلت${ZWNJ}`, 'مهلت'],
    ['half-space beside a newline', `یک${ZWNJ}\n${ZWNJ}دو`, 'یک\nدو'],
    ['half-space before a space at the end', `مهلت${ZWNJ} `, 'مهلت'],
    ['digits as typed', '12 ۱۲ ١٢', '12 ۱۲ ١٢'],
    ['diacritics as typed', 'مُهلَت', 'مُهلَت'],
    ['ezafe hamza', 'نامه\u0654 اداره', 'نامه\u0654 اداره'],
    ['bidi overrides and isolates', '\u202eمهلت\u202c \u2066(1)\u2069\u200f', 'مهلت (1)'],
    ['byte-order mark and zero-width space', '\ufeffمه\u200bلت', 'مهلت'],
    ['soft hyphen', 'dead\u00adline', 'deadline'],
    ['control characters', 'مه\0ل\u0007ت\u009f\u001b', 'مهلت'],
    ['half a surrogate pair', 'الف\ud83d', 'الف\ufffd'],
    ['emoji joined', '👨‍👩‍👧', '👨‍👩‍👧'],
    ['Latin', 'API Gateway v2', 'API Gateway v2'],
    ['nothing', '', ''],
    ['nothing visible', `\u200f ${ZWNJ}\n\0`, ''],
  ])('%s', (_, text, expected) => {
    expect(normalizePersian(text)).toBe(expected)
  })

  it('changes nothing the second time', () => {
    const pieces = fc.constantFrom(
      ...[
        ' ',
        '\n',
        '\r',
        '\t',
        ZWNJ,
        '\u200d',
        '\u0640',
        '\u0654',
        '\u0653',
        '\u202e',
        '\0',
        '\ufdfa',
        '\ufe70',
      ],
      ...[
        'ي',
        'ى',
        'ك',
        'ه',
        'ا',
        'ة',
        '\ufefb',
        '۱',
        '1',
        'é',
        'e\u0301',
        '\ud83d',
        '👍',
        '\u2000',
        '\u0344',
      ],
    )
    const text = fc.oneof(
      fc.string({ unit: pieces, maxLength: 30 }),
      fc.string({ unit: 'binary', maxLength: 40 }),
    )
    const holds = fc.property(text, (each) => {
      const once = normalizePersian(each)
      expect(normalizePersian(once)).toBe(once)
      expect(once).not.toMatch(/^\s|\s$|[يكىڪ\u0640\0]| {2}|\u200c[\s\u200c]|\s\u200c/)
      expect(once.isWellFormed()).toBe(true)
    })
    fc.assert(holds, { seed: 14_050_431, numRuns: 300 })
  })

  it('takes what is tidy already for what it would make of it', () => {
    const letters = 'آأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی۰۱۹،؛؟«»aZ09!~'
    const units = fc.constantFrom(...letters, ' ', ZWNJ, 'ي', '\u0654', '\u0640')
    const holds = fc.property(fc.string({ unit: units, maxLength: 30 }), (text) => {
      // What is stripped from the end makes it go the long way.
      expect(normalizePersian(text)).toBe(normalizePersian(`${text}\u00ad`))
    })
    fc.assert(holds, { seed: 14_050_905, numRuns: 2_000 })
  })

  it.each([' ', '\n', ZWNJ, '\u202e', `${ZWNJ} `, 'ي', '\ufdfa', 'می ', '\u0654'])(
    'takes time in proportion to the length: 100,000 times %j',
    (piece) => {
      const text = `a${piece.repeat(100_000)}b`
      const started = process.cpuUsage()
      searchKey(text)
      const { user, system } = process.cpuUsage(started)
      expect(user + system).toBeLessThan(3_000_000)
    },
  )
})

describe('searchKey', () => {
  it.each([
    ['the two keyboards', 'كارگروه ملي', 'کارگروه ملی'],
    ['می with half-space and together', `می${ZWNJ}شود`, 'میشود'],
    ['می with half-space and apart', `می${ZWNJ}شود`, 'می شود'],
    ['نمی', `نمی${ZWNJ}پذیرد`, 'نمی پذیرد'],
    ['plural together', `استعلام${ZWNJ}ها`, 'استعلامها'],
    ['plural apart', `استعلام${ZWNJ}ها`, 'استعلام ها'],
    ['plural with ezafe', `دستگاه${ZWNJ}های اجرایی`, 'دستگاه های اجرایی'],
    ['comparative', `مهم${ZWNJ}ترین`, 'مهم ترین'],
    ['indefinite', `سامانه${ZWNJ}ای`, 'سامانه ای'],
    ['ezafe of heh by half-space', `اداره${ZWNJ}ی کل`, 'اداره کل'],
    ['ezafe of heh apart', 'اداره ی کل', 'اداره کل'],
    ['ezafe of heh by hamza', 'ادارهٔ کل', 'اداره کل'],
    ['ezafe of heh, one letter', 'ادارۀ کل', 'اداره کل'],
    ['compound together', `صورت${ZWNJ}جلسه`, 'صورتجلسه'],
    ['compound together, other word', `گواهی${ZWNJ}نامه`, 'گواهینامه'],
    ['madda', 'آموزش', 'اموزش'],
    ['hamza on alef', 'تأمین', 'تامین'],
    ['hamza under alef', 'إبلاغ', 'ابلاغ'],
    ['hamza on waw', 'مؤسسه', 'موسسه'],
    ['hamza on yeh', 'مسئول', 'مسیول'],
    ['hamza on yeh, Arabic', 'رئيس', 'رییس'],
    ['final hamza', 'املاء', 'املا'],
    ['teh marbuta', 'مراجعة', 'مراجعه'],
    ['diacritics', 'مُهلَتِ رَفع', 'مهلت رفع'],
    ['tanwin', 'حتماً', 'حتما'],
    ['tatweel', 'مـهـلت', 'مهلت'],
    ['digits', '۱۴۰۵ ١٤٠٥', '1405 1405'],
    ['case', 'SSL Gateway', 'ssl gateway'],
    ['accents', 'Café', 'cafe'],
    ['full-width', 'ＡＰＩ', 'api'],
    ['punctuation', '«مهلت»، (رفع): مانع!', 'مهلت رفع مانع'],
    ['slashes and dashes', '۱۴۰۵/۰۴/۳۱', '1405-04-31'],
    ['presentation forms', '\ufee3\ufeea\ufee0\ufe96', 'مهلت'],
    ['newlines', 'یک\nدو', 'یک دو'],
  ])('%s', (_, one, other) => {
    expect(searchKey(one)).toBe(searchKey(other))
    expect(searchKey(one)).not.toBe('')
  })

  it.each([
    ['apart is apart', 'پنجره واحد', 'پنجره واحد'],
    ['a particle alone stays', 'ها', 'ها'],
    ['a prefix alone stays', 'می', 'می'],
    ['Latin with a suffix', `PDF${ZWNJ}ها`, 'pdfها'],
    ['query syntax is no syntax', '"a" OR b* NEAR(c) -d:e', 'a or b near c d e'],
    ['nothing', ' «» ', ''],
    ['symbols only', '★ ۞ 👍', ''],
  ])('%s', (_, text, key) => {
    expect(searchKey(text)).toBe(key)
  })
})

describe('searchTerms', () => {
  it.each<[string, string, number | undefined, string[]]>([
    ['words', 'مهلت رفعِ موانع', undefined, ['مهلت', 'رفع', 'موانع']],
    ['each once', 'الف الف آلف', undefined, ['الف']],
    ['at most so many', 'a b c d e', 3, ['a', 'b', 'c']],
    ['twelve unless told', 'a b c d e f g h i j k l m n', undefined, [...'abcdefghijkl']],
    ['nothing', '', undefined, []],
    ['punctuation only', '"*"', undefined, []],
    ['none wanted', 'a b', 0, []],
    ['long words are cut', 'x'.repeat(90), undefined, ['x'.repeat(40)]],
    ['no half surrogate pair', `x${'𝒳'.repeat(40)}`, undefined, ['x'.repeat(40)]],
    [
      'no half pair where the letter has no plain form',
      `x${'𐎠'.repeat(40)}`,
      undefined,
      [`x${'𐎠'.repeat(19)}`],
    ],
  ])('%s', (_, text, max, terms) => {
    expect(searchTerms(text, max)).toEqual(terms)
  })

  it('reads no further than a query goes', () => {
    const text = 'می شود '.repeat(500_000)
    const took = (read: () => void) => {
      const started = process.cpuUsage()
      read()
      const { user, system } = process.cpuUsage(started)
      return user + system
    }
    const whole = took(() => searchKey(text))
    expect(took(() => expect(searchTerms(text)).toEqual(['میشود']))).toBeLessThan(whole / 3)
  })
})

describe('digits', () => {
  it.each([
    ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['مهلت: ۱۴۰۵/۰۴/۳۱', 'مهلت: 1405/04/31'],
    ['a1', 'a1'],
  ])('%s in Latin is %s', (text, latin) => {
    expect(toLatinDigits(text)).toBe(latin)
  })

  it.each([
    ['0123456789', '۰۱۲۳۴۵۶۷۸۹'],
    ['٤٥٦', '۴۵۶'],
    ['12,5 روز', '۱۲,۵ روز'],
    ['۱۲', '۱۲'],
  ])('%s in Persian is %s', (text, persian) => {
    expect(toPersianDigits(text)).toBe(persian)
  })
})

describe('similarityTo', () => {
  it.each([
    ['the same', 'اتصال به پنجره واحد', 'اتصال به پنجره واحد', 1, 1],
    ['the same to a reader', `كارگروه مي${ZWNJ}شود ۱۲`, 'کارگروه میشود 12', 1, 1],
    ['divided otherwise', 'صورت جلسه', 'صورتجلسه', 1, 1],
    ['one word more', 'نبود سرویس استعلام ثبت احوال', 'نبود وب‌سرویس استعلام ثبت احوال', 0.7, 1],
    ['turned round', 'قطعی سامانه ثبت شرکت‌ها', 'سامانه ثبت شرکت‌ها قطعی دارد', 0.5, 0.95],
    ['other things', 'قطعی سامانه ثبت شرکت‌ها', 'کمبود نیروی انسانی در بندر', 0, 0.2],
    ['a letter and its word', 'الف', 'ب', 0, 0],
    ['single letters', 'a', 'A', 1, 1],
    ['nothing and something', '', 'مهلت', 0, 0],
    ['nothing twice', '', '', 0, 0],
    ['punctuation', '!!', '!!', 0, 0],
    ['repetition is not sameness', 'ها'.repeat(20), 'هاها', 0, 0.3],
  ])('%s', (_, one, other, least, most) => {
    const alike = similarityTo(one)(other)
    expect(alike).toBeGreaterThanOrEqual(least)
    expect(alike).toBeLessThanOrEqual(most)
    expect(similarityTo(other)(one)).toBe(alike)
  })
})
