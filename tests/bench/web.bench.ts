import { chromium, type Page } from '@playwright/test'
import { DEMO_CLOCK, startApp } from '../helpers/app.ts'
import { findChromium, launchOptionsFor } from '../helpers/findChromium.ts'
import { firstLoad } from '../helpers/firstLoad.ts'

const SCROLLS = 120

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
  await page.goto('/b/all')
  await page.locator('.card').first().waitFor()
  const name = `${cards.toLocaleString('en')} cards`
  // An upper bound: seeing the card from outside takes time too.
  line(`${name}: from the answer to cards seen, at most`, await page.evaluate(paintTime), 'ms')
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
  const frames = await page.evaluate(scroll, SCROLLS)
  const sorted = frames.toSorted((a, b) => a - b)
  line(`${name}: frame while scrolling, median`, sorted[Math.floor(sorted.length / 2)] ?? 0, 'ms')
  line(`${name}: longest frame`, sorted.at(-1) ?? 0, 'ms')
  line(`${name}: frames over 34 ms, of ${SCROLLS}`, sorted.filter((frame) => frame > 34).length, '')
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

async function paintTime(): Promise<number> {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  const answers = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/graphql'))
  const board = answers.toSorted(
    (a, b) =>
      (b as PerformanceResourceTiming).decodedBodySize - (a as PerformanceResourceTiming).decodedBodySize,
  )[0]
  return performance.now() - ((board as PerformanceResourceTiming | undefined)?.responseEnd ?? 0)
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

function line(what: string, figure: number, unit: string): void {
  console.log(`${what.padEnd(56)} ${figure.toFixed(1).padStart(9)} ${unit}`)
}
