import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'
import type Axe from 'axe-core'
import { startApp, type App, type AppOptions } from './app.ts'

export { expect }

/** The demo's accounts by role; an official is found by the code of the agency. */
export type Account = 'admin' | 'secretary' | 'leader' | 'viewer' | { agency: string }

const PASSWORD = 'goshayesh-demo'
/** In the page. */
declare const axe: typeof Axe
const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const screens = join(import.meta.dirname, '..', '..', 'artifacts', 'screens')

interface TestFixtures {
  /** How the server starts: test.use({ appOptions: { clock: '…' } }). */
  appOptions: AppOptions
  /** The server of this file: its tests share it in their order, other files have their own. */
  app: App
  /** Signs the page's person in over HTTP, as a browser that has been here before would be. */
  signIn: (account: Account) => Promise<void>
  /** Another person with a browser of their own. */
  secondPage: (account: Account) => Promise<Page>
  /** Keeps what the page looks like in artifacts/screens/<name>.png. */
  keepScreenshot: (name: string) => Promise<void>
  /** Console messages that this test means to cause, such as the browser's line about a refused request. */
  expectedErrors: RegExp[]
  /** Whether browsers keep the client by a service worker, which costs as much as the page and more. */
  keepsClient: boolean
}

interface WorkerFixtures {
  keeper: Keeper
}

interface Keeper {
  running: { file: string; options: string; app: App } | null
}

/**
 * Playwright's test with the product running, in the language of its option `locale` ('fa' unless test.use says 'en'). It fails
 * on any console error and on any request to another host.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  keeper: [
    async ({}, use) => {
      const keeper: Keeper = { running: null }
      await use(keeper)
      await keeper.running?.app.remove()
    },
    { scope: 'worker' },
  ],
  appOptions: [{}, { option: true }],
  app: [
    async ({ keeper, appOptions }, use, testInfo) => {
      const app = await appFor(keeper, testInfo.file, appOptions)
      await use(app)
      if (testInfo.status !== testInfo.expectedStatus) await testInfo.attach('server', { body: app.output() })
    },
    { timeout: 90_000 },
  ],
  baseURL: async ({ app }, use) => use(app.url),

  expectedErrors: [[], { option: true }],
  keepsClient: [false, { option: true }],

  context: async ({ context, locale, app, expectedErrors, keepsClient }, use) => {
    const problems = await watch(context, { locale, url: app.url, expectedErrors, keepsClient })
    await use(context)
    expect(problems, 'console errors and requests to other hosts').toEqual([])
  },

  signIn: async ({ context, app }, use) =>
    use(async (account) => {
      // A page of whoever was signed in before would begin anew by itself, under the hands of the test.
      for (const page of context.pages()) await page.goto('about:blank')
      await signInOverHttp(context, app.url, account)
    }),

  secondPage: async ({ browser, app, locale, expectedErrors, keepsClient }, use) => {
    const contexts: BrowserContext[] = []
    const problems: string[][] = []
    await use(async (account) => {
      const context = await browser.newContext({ baseURL: app.url, viewport: { width: 1440, height: 900 } })
      contexts.push(context)
      problems.push(await watch(context, { locale, url: app.url, expectedErrors, keepsClient }))
      await signInOverHttp(context, app.url, account)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
    expect(problems.flat(), 'console errors and requests to other hosts').toEqual([])
  },

  keepScreenshot: async ({ page }, use) =>
    use(async (name) => {
      await mkdir(screens, { recursive: true })
      await page.screenshot({ path: join(screens, `${name}.png`), fullPage: true })
    }),
})

/** Fails with every rule that axe (WCAG 2.2 A and AA, best practices) finds broken on the page, and where. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  // Colours are judged when they have settled.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
        .map((animation) => animation.finished),
    ),
  )
  // What is read once serves for as long as the page stands. The client has no frames; what is in order isn't told.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeScript)
  const { violations } = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }))
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join(', ')})`,
  )
  expect(told, 'axe violations').toEqual([])
}

/** The address that an account of the demo signs in with. */
export function emailOf(account: Account): string {
  return `${typeof account === 'string' ? account : account.agency}@golestan.example`
}

/** Types an account into the sign-in page, as a person does. */
export async function signInByForm(page: Page, account: Account): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('رایانامه', { exact: true }).fill(emailOf(account))
  await page.getByLabel('گذرواژه', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'ورود', exact: true }).click()
}

async function appFor(keeper: Keeper, file: string, appOptions: AppOptions): Promise<App> {
  const options = JSON.stringify(appOptions)
  if (keeper.running?.file === file && keeper.running.options === options) return keeper.running.app
  await keeper.running?.app.remove()
  keeper.running = null
  const app = await startApp(appOptions)
  keeper.running = { file, options, app }
  return app
}

async function signInOverHttp(context: BrowserContext, url: string, account: Account): Promise<void> {
  const response = await context.request.post(`${url}/graphql`, {
    headers: { origin: url },
    data: {
      query: 'mutation SignIn($input: SignInInput!) { signIn(input: $input) { __typename } }',
      variables: { input: { email: emailOf(account), password: PASSWORD } },
    },
  })
  const body: unknown = await response.json()
  expect(body, `sign in as ${emailOf(account)}`).not.toHaveProperty('errors')
}

interface Watched extends Pick<TestFixtures, 'expectedErrors' | 'keepsClient'> {
  locale: string | undefined
  url: string
}

async function watch(
  context: BrowserContext,
  { locale, url, expectedErrors, keepsClient }: Watched,
): Promise<string[]> {
  const problems: string[] = []
  const add = (problem: string) => {
    if (!expectedErrors.some((pattern) => pattern.test(problem))) problems.push(problem)
  }
  const own = new URL(url).host
  // Only at first: the test may change the language itself.
  await context.addInitScript((language) => {
    if (!location.protocol.startsWith('http')) return
    if (localStorage.getItem('goshayesh.language') === null)
      localStorage.setItem('goshayesh.language', language)
  }, locale ?? 'fa')
  // As on a plain-http address.
  if (!keepsClient)
    await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      console.error(`the policy refuses ${effectiveDirective} ${blockedURI}`),
    )
  })
  context.on('console', (message) => message.type() === 'error' && add(`console: ${message.text()}`))
  context.on('weberror', (error) => add(`error: ${error.error().message}`))
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (/^(http|ws)s?:$/.test(protocol) && host !== own) add(`request to another host: ${request.url()}`)
  })
  return problems
}

/** However wide its contents, a page is as wide as its window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const tooWide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  expect(tooWide, `pixels too wide at ${page.viewportSize()?.width}: ${page.url()}`).toBeLessThanOrEqual(0)
}
