import type { Locator, Page } from '@playwright/test'
import { filterOf, trackOf } from '../../web/src/boards/boardFilter.ts'
import { fetchData } from '../helpers/ask.ts'
import { expect, expectNoAxeViolations, test } from '../helpers/browser.ts'
import { type Locale, firstLocale, texts } from '../helpers/texts.ts'

interface Review {
  milestone: { workingDaysLeft: number; name: string } | null
  totalCount: number
  resolvedCount: number
  overdueCount: number
  pacePerDay: number
  neededPerDay: number | null
  forecast: { low: number; high: number } | null
  burnup: { date: string }[]
  upcoming: { count: number }[]
  onTime: {
    kind: 'ASSIGN' | 'ACKNOWLEDGE' | 'RESOLVE' | 'VERIFY'
    met: number
    missed: number
    goalPercent: number
  }[]
  extensions: { requested: number; approved: number; denied: number; pending: number }
  definitions: { key: string; text: string }[]
}

const kinds = { 'single-window': ['SINGLE_WINDOW'], agencies: ['AGENCY', 'SERVICE'] } as const
type Track = keyof typeof kinds

for (const locale of firstLocale) {
  const t = texts[locale]

  test.describe(`figures of the review (${locale})`, () => {
    test.use({ locale })

    for (const track of Object.keys(kinds) as Track[]) {
      test(`those of ${track} are those of the API`, async ({ page, signIn }) => {
        await signIn('leader')
        await page.goto(`/review?track=${track}`)
        const review = await reviewOf(page, track, locale)
        const main = page.getByRole('main')
        const place = t.board.tracks[track]
        await expect(main).toContainText(t.review.overdue(review.overdueCount, place))
        await expect(main).toContainText(t.review.lede.obstacles(place))
        if (review.milestone && review.forecast) {
          const { low, high } = review.forecast
          await expect(main).toContainText(t.review.forecastIs(review.milestone.name, low, high))
          await expect(main).toContainText(t.review.untilMilestone(review.milestone.name))
        }
        for (const { kind, met, missed, goalPercent } of review.onTime)
          await expect(figure(page, t.review.onTime[kind])).toContainText(
            `${t.review.kept(met)}${t.comma}${t.review.missed(missed)} · ${t.review.goal(goalPercent)}`,
          )
        const { requested, denied, pending } = review.extensions
        const extensions = figure(page, t.review.extensionFigure)
        await expect(extensions).toContainText(t.review.ofRequests(requested))
        await expect(extensions).toContainText(
          `${t.review.extensionsDenied(denied)}${t.comma}${t.review.extensionsPending(pending)}`,
        )
        const days = page.locator('.day')
        await expect(days).toHaveCount(review.upcoming.length)
        await expect(days.getByRole('link')).toHaveCount(
          review.upcoming.filter(({ count }) => count > 0).length,
        )
        await page.getByText(t.review.data, { exact: true }).click()
        const table = page.getByRole('group', { name: t.review.data })
        await expect(table.locator('tbody tr')).toHaveCount(review.burnup.length)
        await expectNoAxeViolations(page)
      })

      test(`every count of ${track} opens as many rows`, async ({ page, signIn }) => {
        await signIn('leader')
        await page.goto(`/review?track=${track}`)
        const review = await reviewOf(page, track, locale)
        const place = t.board.tracks[track]
        const day = review.upcoming.findIndex(({ count }) => count > 0)
        const links: [link: Locator, count: number][] = [
          [page.locator('.review__lede').getByRole('link').nth(0), review.totalCount],
          [page.locator('.review__lede').getByRole('link').nth(1), review.resolvedCount],
          [
            page.getByRole('link', { name: t.review.overdue(review.overdueCount, place) }),
            review.overdueCount,
          ],
          [page.locator('.day').nth(day).getByRole('link'), review.upcoming[day]?.count ?? 0],
        ]
        for (const [link, count] of links) {
          await link.click()
          await expect(page).toHaveURL(/view=list/)
          await expect(page.getByRole('button', { name: t.board.clear })).toBeVisible()
          await expectRows(page, count, t)
          await page.goBack()
        }
        // Each of these has one such clock, or one request, at most.
        const resolve = figure(page, t.review.onTime.RESOLVE)
        const { met = 0, missed = 0 } = review.onTime.find(({ kind }) => kind === 'RESOLVE') ?? {}
        const { denied, pending } = review.extensions
        for (const [link, count] of [
          [resolve.getByRole('link', { name: t.review.kept(met) }), met],
          [resolve.getByRole('link', { name: t.review.missed(missed) }), missed],
          [page.getByRole('link', { name: t.review.extensionsDenied(denied) }), denied],
          [page.getByRole('link', { name: t.review.extensionsPending(pending) }), pending],
        ] as const)
          expect(await listed(page, (await link.first().getAttribute('href')) ?? '')).toBe(count)
        for (const rung of await page.locator('.ladder__count').all()) {
          const count = await rung.getByRole('link').innerText()
          const href = (await rung.getByRole('link').getAttribute('href')) ?? ''
          expect(await listed(page, href)).toBe(Number(latin(count)))
        }
      })
    }

    test('a figure tells how it is counted', async ({ page, signIn }) => {
      await signIn('leader')
      await page.goto('/review')
      const { definitions } = await reviewOf(page, 'single-window', locale)
      const told = page.getByText(definitions.find(({ key }) => key === 'neededPerDay')?.text ?? '?')
      await expect(told.first()).toBeHidden()
      await page.getByRole('button', { name: t.review.definitionOf(t.review.needed) }).click()
      await expect(told.first()).toBeVisible()
      await expectNoAxeViolations(page)
      await page.keyboard.press('Escape')
      await expect(told.first()).toBeHidden()
    })

    test('it stands on paper with its definitions and without buttons', async ({
      page,
      signIn,
      keepScreenshot,
    }) => {
      await signIn('leader')
      await page.goto('/review')
      await page.setViewportSize({ width: 794, height: 1123 })
      await page.emulateMedia({ media: 'print' })
      await expect(page.getByRole('heading', { name: t.review.definitions })).toBeVisible()
      await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0)
      await expect(page.getByRole('table').first()).toBeVisible()
      await keepScreenshot(`review-print-${locale}`)
    })
  })
}

function figure(page: Page, label: string): Locator {
  return page.locator('.figure').filter({ hasText: label })
}

async function expectRows(page: Page, count: number, t: (typeof texts)[Locale]): Promise<void> {
  const rows = page.locator('.table tbody').getByRole('link')
  await expect(rows).toHaveCount(Math.min(count, 50))
  if (count > 50) await expect(page.getByText(t.list.shown(50, count)).first()).toBeVisible()
}

/** How many rows the list has that a link leads to, by the API. */
async function listed(page: Page, href: string): Promise<number> {
  const { pathname, searchParams } = new URL(href, page.url())
  const track = trackOf(pathname.split('/').at(-1))
  const { obstacles } = await fetchData<{ obstacles: { totalCount: number } }>(
    page,
    `query ($filter: ObstacleFilter) { obstacles(filter: $filter, first: 1) { totalCount } }`,
    { filter: filterOf(track, Object.fromEntries(searchParams)) },
  )
  return obstacles.totalCount
}

function latin(text: string): string {
  return text.replace(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)))
}

async function reviewOf(page: Page, track: Track, locale: Locale): Promise<Review> {
  const { review } = await fetchData<{ review: Review }>(
    page,
    `query ($kinds: [SubjectKind!]) { review(subjectKind: $kinds) {
       milestone { name workingDaysLeft } totalCount resolvedCount overdueCount pacePerDay neededPerDay
       forecast { low high } burnup { date } upcoming { count } onTime { kind met missed goalPercent }
       extensions { requested approved denied pending } definitions { key text } } }`,
    { kinds: kinds[track] },
    locale,
  )
  return review
}
