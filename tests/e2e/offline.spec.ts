import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { startApp } from '../helpers/app.ts'
import { fetchData } from '../helpers/ask.ts'
import { expect, expectNoAxeViolations, signInByForm, test } from '../helpers/browser.ts'
import { type Locale, firstLocale, texts } from '../helpers/texts.ts'

const AGENCY = 'ict'
const QUEUE = '/my-work?as=reporter'

// The browser tells on its console of every request that fails.
test.use({ keepsClient: true, expectedErrors: [/Failed to load resource|WebSocket connection/] })

for (const locale of firstLocale) {
  const t = texts[locale]

  test.describe(`without a network (${locale})`, () => {
    test.use({ locale })

    test('two obstacles are logged, outlive a reload, and arrive once, in order', async ({
      page,
      context,
      signIn,
      keepScreenshot,
    }) => {
      const titles = [`سامانه استعلام پاسخ نمی‌دهد ${locale}`, `چاپگر دفتر خراب است ${locale}`]
      await signIn({ agency: AGENCY })
      await page.goto(QUEUE)
      await readyForOffline(page)
      await context.setOffline(true)
      await expect(status(page, t.connection.lost)).toBeVisible()
      for (const title of titles) {
        await page.getByRole('link', { name: t.nav.log }).first().click()
        await page.locator('input[type=file]').setInputFiles(paper)
        await write(page, locale, title)
        await expect(page).toHaveURL(/\/my-work\?as=reporter$/)
        await expect(page.getByText(t.queue.kept).first()).toBeVisible()
      }
      await expect(status(page, t.connection.waiting(2))).toBeVisible()

      await page.reload()
      const queued = page.getByRole('region', { name: t.queue.title }).getByRole('listitem')
      await expect(queued).toHaveCount(2)
      for (const [i, title] of titles.entries()) await expect(queued.nth(i)).toContainText(title)
      await expect(status(page, t.connection.waiting(2))).toBeVisible()
      // What was seen before stays, and says of when it is.
      const [before] = t.connection.seenAt('\u0001').split('\u0001')
      await expect(status(page, before ?? '')).toBeVisible()
      await expectNoAxeViolations(page)
      await keepScreenshot(`offline-queue-${locale}`)

      await context.setOffline(false)
      await expect(queued).toHaveCount(0)
      await expect(status(page, t.connection.waiting(2))).toHaveCount(0)
      await expect(page.getByRole('status').getByRole('link', { name: t.queue.open }).first()).toBeVisible()
      await page.reload()
      await expect(page.getByRole('link', { name: titles[1] ?? '' })).toBeVisible()
      expect(await loggedAs(page, titles)).toEqual(titles)
      // The files that were chosen without a network have followed.
      for (const title of titles) await expect.poll(() => filesOf(page, title)).toEqual([paper.name])
    })

    test('what the server refuses stays, opens with its errors, and is sent once it is right', async ({
      page,
      context,
      signIn,
      keepScreenshot,
    }) => {
      const title = `دستگاه نادرست ${locale}`
      await signIn('secretary')
      await page.goto(QUEUE)
      await readyForOffline(page)
      await page.goto('/log')
      await expect(page.getByLabel(t.log.title)).toBeVisible()
      await page.evaluate((draft) => {
        const person = localStorage.getItem('goshayesh.person')
        localStorage.setItem(`goshayesh.draft.${person}.log`, JSON.stringify(draft))
      }, unknownAgency(title))
      await page.reload()
      await expect(page.getByLabel(t.log.title)).toHaveValue(title)
      await context.setOffline(true)
      await page.getByRole('button', { name: t.log.submit, exact: true }).click()
      await expect(page).toHaveURL(/\/my-work\?as=reporter$/)

      await context.setOffline(false)
      const queued = page.getByRole('region', { name: t.queue.title }).getByRole('listitem')
      await expect(queued).toContainText(t.queue.isRefused)
      await expect(status(page, t.connection.refused(1))).toBeVisible()
      await expectNoAxeViolations(page)
      await keepScreenshot(`offline-refused-${locale}`)
      await queued.getByRole('link', { name: t.queue.correct }).click()
      await expect(page.getByRole('alert').getByRole('link').first()).toBeVisible()
      await expect(page.getByLabel(t.log.title)).toHaveValue(title)
      await page.getByRole('radio', { name: t.log.places.SINGLE_WINDOW.label }).check()
      await page.getByRole('button', { name: t.log.submit, exact: true }).click()
      await expect(page).toHaveURL(/\/o\/\d+$/)
      await page.goto(QUEUE)
      await expect(page.getByRole('link', { name: title })).toBeVisible()
      await expect(queued).toHaveCount(0)
      expect(await loggedAs(page, [title])).toEqual([title])
    })

    test('another person on the same browser neither sees nor sends it', async ({
      page,
      context,
      signIn,
    }) => {
      const title = `مانع آن دیگری ${locale}`
      await signIn({ agency: AGENCY })
      await page.goto('/log')
      await readyForOffline(page)
      await context.setOffline(true)
      await write(page, locale, title)
      await expect(page).toHaveURL(/\/my-work\?as=reporter$/)
      await page.goto('about:blank')
      await context.setOffline(false)

      await signIn('secretary')
      await page.goto(QUEUE)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByText(title)).toHaveCount(0)
      expect(await loggedAs(page, [title])).toEqual([])

      await signIn({ agency: AGENCY })
      await page.goto(QUEUE)
      await expect(page.getByRole('link', { name: title })).toBeVisible()
      expect(await loggedAs(page, [title])).toEqual([title])
    })

    test.describe('with the server gone', () => {
      test.use({ appOptions: { env: { RUN: locale } } })

      test('what is logged waits for it and arrives once', async ({ page, app, signIn }) => {
        const title = `هنگام خاموشی سرور ${locale}`
        await signIn({ agency: AGENCY })
        await page.goto('/log')
        await readyForOffline(page)
        await app.stop('SIGKILL')
        await write(page, locale, title)
        await expect(page).toHaveURL(/\/my-work\?as=reporter$/)
        await page.reload()
        await expect(status(page, t.connection.waiting(1))).toBeVisible()
        const again = await startApp({ folder: app.folder, env: { PORT: new URL(app.url).port } })
        try {
          await expect(page.getByRole('link', { name: title })).toBeVisible({ timeout: 20_000 })
          await expect(status(page, t.connection.waiting(1))).toHaveCount(0)
          expect(await loggedAs(page, [title])).toEqual([title])
        } finally {
          await again.stop()
        }
      })
    })
  })
}

async function write(page: Page, locale: Locale, title: string): Promise<void> {
  const t = texts[locale]
  await page.getByLabel(t.log.title).fill(title)
  await page.getByRole('radio', { name: t.log.places.SINGLE_WINDOW.label }).check()
  await page.getByLabel(t.log.category).selectOption({ label: t.categories.HARDWARE })
  await page.getByRole('radio', { name: t.log.impacts.LOW }).check()
  await page.getByRole('button', { name: t.log.submit, exact: true }).click()
}

/** The client is kept on the device once its service worker is at work. */
async function readyForOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
}

const paper = { name: 'گزارش.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') }

async function filesOf(page: Page, title: string): Promise<string[]> {
  const { obstacles } = await fetchData<{
    obstacles: { edges: { node: { title: string; attachments: { name: string }[] } }[] }
  }>(
    page,
    '{ obstacles(orderBy: NEWEST_FIRST, first: 20) { edges { node { title attachments { name } } } } }',
  )
  const found = obstacles.edges.find(({ node }) => node.title === title)
  return found?.node.attachments.map(({ name }) => name) ?? []
}

function status(page: Page, text: string) {
  return page.getByRole('status').filter({ hasText: text })
}

function unknownAgency(title: string) {
  return {
    key: `key of ${title}`,
    title,
    where: 'AGENCY',
    agencyCode: 'no-such-agency',
    category: 'HARDWARE',
    severity: 'LOW',
  }
}

/** Those of the titles that the server has, once for each time, oldest first. */
async function loggedAs(page: Page, titles: readonly string[]): Promise<string[]> {
  const { obstacles } = await fetchData<{ obstacles: { edges: { node: { title: string } }[] } }>(
    page,
    '{ obstacles(orderBy: NEWEST_FIRST, first: 20) { edges { node { title } } } }',
  )
  return obstacles.edges
    .map(({ node }) => node.title)
    .filter((title) => titles.includes(title))
    .toReversed()
}

test('a newer version is offered, and taken when the person says so', async ({ app, browser }) => {
  const relay = await startRelay(app.url)
  const context = await browser.newContext({ baseURL: relay.url, locale: 'fa' })
  const page = await context.newPage()
  await signInByForm(page, 'viewer')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await readyForOffline(page)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(status(page, texts.fa.newVersion.ready)).toHaveCount(0)
  relay.renew()
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  await expect(status(page, texts.fa.newVersion.ready)).toBeVisible()
  const reloaded = page.waitForEvent('load')
  await page.getByRole('button', { name: texts.fa.newVersion.take }).click()
  await reloaded
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(status(page, texts.fa.newVersion.ready)).toHaveCount(0)
  await context.close()
  await relay.close()
})

test('what a page asks for while a newer version takes over does not keep the older one', async ({
  app,
  browser,
}) => {
  const relay = await startRelay(app.url)
  const context = await browser.newContext({ baseURL: relay.url, locale: 'fa' })
  const page = await context.newPage()
  await signInByForm(page, 'viewer')
  await readyForOffline(page)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  for (let round = 1; round <= 5; round++) {
    relay.renew()
    const isTaken = await page.evaluate(async (patience) => {
      const registration = await navigator.serviceWorker.getRegistration()
      await registration?.update()
      const newer = registration?.waiting ?? registration?.installing
      if (newer?.state === 'installing')
        await new Promise((resolve) => newer.addEventListener('statechange', resolve, { once: true }))
      const taken = new Promise((resolve) =>
        navigator.serviceWorker.addEventListener('controllerchange', () => resolve(true), { once: true }),
      )
      newer?.postMessage({ type: 'SKIP_WAITING' }, [])
      const [part] = document.querySelectorAll<HTMLScriptElement>('script[src*="/assets/"]')
      void fetch('/graphql', { method: 'POST', body: '{}' })
      void fetch(part?.src ?? '')
      return Promise.race([taken, new Promise((resolve) => setTimeout(() => resolve(false), patience))])
    }, 5_000)
    expect(isTaken, `round ${round}`).toBe(true)
  }
  await context.close()
  await relay.close()
})

test('where only the live line is lost, it is said of when the screen is, and it is asked for again', async ({
  page,
  signIn,
}) => {
  const t = texts.fa
  const seen = t.connection.seenAt('\u0001').split('\u0001')[0] ?? ''
  let isCut = true
  await page.routeWebSocket(
    /\/graphql$/,
    (socket) => void (isCut ? socket.close() : socket.connectToServer()),
  )
  await page.clock.install()
  await signIn('secretary')
  await page.goto('/b/single-window')
  await expect(page.locator('.card .sla').first()).toBeVisible()
  await expect(status(page, seen)).toHaveCount(0)
  await page.clock.runFor(3_000)
  await expect(status(page, t.connection.lost)).toBeVisible()
  await expect(status(page, seen)).toBeVisible()

  const asked = page.waitForRequest((request) => request.postData()?.includes('query Board(') === true)
  await page.clock.runFor(20_000)
  await asked
  await expect(status(page, seen)).toBeVisible()

  isCut = false
  await page.clock.runFor(10_000)
  await expect(status(page, t.connection.lost)).toHaveCount(0)
})

test.describe('a page whose code does not come', () => {
  // A service worker would bring it.
  test.use({ locale: 'fa', keepsClient: false })

  test('says so, lets others open, and comes when it is asked for again', async ({ page, signIn }) => {
    const t = texts.fa
    await signIn('secretary')
    await page.goto('/b/single-window')
    await expect(page.locator('.card').first()).toBeVisible()
    await page.route('**/assets/InboxPage-*', (route) => route.abort())
    await page.goto('/inbox')
    await expect(page.getByRole('heading', { name: t.errors.pageTitle })).toBeVisible()
    await page.getByRole('link', { name: t.nav.board }).first().click()
    await expect(page.locator('.card').first()).toBeVisible()
    await page.goto('/inbox')
    await expect(page.getByRole('heading', { name: t.errors.pageTitle })).toBeVisible()
    await page.unroute('**/assets/InboxPage-*')
    await page.getByRole('button', { name: t.retry }).click()
    await expect(page.getByRole('heading', { level: 1, name: t.nav.inbox })).toBeVisible()
  })
})

/** What belongs to one connection, and what would be answered with "not modified". */
const notPassed = new Set([
  ...['connection', 'upgrade', 'host', 'content-length', 'accept-encoding', 'origin'],
  ...['if-none-match', 'if-modified-since'],
])

/** Passes everything on to the app, whose service worker it can make look newer. */
async function startRelay(target: string) {
  let version = 0
  const relay = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      void (async () => {
        const { method = 'GET', url = '/', headers } = request
        const passed = Object.entries(headers).flatMap(([name, value]) =>
          notPassed.has(name) ? [] : [[name, String(value)] as [string, string]],
        )
        const answer = await fetch(`${target}${url}`, {
          method,
          headers: [...passed, ['origin', target]],
          ...(method === 'POST' ? { body: Buffer.concat(chunks) } : {}),
        })
        const text = Buffer.from(await answer.arrayBuffer())
        for (const [name, value] of answer.headers)
          if (!['content-encoding', 'content-length', 'transfer-encoding', 'connection'].includes(name))
            response.appendHeader(name, value)
        response.writeHead(answer.status)
        response.end(url === '/sw.js' ? `${text.toString()}\n// ${version}` : text)
      })()
    })
  })
  relay.listen(0, '127.0.0.1')
  await once(relay, 'listening')
  return {
    url: `http://127.0.0.1:${(relay.address() as AddressInfo).port}`,
    renew: () => void version++,
    close: async () => {
      relay.closeAllConnections()
      relay.close()
      await once(relay, 'close')
    },
  }
}
