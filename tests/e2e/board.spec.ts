import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { Colleague } from '../helpers/ask.ts'
import { expect, expectNoAxeViolations, test } from '../helpers/browser.ts'

const cardsOf = (page: Page) => page.locator('[data-column] .card')
const focusedRef = (page: Page) => page.locator('.card:focus-within .ref')

test.beforeEach(async ({ signIn, page }) => {
  await signIn('secretary')
  await page.goto('/b/single-window')
  await expect(cardsOf(page).first()).toBeVisible()
})

test('one round trip paints the board', async ({ page }) => {
  await page.waitForLoadState('networkidle')
  const asked: { name: string; at: number }[] = []
  const answered: number[] = []
  page.on('request', (request) => {
    const name = /(?:query|mutation) (\w+)/.exec(request.postData() ?? '')?.[1]
    if (name) asked.push({ name, at: asked.length + answered.length })
  })
  page.on('response', (response) => {
    if (response.url().endsWith('/graphql')) answered.push(asked.length)
  })
  await page.reload()
  await expect(cardsOf(page).first()).toBeVisible()
  // Whatever the board waits for was asked for before the first answer came.
  const first = asked.slice(0, answered[0]).map(({ name }) => name)
  expect(first).toEqual(expect.arrayContaining(['Session', 'Board']))
})

test('the quick view opens and closes by keyboard, stands in the address and goes by Back', async ({
  page,
}) => {
  await page.keyboard.press('j')
  const ref = await focusedRef(page).innerText()
  await page.keyboard.press('Space')
  const view = page.getByRole('complementary', { name: 'نمای سریع' })
  await expect(view.getByRole('heading', { level: 2 })).toBeVisible()
  await expect(view).toContainText(ref)
  await expect(page).toHaveURL(/peek=\d+/)
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  await expect(view).toBeHidden()
  await expect(focusedRef(page)).toHaveText(ref)
  await expect(page).not.toHaveURL(/peek=/)

  await page.keyboard.press('Space')
  await expect(view).toBeVisible()
  await page.goBack()
  await expect(view).toBeHidden()
  await expect(page).toHaveURL(/\/b\/single-window$/)

  const number = await cardsOf(page).last().locator('a').getAttribute('href')
  await page.goto(`/b/single-window?peek=${number?.replace('/o/', '')}`)
  await expect(view.getByRole('heading', { level: 2 })).toBeVisible()
})

test('a printed board holds its cards, and nothing to press', async ({ page }) => {
  await page.emulateMedia({ media: 'print' })
  await expect(cardsOf(page).first()).toBeVisible()
  await expect(page.locator('.column--folded')).toBeHidden()
  await expect(page.locator('.main').getByRole('button').filter({ visible: true })).toHaveCount(0)
})

test('keys move along the columns as the eye goes, and change the view', async ({ page }) => {
  await page.keyboard.press('j')
  const column = () => page.locator('.column:focus-within h2').innerText()
  const first = await column()
  await page.keyboard.press('ArrowLeft')
  const second = await column()
  expect(second).not.toBe(first)
  await page.keyboard.press('ArrowRight')
  expect(await column()).toBe(first)
  await page.keyboard.press('l')
  expect(await column()).toBe(second)
  await page.keyboard.press('2')
  await expect(page.locator('.table__title').first()).toBeVisible()
  await page.keyboard.press('j')
  await expect(page.locator('tr:focus-within a')).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page.locator('.quick-view')).toBeVisible()
  const title = page.locator('tbody tr td:nth-child(4)').first()
  expect((await title.boundingBox())?.width, 'a title has room beside the quick view').toBeGreaterThan(250)
  await page.keyboard.press('Escape')
  await page.keyboard.press('3')
  await expect(page).toHaveURL(/view=calendar/)
  await page.keyboard.press('1')
  await expect(cardsOf(page).first()).toBeVisible()
})

test('the focus goes along: to the page that a key opens, and to what is written there', async ({ page }) => {
  await page.keyboard.press('j')
  await page.keyboard.press('m')
  // What a hand brings is here with it.
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('.dossier')).toBeVisible()
  await expect(page.locator('#main')).toBeFocused()
  await page.keyboard.press('c')
  await expect(page.getByLabel('چه چیزی مانع کار است؟')).toBeFocused()
})

test('the help lists the keys and switches those of a single letter off', async ({ page }) => {
  await page.keyboard.press('Shift+Slash')
  const help = page.getByRole('dialog', { name: 'کلیدهای میانبر' })
  await expect(help).toBeVisible()
  await expectNoAxeViolations(page)
  await help.getByRole('checkbox').uncheck()
  await page.keyboard.press('Escape')
  await page.keyboard.press('2')
  await page.keyboard.press('c')
  await expect(page).toHaveURL(/\/b\/single-window$/)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('کلیدهای')
  await page.keyboard.press('Enter')
  await help.getByRole('checkbox').check()
  await page.keyboard.press('Escape')
  await page.keyboard.press('2')
  await expect(page).toHaveURL(/view=list/)
})

test.describe('the palette', () => {
  for (const [typed, address] of [
    ['م-۶۷', /\/o\/67$/],
    ['67', /\/o\/67$/],
    ['OB-67', /\/o\/67$/],
    ['ثبت احوال', /\/b\/all\?agency=/],
    ['بازبيني', /\/review$/],
  ] as const)
    test(`finds ${typed}`, async ({ page }) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill(typed)
      const first = page.getByRole('option').first()
      await expect(first).toBeVisible()
      if (typed === 'ثبت احوال') await expect(first).toContainText('احوال')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(address)
    })
})

test('a search that finds nothing says so, and shows what reads like it', async ({ page }) => {
  const near = 'ورود یکپارچه دولت در پنجره واحد استان فعال نیست'
  await page.getByRole('searchbox').fill('ورود یکپارچه دولط در پنجره')
  await expect(page.getByRole('heading', { name: 'چیزی با' })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: near }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(near)
})

test('the calendar shows due days, names holidays and goes from month to month', async ({
  page,
  keepScreenshot,
}) => {
  await page.goto('/b/all?view=calendar')
  await expect(page.getByRole('heading', { name: 'تیر ۱۴۰۵' })).toBeVisible()
  await expect(page.locator('.calendar__due').first()).toBeVisible()
  await expect(page.getByRole('cell', { name: 'عاشورای حسینی' })).toBeVisible()
  await expectNoAxeViolations(page)
  await keepScreenshot('board-calendar')
  await page.getByRole('link', { name: 'ماه بعد' }).click()
  await expect(page).toHaveURL(/month=1405-05/)
  await expect(page.getByRole('heading', { name: 'مرداد ۱۴۰۵' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'تیر ۱۴۰۵' })).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.locator('.calendar__day--busy').first()).toBeVisible()
  await expectNoAxeViolations(page)
  await keepScreenshot('board-calendar-phone')
})

test('a step is taken back by Ctrl+Z', async ({ page }) => {
  const cards = page.getByRole('region', { name: 'در دست اقدام' }).locator('.card')
  const ref = await cards.first().locator('.ref').innerText()
  await cards.first().getByRole('link').focus()
  await page.keyboard.press('p')
  const dialog = page.getByRole('dialog', { name: 'توقف مهلت' })
  await dialog.getByLabel('در انتظار چه کسی').selectOption('CONTRACTOR')
  await dialog.getByLabel('نام طرف').fill('شرکت پیمانکار')
  await dialog.getByLabel('دلیل').fill('قطعه سفارش داده شده است')
  await dialog.getByLabel('تاریخ بازبینی').fill('1405/04/27')
  await dialog.getByRole('button', { name: 'توقف مهلت' }).click()
  await expect(page.locator('.toast')).toContainText(ref)
  await expect(page.getByRole('region', { name: 'در انتظار پاسخ' })).toContainText(ref)
  await page.keyboard.press('Control+z')
  await expect(page.getByText(`گام پیشین ${ref} برگردانده شد.`)).toBeVisible()
  await expect(page.getByRole('region', { name: 'در انتظار پاسخ' })).not.toContainText(ref)
})

test('what somebody else does is told once and moves nothing under the pointer', async ({
  page,
  secondPage,
}) => {
  const column = page.getByRole('region', { name: 'در دست اقدام' })
  const card = column.locator('.card').nth(1)
  const number = (await card.locator('a').getAttribute('href'))?.replace('/o/', '')
  const ref = await card.locator('.ref').innerText()
  await card.hover()
  const before = await card.boundingBox()
  const other = await secondPage('secretary')
  await other.goto(`/o/${number}`)
  await other.getByRole('article').getByRole('heading', { level: 1 }).waitFor()
  await other.keyboard.press('p')
  const dialog = other.getByRole('dialog', { name: 'توقف مهلت' })
  await dialog.getByLabel('در انتظار چه کسی').selectOption('BUDGET')
  await dialog.getByLabel('نام طرف').fill('سازمان برنامه')
  await dialog.getByLabel('دلیل').fill('اعتبار ابلاغ نشده است')
  await dialog.getByLabel('تاریخ بازبینی').fill('1405/04/27')
  await dialog.getByRole('button', { name: 'توقف مهلت' }).click()
  await expect(page.locator('p[role=status]')).toHaveText(`${ref} به «در انتظار پاسخ» رفت.`)
  expect(await card.boundingBox()).toEqual(before)
  await expect(card.locator('.ref')).toHaveText(ref)
  await page.mouse.move(5, 5)
  await expect(column).not.toContainText(ref)
})

test('rows that are picked out are assigned to one person, and followed by a key', async ({ page }) => {
  await page.goto('/b/all?view=list&status=LOGGED')
  const rows = page.locator('tbody tr')
  await expect(rows.first()).toBeVisible()
  const titles = await rows.locator('.table__title').allInnerTexts()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  const bar = page.getByRole('group', { name: 'کار با فهرست' })
  await expect(bar).toContainText('۲ مانع انتخاب شد')
  await page.keyboard.press('f')
  await expect(page.locator('.toast')).toContainText('به شما می‌رسد')
  await bar.getByRole('button', { name: 'ارجاع ۲ مانع' }).click()
  const dialog = page.getByRole('dialog', { name: 'ارجاع ۲ مانع' })
  await dialog.getByRole('button', { name: 'ارجاع', exact: true }).click()
  await expect(dialog.getByRole('combobox')).toHaveAccessibleDescription(/یکی را انتخاب کنید/)
  await dialog.getByRole('combobox').fill('ict')
  await dialog.getByRole('option').first().click()
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'ارجاع', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await expect(rows).toHaveCount(titles.length - 2)
  await page.goto('/b/all?view=list')
  await page.getByRole('button', { name: 'مسئول رفع', exact: true }).click()
  await page.getByRole('menuitemradio', { name: 'آنچه دنبال می‌کنم' }).click()
  await expect(page).toHaveURL(/owner=followed/)
  await expect(rows.locator('.table__title')).toHaveText([titles[1] ?? ''])
  await page.goto('/my-work?as=followed')
  await page.getByRole('link', { name: titles[1] ?? '' }).click()
  await page.getByRole('button', { name: 'دنبال کردن', pressed: true }).click()
  await expect(page.getByRole('button', { name: 'دنبال کردن', pressed: false })).toBeVisible()
})

test('a list, or what is picked out of it, is handed over as an Excel file', async ({ page }) => {
  await page.goto('/b/all?view=list')
  const rows = page.locator('tbody tr')
  await expect(rows.first()).toBeVisible()
  const titles = await rows.locator('.table__title').allInnerTexts()
  const whole = await sheetFrom(page)
  expect(whole.name).toMatch(/^goshayesh-\d{4}-\d\d-\d\d\.xlsx$/)
  for (const title of titles) expect(whole.texts).toContain(title)
  expect(whole.sheet).toContain('rightToLeft="1"')
  expect(whole.sheet).not.toContain('<f>')

  await rows.nth(1).getByRole('checkbox').check()
  const { texts } = await sheetFrom(page)
  expect(texts.filter((text) => titles.includes(text))).toEqual([titles[1]])
})

test('a long list is handed over whole', async ({ page, app }) => {
  // An open page would follow each of them.
  await page.goto('about:blank')
  const owner = new Colleague(app, { agency: 'ict' })
  for (let round = 0; round < 8; round++)
    await owner.do(
      `mutation { ${Array.from(
        { length: 30 },
        (_, n) =>
          `a${n}: logObstacle(input: { title: "دیسک ${round}/${n} پر است", description: "", subjectKind: AGENCY, agencyCode: "ict", category: HARDWARE, severity: LOW }) { obstacle { id } }`,
      ).join(' ')} }`,
    )
  await page.goto('/b/all?view=list')
  await expect(page.locator('tbody tr').first()).toBeVisible()
  const { sheet, book } = await sheetFrom(page)
  expect(sheet.match(/<row /g)?.length).toBeGreaterThan(450)
  expect(sheet.length, 'so long that it would be packed elsewhere').toBeGreaterThan(160_000)
  expect(book).toContain('name="موانع"')
})

async function sheetFrom(page: Page) {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'دریافت فایل اکسل' }).click()
  const file = await download
  const parts = unzipSync(new Uint8Array(await readFile(await file.path())))
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const sheet = part('xl/worksheets/sheet1.xml')
  const texts = [...(sheet + part('xl/sharedStrings.xml')).matchAll(/<t[^>]*>([^<]*)<\/t>/g)]
  return {
    name: file.suggestedFilename(),
    book: part('xl/workbook.xml'),
    sheet,
    texts: texts.map(([, text = '']) => text),
  }
}
