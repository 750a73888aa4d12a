import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from '../helpers/browser.ts'
import { scriptsOf, sizeOf } from '../helpers/firstLoad.ts'
import { hold, holdOperation, type Held } from '../helpers/hold.ts'
import { anyOf, texts } from '../helpers/texts.ts'

const t = texts.fa
const LIMIT = 40_000

test.beforeEach(async ({ signIn }) => {
  await signIn('secretary')
})

test('the board takes at most 40 kB of scripts until a hand moves', async ({ page }) => {
  const scripts = scriptsOf(page)
  await openBoard(page)
  const sizes = [...scripts].map((path) => ({ path, size: sizeOf(path) }))
  const total = sizes.reduce((sum, { size }) => sum + size, 0)
  expect(total, JSON.stringify(sizes, null, 2)).toBeLessThanOrEqual(LIMIT)
  const hasIntent = () => [...scripts].some((path) => path.includes('intent'))
  expect(hasIntent()).toBe(false)
  await page.mouse.move(700, 450)
  await page.mouse.move(701, 451)
  await expect.poll(hasIntent).toBe(true)
})

test.describe('where what a hand needs is still on its way', () => {
  for (const [what, act] of [
    ['a click', (page: Page) => card(page).getByRole('button').click()],
    [
      'a key',
      async (page: Page) => {
        await page.keyboard.press('j')
        await page.keyboard.press('m')
      },
    ],
  ] as const)
    test(`${what} opens the menu of a card once it is here, and once`, async ({ page }) => {
      const held = await holdScripts(page)
      await openBoard(page)
      await act(page)
      await held.caught
      await expect(page.getByRole('menu')).toHaveCount(0)
      held.release()
      await expect(page.getByRole('menu')).toHaveCount(1)
      await expect(page.getByRole('menuitem', { name: t.steps.names.ASSIGN })).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('dialog')).toHaveCount(1)
    })

  test('the menu of the account and the palette open once they are here', async ({ page }) => {
    const held = await holdScripts(page)
    await openBoard(page)
    await page.getByRole('button', { name: anyOf(t.nav.account) }).click()
    await held.caught
    held.release()
    await expect(page.getByRole('menuitem', { name: t.account.signOut })).toBeVisible()
    await page.keyboard.press('Escape')

    const palette = await holdScripts(page)
    await page.keyboard.press('Control+k')
    await palette.caught
    await page.keyboard.type('rev')
    palette.release()
    const field = page.getByRole('combobox', { name: t.palette.label })
    await expect(field).toBeFocused()
    await page.keyboard.type('iew')
    await expect(field).toHaveValue('review')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/review$/)
  })

  test('a card can be dragged, and asks what the step needs once that is here', async ({ page }) => {
    const held = await holdScripts(page)
    await openBoard(page)
    const dragged = card(page)
    const ref = await dragged.locator('.ref').innerText()
    await dragged.dragTo(page.getByRole('region', { name: t.statuses.ASSIGNED }))
    await held.caught
    await expect(page.getByRole('dialog')).toHaveCount(0)
    held.release()
    await expect(page.getByRole('dialog')).toHaveCount(1)
    await expect(page.getByRole('dialog')).toContainText(ref)
  })
})

for (const [what, code, open, field] of [
  [
    'of a card',
    /\/assets\/StepDialog.*\.js$/,
    async (page: Page) => {
      await openBoard(page)
      await page.keyboard.press('j')
      await page.keyboard.press('a')
    },
    (page: Page) => page.getByRole('combobox', { name: t.steps.owner }),
  ],
  [
    "of an obstacle's page",
    /\/assets\/EditDialog.*\.js$/,
    async (page: Page) => {
      await openBoard(page)
      await card(page).getByRole('link').click()
      await page.getByRole('button', { name: t.dossier.moreSteps }).click()
      await page.getByRole('menuitem', { name: t.steps.names.EDIT }).click()
    },
    (page: Page) => page.getByLabel(t.dossier.fields.title, { exact: true }),
  ],
] as const)
  test(`the dialog ${what} opens before it has its code, and keeps what is typed for its first field`, async ({
    page,
  }) => {
    const held = await hold(page, code)
    await open(page)
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    await held.caught
    await page.keyboard.type('gaz plus')
    for (const _ of 'plus ') await page.keyboard.press('Backspace')
    held.release()
    await expect(field(page)).toBeFocused()
    await expect(field(page)).toHaveValue(/gaz$/)
    await expect(dialog).toHaveCount(1)
    await page.keyboard.type('x')
    await expect(field(page)).toHaveValue(/gazx$/)
  })

test.describe('a dialog whose code does not come', () => {
  test.use({ expectedErrors: [/ERR_FAILED/] })

  test('is asked for again by keyboard', async ({ page }) => {
    const code = '**/assets/StepDialog-*'
    await openBoard(page)
    await page.route(code, (route) => route.abort())
    await page.keyboard.press('j')
    await page.keyboard.press('a')
    const again = page.getByRole('dialog').getByRole('button', { name: t.retry })
    await expect(again).toBeVisible()
    await page.unroute(code)
    await again.press('Enter')
    await expect(page.getByRole('dialog', { name: t.steps.names.ASSIGN })).toBeVisible()
  })
})

test('a dialog that has no code yet can be left', async ({ page }) => {
  const held = await hold(page, /\/assets\/StepDialog.*\.js$/)
  await openBoard(page)
  await page.keyboard.press('j')
  await page.keyboard.press('a')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  held.release()
  await expect(page.locator('.card:focus-within')).toHaveCount(1)
  await page.keyboard.press('j')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test.describe('where the words of dates can not be had', () => {
  test.use({ expectedErrors: [/ERR_FAILED/] })

  test('that is said, and they come with the network', async ({ page }) => {
    await page.route(/\/assets\/dates.*\.js/, (route) => route.abort())
    await page.goto('/b/single-window')
    await expect(page.getByRole('status').filter({ hasText: t.errors.unreachable })).toBeVisible()
    await page.unroute(/\/assets\/dates.*\.js/)
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await expect(card(page).locator('.sla')).toBeVisible()
  })
})

test.describe('where a page comes without', () => {
  test.use({ expectedErrors: [/ERR_FAILED/] })

  for (const [what, address, missing, row] of [
    ['the calendar', '/b/single-window?view=calendar', 'query Calendar', '.calendar__due'],
    [
      'the code of the calendar view',
      '/b/single-window?view=calendar',
      '/assets/CalendarView',
      '.calendar__due',
    ],
    ['the words of dates', '/my-work', '/assets/dates', '.worklist'],
  ] as const)
    test(`${what}, that is said in its place, and another try brings it`, async ({ page }) => {
      await page.route(/./, (route) => {
        const asked = `${route.request().url()} ${route.request().postData() ?? ''}`
        return asked.includes(missing) ? route.abort() : route.fallback()
      })
      await page.goto(address)
      await expect(page.getByRole('heading', { name: t.errors.pageTitle })).toBeVisible()
      await page.unroute(/./)
      await page.getByRole('main').getByRole('button', { name: t.retry }).click()
      await expect(page.locator(row).first()).toBeVisible()
    })
})

for (const [what, holdPart] of [
  ['its code', (page: Page) => hold(page, /\/assets\/ObstaclePage.*\.js$/)],
  ['its data', (page: Page) => holdOperation(page, 'query Obstacle(')],
] as const)
  test(`a key pressed before an obstacle's page has ${what} is heeded when it stands, and once`, async ({
    page,
  }) => {
    await openBoard(page)
    const href = (await card(page).getByRole('link').getAttribute('href')) ?? ''
    const held = await holdPart(page)
    await page.goto(href)
    await expect(page.locator('#main[aria-busy=true]')).toBeVisible()
    await held.caught
    await page.keyboard.press('a')
    held.release()
    const dialog = page.getByRole('dialog', { name: t.steps.names.ASSIGN })
    await expect(dialog).toHaveCount(1)
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: t.nav.myWork }).click()
    await expect(page).toHaveURL(/\/my-work$/)
    await page.goBack()
    await expect(page.getByRole('article')).toBeVisible()
    await expect(dialog).toHaveCount(0)
  })

const card = (page: Page) => page.getByRole('region', { name: t.statuses.LOGGED }).locator('.card').first()

/** Opens the board and waits until all has come that comes by itself. */
async function openBoard(page: Page): Promise<void> {
  await page.goto('/b/single-window')
  await expect(card(page).locator('.sla')).toBeVisible()
  await page.waitForLoadState('networkidle')
}

/** Lets no script through that a hand has asked for. */
function holdScripts(page: Page): Promise<Held> {
  return hold(page, /\/assets\/(?!app|board|BoardPage|dates|index|_).*\.js$/)
}
