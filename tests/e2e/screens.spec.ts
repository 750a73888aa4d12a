import type { Page } from '@playwright/test'
import {
  type Account,
  expect,
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  test,
} from '../helpers/browser.ts'
import { fetchData } from '../helpers/ask.ts'
import { type Locale, texts } from '../helpers/texts.ts'

interface Screen {
  name: string
  account?: Account
  /** Leads to the screen. */
  open(page: Page, locale: Locale): Promise<unknown>
}

const screens: readonly Screen[] = [
  { name: 'sign-in', open: (page) => page.goto('/sign-in') },
  { name: 'board', account: 'secretary', open: (page) => page.goto('/b/single-window') },
  { name: 'list', account: 'secretary', open: (page) => page.goto('/b/all?view=list') },
  {
    name: 'obstacle',
    account: 'secretary',
    open: (page) => openFirst(page, '{ overdue: false, status: [IN_PROGRESS] }'),
  },
  {
    name: 'obstacle-overdue',
    account: 'leader',
    open: (page) => openFirst(page, '{ overdue: true, minEscalationLevel: 2 }'),
  },
  { name: 'log', account: { agency: 'ict' }, open: (page) => page.goto('/log') },
  {
    name: 'log-errors',
    account: { agency: 'ict' },
    open: async (page, locale) => {
      await page.goto('/log')
      await page.getByRole('button', { name: texts[locale].log.submit, exact: true }).click()
      await expect(page.getByRole('alert')).toBeFocused()
    },
  },
  { name: 'my-work', account: { agency: 'ict' }, open: (page) => page.goto('/my-work') },
  { name: 'agencies', account: 'secretary', open: (page) => page.goto('/agencies') },
  { name: 'agency', account: 'secretary', open: (page) => page.goto('/agencies/sabt') },
  { name: 'review', account: 'leader', open: (page) => page.goto('/review') },
  { name: 'review-agencies', account: 'leader', open: (page) => page.goto('/review?track=agencies') },
  { name: 'inbox', account: { agency: 'ict' }, open: (page) => page.goto('/inbox') },
  { name: 'account', account: { agency: 'ict' }, open: (page) => page.goto('/account') },
  ...['people', 'agencies', 'calendar', 'policy', 'milestones'].map((section) => ({
    name: `settings-${section}`,
    account: 'admin' as const,
    open: (page: Page) => page.goto(`/settings/${section}`),
  })),
  { name: 'not-found', account: 'viewer', open: (page) => page.goto('/no/such/place') },
]

const desktop = { name: 'desktop', width: 1440, height: 900 }
const phone = { name: 'phone', width: 390, height: 844 }
const smallPhone = { width: 320, height: 640 }

/** The others are made of the same parts, and those are dark here. */
const ofTheirOwnColours = [
  'sign-in',
  'board',
  'list',
  'obstacle-overdue',
  'log-errors',
  'my-work',
  'agencies',
  'review',
].concat(['inbox', 'settings-calendar', 'settings-policy'])

// What is dark is so alike on the desk and on the phone.
const variants = [
  { name: 'fa-light', locale: 'fa', colorScheme: 'light', sizes: [desktop, phone] },
  { name: 'fa-dark', locale: 'fa', colorScheme: 'dark', sizes: [phone] },
  { name: 'en-light', locale: 'en', colorScheme: 'light', sizes: [desktop, phone] },
] as const

// There are many: they are shared out among the workers.
test.describe.configure({ mode: 'parallel' })

for (const { name: variant, locale, colorScheme, sizes } of variants) {
  test.describe(variant, () => {
    test.use({ locale, colorScheme })

    const shown = ({ name }: Screen) => colorScheme === 'light' || ofTheirOwnColours.includes(name)
    for (const screen of screens.filter(shown)) {
      test(`${screen.name} is fit to be seen, ${sizes.map(({ name }) => name).join(' and ')}`, async ({
        page,
        signIn,
        keepScreenshot,
      }) => {
        if (screen.account) await signIn(screen.account)
        await page.setViewportSize(sizes[0])
        await screen.open(page, locale)
        for (const size of sizes) {
          await page.setViewportSize(size)
          await expectReady(page)
          await keepScreenshot(`${screen.name}-${variant}-${size.name}`)
          await expectNoAxeViolations(page)
          await expectNoSidewaysScroll(page)
        }
        await page.setViewportSize(smallPhone)
        await expectNoSidewaysScroll(page)
        await expectRoom(page)
      })
    }
  })
}

/** No row of a list is cut off, and the page's name keeps clear of what stands beside it. */
async function expectRoom(page: Page): Promise<void> {
  const tight = await page.evaluate(() => {
    const rows = [...document.querySelectorAll('.table--list tr:not([aria-hidden])')]
    const account = document.querySelector('.page-head__account')?.getBoundingClientRect()
    const words = [...document.querySelectorAll('.page-head__titles > *')].flatMap((element) => {
      const range = document.createRange()
      range.selectNodeContents(element)
      return [...range.getClientRects()]
    })
    return {
      rows: rows.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length,
      words: words.filter(
        ({ left, right, top, bottom }) =>
          account &&
          left < account.right &&
          right > account.left &&
          top < account.bottom &&
          bottom > account.top,
      ).length,
    }
  })
  expect(tight).toEqual({ rows: 0, words: 0 })
}

async function openFirst(page: Page, filter: string): Promise<void> {
  await page.goto('/b/all?view=list')
  const { obstacles } = await fetchData<{ obstacles: { edges: { node: { ref: string } }[] } }>(
    page,
    `{ obstacles(filter: ${filter}, first: 1) { edges { node { ref } } } }`,
  )
  await page.goto(`/o/${obstacles.edges[0]?.node.ref.replace('OB-', '')}`)
}

/** Everything has been fetched and drawn. */
async function expectReady(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('[aria-busy="true"], .skeleton').filter({ visible: true })).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready)
}
