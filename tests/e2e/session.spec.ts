import type { Page } from '@playwright/test'
import { wordsEn } from '../../web/src/settings/wordsEn.ts'
import { wordsFa } from '../../web/src/settings/wordsFa.ts'
import type { App } from '../helpers/app.ts'
import { Colleague } from '../helpers/ask.ts'
import { emailOf, expect, expectNoAxeViolations, test } from '../helpers/browser.ts'
import { anyOf, firstLocale, texts } from '../helpers/texts.ts'

const OFFICIAL = { agency: 'ict' }
const TRAVELLER = { agency: 'sabt' }
const WORDS = 'پیگیری شد؛ شنبه آینده نصب می‌شود'

for (const locale of firstLocale) {
  const t = texts[locale]
  const w = { fa: wordsFa, en: wordsEn }[locale].sessions

  test.describe(`work goes on (${locale})`, () => {
    test.use({ locale, keepsClient: true })

    test.describe('after the session has ended elsewhere, and nothing told so', () => {
      // The browser tells of a refused request on its console.
      test.use({ expectedErrors: [/status of 4\d\d/] })

      test('a comment that was being typed is sent once signed in again', async ({
        page,
        context,
        app,
        signIn,
      }) => {
        const number = await log(app, `دسترسی به سامانه بسته است ${locale}`)
        await signIn(OFFICIAL)
        await page.routeWebSocket(/graphql/, () => {})
        await page.goto(`/o/${number}`)
        const comment = page.getByLabel(t.dossier.comment, { exact: true })
        await comment.pressSequentially(WORDS)
        const tab = await context.newPage()
        await tab.goto('/my-work')
        await tab.getByRole('button', { name: anyOf(t.nav.account) }).click()
        const wayOut = tab.getByRole('menuitem', { name: t.account.signOut })
        await expect(wayOut, 'in view without scrolling').toBeInViewport({ ratio: 1 })
        await wayOut.click()
        await expect(tab).toHaveURL(/\/sign-in/)
        await tab.close()

        await page.getByRole('button', { name: t.dossier.send, exact: true }).click()
        const dialog = page.getByRole('dialog', { name: t.signIn.title })
        await expect(dialog).toContainText(t.signIn.again)
        await page.keyboard.press('Escape')
        await expect(dialog).toBeVisible()
        await expect(page.locator('#comment')).toHaveValue(WORDS)
        await dialog.getByLabel(t.signIn.email).fill(emailOf(OFFICIAL))
        await dialog.getByLabel(t.signIn.password, { exact: true }).fill('goshayesh-demo')
        await dialog.getByRole('button', { name: t.signIn.submit, exact: true }).click()
        await expect(dialog).toHaveCount(0)
        await expect(page.getByRole('region', { name: t.dossier.timeline }).getByText(WORDS)).toHaveCount(1)
        await expect(comment).toHaveValue('')
        await expect(page).toHaveURL(new RegExp(`/o/${number}$`))
      })
    })

    test.describe('where somebody is signed in', () => {
      test.use({ expectedErrors: [/status of 4\d\d/, /WebSocket/] })

      test('is shown, and ended there from here', async ({ page, signIn, secondPage, keepScreenshot }) => {
        const elsewhere = await secondPage(TRAVELLER)
        await elsewhere.goto('/my-work')
        await signIn(TRAVELLER)
        await page.goto('/account')
        const list = page.getByRole('region', { name: w.title }).getByRole('listitem')
        await expect(list).toHaveCount(2)
        await expect(list.filter({ hasText: w.here })).toHaveCount(1)
        await expect(list.first()).toContainText('Chrome, Linux')
        await expectNoAxeViolations(page)
        await keepScreenshot(`sessions-${locale}`)
        await list.getByRole('button', { name: w.end }).click()
        await expect(list).toHaveCount(1)
        await expect(list).toContainText(w.here)
        await expect(elsewhere.getByRole('dialog', { name: t.signIn.title })).toBeVisible()
      })
    })

    test('what happens before the line stands is caught up with', async ({ page, app, signIn }) => {
      const number = await log(app, `چاپگر دفتر کار نمی‌کند ${locale}`)
      const colleague = new Colleague(app, 'secretary')
      await signIn(OFFICIAL)
      const [tried, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      await page.routeWebSocket(/\/graphql$/, async (client) => {
        tried.resolve()
        await free.promise
        client.connectToServer()
      })
      await page.goto(`/o/${number}`)
      const timeline = page.getByRole('region', { name: t.dossier.timeline })
      await expect(timeline).toBeVisible()
      await tried.promise
      await colleague.do(
        'mutation ($input: CommentInput!) { commentObstacle(input: $input) { obstacle { id } } }',
        { input: { id: await idOf(colleague, number), text: 'کارشناس در راه است' } },
      )
      free.resolve()
      await expect(timeline.getByText('کارشناس در راه است')).toBeVisible()
    })

    test.describe('after the line was lost', () => {
      test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|WebSocket/] })

      for (const [how, breakLine] of [
        ['and the device knows', (page: Page) => page.context().setOffline(true)],
        [
          'without a word',
          (page: Page) => page.clock.fastForward(10_000).then(() => page.clock.fastForward(5_000)),
        ],
      ] as const) {
        test(`${how}, a banner says so, and what was missed is caught up with`, async ({
          page,
          app,
          signIn,
        }) => {
          const number = await log(app, `چاپگر دفتر کار نمی‌کند ${locale}`)
          const colleague = new Colleague(app, 'secretary')
          await signIn(OFFICIAL)
          const line = await lineOf(page)
          await page.clock.install()
          await page.goto(`/o/${number}`)
          await line.opened
          const comment = page.getByLabel(t.dossier.comment, { exact: true })
          await comment.fill(WORDS)

          line.cut()
          await breakLine(page)
          const banner = page.getByRole('status').filter({ hasText: t.connection.lost })
          await expect(banner).toBeVisible()
          await comment.press('Control+Enter')
          await expect(page.getByRole('alert').filter({ hasText: t.errors.unreachable })).toBeVisible()
          await expect(comment).toHaveValue(WORDS)
          await line.tried

          await colleague.do(
            'mutation ($input: CommentInput!) { commentObstacle(input: $input) { obstacle { id } } }',
            { input: { id: await idOf(colleague, number), text: 'کارشناس در راه است' } },
          )
          line.mend()
          await page.context().setOffline(false)
          await page.clock.fastForward(5_000)
          await expect(banner).toHaveCount(0)
          const timeline = page.getByRole('region', { name: t.dossier.timeline })
          await expect(timeline.getByText('کارشناس در راه است')).toBeVisible()
          await comment.press('Control+Enter')
          await expect(timeline.getByText(WORDS)).toHaveCount(1)
          await expect(comment).toHaveValue('')
        })
      }
    })
  })
}

interface Line {
  /** The live connection stands. */
  opened: Promise<void>
  /** While it was cut, the page tried to open it anew and found a door with nobody behind it. */
  tried: Promise<void>
  /** Nothing comes through any more, in either direction, and nobody is told. */
  cut(): void
  mend(): void
}

/** The way of a page to the server, as it would be over a network. */
async function lineOf(page: Page): Promise<Line> {
  const opened = Promise.withResolvers<void>()
  const tried = Promise.withResolvers<void>()
  let isCut = false
  await page.routeWebSocket(/\/graphql$/, (client) => {
    if (isCut) {
      tried.resolve()
      return
    }
    const server = client.connectToServer()
    client.onMessage((message) => isCut || server.send(message))
    server.onMessage((message) => {
      if (isCut) return
      client.send(message)
      opened.resolve()
    })
  })
  await page.route('**/graphql', (route) => (isCut ? route.abort('internetdisconnected') : route.fallback()))
  return {
    opened: opened.promise,
    tried: tried.promise,
    cut: () => {
      isCut = true
    },
    mend: () => {
      isCut = false
    },
  }
}

async function log(app: App, title: string): Promise<string> {
  const input = {
    title,
    subjectKind: 'AGENCY',
    agencyCode: OFFICIAL.agency,
    category: 'HARDWARE',
    severity: 'LOW',
  }
  const { logObstacle } = await new Colleague(app, OFFICIAL).do<{
    logObstacle: { obstacle: { ref: string } }
  }>('mutation ($input: LogObstacleInput!) { logObstacle(input: $input) { obstacle { ref } } }', { input })
  return logObstacle.obstacle.ref.replace('OB-', '')
}

async function idOf(person: Colleague, number: string): Promise<string> {
  const { obstacle } = await person.do<{ obstacle: { id: string } }>(
    'query ($ref: String!) { obstacle(ref: $ref) { id } }',
    { ref: `OB-${number}` },
  )
  return obstacle.id
}
