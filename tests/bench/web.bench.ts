import { chromium, type Page } from '@playwright/test'
import { DEMO_CLOCK, startApp } from '../helpers/app.ts'
import { findChromium, launchOptionsFor } from '../helpers/findChromium.ts'
import { firstLoad, scriptsOf, sizeOf } from '../helpers/firstLoad.ts'

const SCROLLS = 120
const ROUNDS = 7
/** More cards than a browser is handed as one page of HTML in any time. */
const MOST_STILL = 1_000

interface Column {
  totalCount: number
  obstacles: { id: string; ref: string }[]
}

await main()

/** Prints what the board weighs, and how fast Chromium paints and scrolls 250 and 10,000 cards. */
async function main(): Promise<void> {
  const files = firstLoad('src/boards/BoardPage.tsx')
  line('JavaScript before the board shows, gzip', files.reduce((sum, { size }) => sum + size, 0) / 1000, 'kB')
  for (const { file, size } of files) line(`  ${file}`, size / 1000, 'kB')
  const app = await startApp({ clock: DEMO_CLOCK })
  const browser = await chromium.launch(launchOptionsFor(process.env.E2E_CHROMIUM ?? (await findChromium())))
  try {
    for (const cards of [250, 10_000]) {
      const context = await browser.newContext({
        baseURL: app.url,
        viewport: { width: 1440, height: 900 },
        serviceWorkers: 'block',
      })
      await context.request.post(`${app.url}/graphql`, {
        headers: { origin: app.url },
        data: {
          query: 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
          variables: { input: { email: 'secretary@golestan.example', password: 'goshayesh-demo' } },
        },
      })
      await measure(await context.newPage(), cards)
      await context.close()
    }
  } finally {
    await browser.close()
    await app.remove()
  }
}

async function measure(page: Page, cards: number): Promise<void> {
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('query Board(')) return route.continue()
    const response = await route.fetch()
    const body = (await response.json()) as { data: { board: { columns: Column[] } } }
    fill(body.data.board.columns, cards / 5)
    return route.fulfill({ response, json: body })
  })
  await page.addInitScript(notePaint)
  const name = `${cards.toLocaleString('en')} cards`
  const scripts = scriptsOf(page)
  const ours = await timesToPaint(page, '/b/all')
  line(`${name}: from the answer until they are painted`, median(ours.sinceAnswer), 'ms')
  line(`${name}: from the request of the page, scripts kept`, median(ours.sinceStart), 'ms')
  if (cards <= MOST_STILL) {
    // The limit: the same board as finished HTML, all cards in it, with the same styles and no script.
    const html = await wholeBoard(page, cards)
    await page.route('**/still', (route) => route.fulfill({ contentType: 'text/html', body: html }))
    const still = await timesToPaint(page, '/still')
    line('  the same as finished HTML, from its last byte', median(still.sinceAnswer), 'ms')
    line('  ratio', median(ours.sinceAnswer) / median(still.sinceAnswer), 'x')
  }
  await page.goto('/b/all')
  await page.locator('.card').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
  const total = [...scripts].reduce((sum, path) => sum + sizeOf(path), 0)
  line(`${name}: JavaScript until a hand moves, gzip`, total / 1000, 'kB')
  const work = await watchWork(page)
  const frames = await page.evaluate(scroll, SCROLLS)
  line(`${name}: processor time of the page for a frame`, ((await work()) * 1000) / SCROLLS, 'ms')
  const sorted = frames.toSorted((a, b) => a - b)
  line(`${name}: frame while scrolling, median`, sorted[Math.floor(sorted.length / 2)] ?? 0, 'ms')
  line(`${name}: longest frame`, sorted.at(-1) ?? 0, 'ms')
  line(`${name}: frames over 34 ms, of ${SCROLLS}`, sorted.filter((frame) => frame > 34).length, '')
}

/** Notes how long the page's thread works, in its processor's time: a busy machine does not lengthen that. Seconds. */
async function watchWork(page: Page): Promise<() => Promise<number>> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' })
  await devtools.send('Performance.enable')
  const read = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN
  }
  const before = await read()
  return async () => (await read()) - before
}

/** Makes every column so long, by copies of the cards that the board has. */
function fill(columns: Column[], length: number): void {
  const models = columns.flatMap(({ obstacles }) => obstacles)
  columns.forEach((column, at) => {
    column.totalCount = length
    column.obstacles = Array.from({ length }, (_, index) => {
      const number = at * length + index + 1
      return {
        ...(models[number % models.length] as Column['obstacles'][number]),
        id: `${number}`,
        ref: `OB-${number}`,
      }
    })
  })
}

/** Opens a page again and again; the first rounds fill the browser's cache. */
async function timesToPaint(page: Page, path: string): Promise<Record<keyof Painted, number[]>> {
  const times = { sinceAnswer: [] as number[], sinceStart: [] as number[] }
  for (let round = -2; round < ROUNDS; round++) {
    await page.goto(path)
    const { sinceAnswer, sinceStart } = await page.evaluate(() => (window as unknown as Noting).painted)
    if (round < 0) continue
    times.sinceAnswer.push(sinceAnswer)
    times.sinceStart.push(sinceStart)
  }
  return times
}

interface Painted {
  /** Since the last byte that brought the cards: the board's answer, or the page itself. */
  sinceAnswer: number
  sinceStart: number
}

interface Noting {
  painted: Promise<Painted>
}

/** Runs in the page before all else: notes when the first cards have been painted. */
function notePaint(): void {
  const painted = async (): Promise<Painted> => {
    while (!document.querySelector('.card')) await new Promise(requestAnimationFrame)
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    const answers = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const board = answers
      .filter(({ name }) => name.endsWith('/graphql'))
      .toSorted((a, b) => b.decodedBodySize - a.decodedBodySize)[0]
    const [document_] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const answered = (board ?? document_)?.responseEnd ?? 0
    return { sinceAnswer: performance.now() - answered, sinceStart: performance.now() }
  }
  ;(window as unknown as Noting).painted = painted()
}

/** The board that is shown, with every card of its columns as when it is printed, as HTML without scripts. */
async function wholeBoard(page: Page, cards: number): Promise<string> {
  await page.emulateMedia({ media: 'print' })
  await page.waitForFunction((many) => document.querySelectorAll('.card').length === many, cards)
  await page.emulateMedia({ media: null })
  return page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement
    copy.querySelectorAll('script, link[rel=modulepreload]').forEach((element) => element.remove())
    return `<!doctype html>${copy.outerHTML}`
  })
}

async function scroll(steps: number): Promise<number[]> {
  const columns = [...document.querySelectorAll('.column__cards')]
  const longest = columns.toSorted((a, b) => b.scrollHeight - a.scrollHeight)[0]
  const frames: number[] = []
  let before = await new Promise<number>(requestAnimationFrame)
  for (let step = 0; step < steps; step++) {
    if (longest) longest.scrollTop += 60
    const now = await new Promise<number>(requestAnimationFrame)
    frames.push(now - before)
    before = now
  }
  return frames
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}

function line(what: string, figure: number, unit: string): void {
  console.log(`${what.padEnd(56)} ${figure.toFixed(1).padStart(9)} ${unit}`)
}
