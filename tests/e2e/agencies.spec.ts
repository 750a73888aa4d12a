import type { Page } from '@playwright/test'
import { fetchData } from '../helpers/ask.ts'
import { expect, expectNoAxeViolations, test } from '../helpers/browser.ts'
import { type Locale, firstLocale, texts } from '../helpers/texts.ts'

interface Agency {
  code: string
  name: string
  stage: string
  openCount: number
  overdueCount: number
  services: { code: string }[]
}

for (const locale of firstLocale) {
  const t = texts[locale]

  test.describe(`agencies (${locale})`, () => {
    test.use({ locale })

    test('every agency has its tile with the counts of the API', async ({ page, signIn }) => {
      await signIn('secretary')
      await page.goto('/agencies')
      await expect(page.getByRole('heading', { level: 1, name: t.agencies.title })).toBeVisible()
      const agencies = await agenciesOf(page, locale)
      await expect(tiles(page)).toHaveCount(70)
      await expect(page.getByRole('main')).toContainText(t.agencies.sentence(70, 43, 355))
      for (const { code, openCount, overdueCount } of agencies)
        await expect(tile(page, code)).toContainText(t.agencies.counts(openCount, overdueCount).trim())
      const heldBack = page.getByRole('region', { name: t.agencies.heldBack(27) })
      await expect(heldBack.getByRole('rowheader')).toHaveCount(27)
    })

    test('they are put in order and narrowed to a stage by the address', async ({ page, signIn }) => {
      await signIn('leader')
      await page.goto('/agencies')
      await page.getByRole('link', { name: t.agencies.sorts.severity, exact: true }).click()
      await expect(page).toHaveURL(/sort=severity/)
      const agencies = await agenciesOf(page, locale)
      const most = Math.max(...agencies.map(({ overdueCount }) => overdueCount))
      await expect(tiles(page).first()).toHaveAttribute('data-heat', String(Math.min(most + 1, 4)))
      await page.getByRole('button', { name: t.stages.OPERATING }).click()
      await expect(page).toHaveURL(/stage=operating/)
      await expect(tiles(page)).toHaveCount(43)
      await page.goBack()
      await expect(tiles(page)).toHaveCount(70)
      await page.goto('/agencies?sort=name')
      const names = await tiles(page).evaluateAll((links) =>
        links.map((link) => link.getAttribute('title') ?? ''),
      )
      expect(names).toEqual(names.toSorted(new Intl.Collator(locale).compare))
    })

    test('a card opens beside its tile, its figures open their rows, and Escape leads back', async ({
      page,
      signIn,
    }) => {
      await signIn('secretary')
      await page.goto('/agencies')
      await expect(tiles(page)).toHaveCount(70)
      const worst = (await agenciesOf(page, locale)).toSorted((a, b) => b.overdueCount - a.overdueCount)[0]
      if (!worst) throw new Error('no agency')
      await tile(page, worst.code).click()
      const card = page.getByRole('complementary', { name: worst.name })
      await expect(card).toBeFocused()
      await expectNoAxeViolations(page)
      await page.keyboard.press('Escape')
      await expect(card).toHaveCount(0)
      await expect(tile(page, worst.code)).toBeFocused()
      await page.keyboard.press('Enter')
      await card.getByRole('definition').nth(1).getByRole('link').click()
      await expect(page).toHaveURL(/\/b\/all\?.*sla=over/)
      await expect(page.getByRole('row').filter({ has: page.getByRole('link') })).toHaveCount(
        worst.overdueCount,
      )
      await page.goBack()
      await expect(card).toBeVisible()
    })

    test('on a phone a tile leads to a page of its own', async ({ page, signIn }) => {
      await page.setViewportSize({ width: 390, height: 844 })
      await signIn('secretary')
      await page.goto('/agencies')
      await tile(page, 'sabt').click()
      await expect(page).toHaveURL(/\/agencies\/sabt$/)
      const sabt = (await agenciesOf(page, locale)).find(({ code }) => code === 'sabt')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(sabt?.name ?? '')
      const services = page.getByRole('region', { name: t.agencies.services(sabt?.services.length ?? 0) })
      await expect(services.getByRole('listitem')).toHaveCount(sabt?.services.length ?? 0)
    })

    test('officials read the counts of their own agency only', async ({ page, signIn }) => {
      await signIn({ agency: 'ict' })
      await page.goto('/agencies')
      await expect(page.getByText(t.agencies.ownOnly)).toBeVisible()
      const ict = (await agenciesOf(page, locale)).find(({ code }) => code === 'ict')
      await expect(tile(page, 'ict')).toContainText(
        t.agencies.counts(ict?.openCount ?? 0, ict?.overdueCount ?? 0).trim(),
      )
      await expect(tile(page, 'sabt')).not.toContainText(t.agencies.counts(0, 0).trim())
      await page.goto('/agencies/sabt')
      await expect(page.getByText(t.agencies.notTold)).toBeVisible()
    })
  })
}

const tiles = (page: Page) => page.locator('.tile')
const tile = (page: Page, code: string) => page.locator(`#agency-${code}`)

async function agenciesOf(page: Page, locale: Locale): Promise<Agency[]> {
  const { agencies } = await fetchData<{ agencies: Agency[] }>(
    page,
    '{ agencies { code name stage openCount overdueCount services { code } } }',
    {},
    locale,
  )
  return agencies
}
