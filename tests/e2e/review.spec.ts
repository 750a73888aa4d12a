import type { Page } from '@playwright/test'
import { formatRef } from '../../web/src/i18n/formatRef.ts'
import { Colleague, fetchData } from '../helpers/ask.ts'
import { expect, expectNoAxeViolations, test } from '../helpers/browser.ts'
import { hold, holdOperation } from '../helpers/hold.ts'
import { anyOf, locales, texts } from '../helpers/texts.ts'

interface Group {
  key: string
  label: string
  openCount: number
  overdueCount: number
}

const groupings = { level: 'LEVEL', agency: 'AGENCY', owner: 'OWNER', category: 'CATEGORY' } as const

for (const locale of locales) {
  const t = texts[locale]

  test.describe(`reviewing what is overdue (${locale})`, () => {
    test.use({ locale })

    test('the leader lands on figures that agree with the API and groups them', async ({ page, signIn }) => {
      await signIn('leader')
      await page.goto('/')
      await expect(page).toHaveURL(/\/review$/)
      await expect(page.getByRole('heading', { level: 1, name: t.review.title })).toBeVisible()
      const place = t.board.tracks['single-window']
      const levels = await groupsBy(page, 'LEVEL')
      const overdue = levels.reduce((sum, { overdueCount }) => sum + overdueCount, 0)
      expect(overdue).toBeGreaterThan(0)
      const main = page.getByRole('main')
      await expect(main).toContainText(t.review.overdue(overdue, place))
      await expect(main).toContainText(t.review.tableNote(overdue, place))

      for (const [name, by] of Object.entries(groupings)) {
        await page
          .getByRole('navigation', { name: t.review.by.label })
          .getByRole('link', { name: t.review.by[name as keyof typeof groupings], exact: true })
          .click()
        await expect(page).toHaveURL(name === 'level' ? /review$/ : new RegExp(`by=${name}`))
        const groups = (await groupsBy(page, by)).filter(({ overdueCount }) => overdueCount > 0)
        const heads = page.getByRole('rowheader')
        await expect(heads).toHaveCount(groups.length)
        for (const { label, overdueCount, openCount } of groups) {
          const head = by === 'LEVEL' ? heads : heads.filter({ hasText: label })
          await expect(
            head
              .filter({ hasText: `${t.review.groupOverdue(overdueCount)} ${t.review.groupOpen(openCount)}` })
              .first(),
          ).toBeVisible()
        }
        await expect(page.locator('.review__table tbody tr:not(.table__group)')).toHaveCount(overdue)
      }
    })

    test('a row opens its file', async ({ page, signIn }) => {
      await signIn('leader')
      await page.goto('/review')
      const row = page.locator('.review__table tbody tr:not(.table__group)').getByRole('link').first()
      const href = await row.getAttribute('href')
      const name = await row
        .getByText(anyOf((text) => text))
        .last()
        .innerText()
      await row.click()
      await expect(page).toHaveURL(new RegExp(`${href}$`))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
      await expect(page.getByRole('article')).toContainText(anyOf(t.sla.overdueBy))
      await page.goBack()
      await expect(page.getByRole('heading', { level: 1, name: t.review.title })).toBeVisible()
    })

    test('a requested extension is decided on where it is found', async ({ page, app, signIn }) => {
      const number = await askForExtension(new Colleague(app, 'secretary'))
      const ref = formatRef(`OB-${number}`, locale)
      await signIn('leader')
      await page.goto('/review?track=agencies')
      const pending = page.getByRole('region', { name: t.review.extensions })
      const item = pending.getByRole('listitem').filter({ has: page.getByRole('link', { name: ref }) })
      await item.getByRole('button', { name: t.dossier.deny, exact: true }).click()
      await item.getByRole('button', { name: t.dossier.denySubmit, exact: true }).click()
      await expect(item.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true')
      await expectNoAxeViolations(page)
      await item.getByRole('textbox').fill('برنامه زمان‌بندی پیوست نیست')
      await page.reload()
      await expect(item.getByRole('textbox')).toHaveValue('برنامه زمان‌بندی پیوست نیست')
      await item.getByRole('button', { name: t.cancel, exact: true }).click()
      await item.getByRole('button', { name: t.steps.approve, exact: true }).click()
      await expect(page.getByRole('status').filter({ hasText: ref })).toContainText(
        t.steps.done.DECIDE_EXTENSION(ref),
      )
      await expect(pending).toBeVisible()
      await expect(item).toHaveCount(0)
      await page.goto(`/o/${number}`)
      await expect(page.getByRole('region', { name: t.dossier.timeline })).toContainText(
        anyOf(t.events.EXTENSION_APPROVED),
      )
    })

    async function groupsBy(page: Page, by: string): Promise<Group[]> {
      const { overdueSummary } = await fetchData<{ overdueSummary: Group[] }>(
        page,
        `query ($by: OverdueBy!) {
           overdueSummary(by: $by, subjectKind: [SINGLE_WINDOW]) { key label openCount overdueCount } }`,
        { by },
        locale,
      )
      return overdueSummary
    }
  })
}

/** Asks for more time for an obstacle that somebody works on and gives its number. */
async function askForExtension(secretary: Colleague): Promise<number> {
  const { obstacles } = await secretary.do<{
    obstacles: { edges: { node: { id: string; ref: string; actions: string[] } }[] }
  }>(
    `{ obstacles(filter: { status: [IN_PROGRESS], overdue: false, subjectKind: [AGENCY] }, first: 50) {
         edges { node { id ref actions } } } }`,
  )
  const open = obstacles.edges.find(({ node }) => node.actions.includes('REQUEST_EXTENSION'))?.node
  await secretary.do(
    'mutation ($input: RequestExtensionInput!) { requestExtension(input: $input) { obstacle { id } } }',
    { input: { id: open?.id, kind: 'RESOLVE', until: '1405-06-29', reason: 'قطعه از تهران می‌رسد' } },
  )
  return Number(open?.ref.replace('OB-', ''))
}

test.describe('on a slow line', () => {
  const t = texts.fa
  test.use({ serviceWorkers: 'block', expectedErrors: [/Failed to load resource|addEventListener/] })

  test('no figures of one register stand under the name of the other', async ({ page, signIn }) => {
    await signIn('leader')
    await page.goto('/review')
    await expect(page.locator('.review__lede')).toContainText(t.board.tracks['single-window'])
    const held = await hold(
      page,
      /\/graphql$/,
      (body) => body.includes('AGENCY') && body.includes('query Review'),
    )
    await page
      .getByRole('navigation', { name: t.board.tracks.label })
      .getByRole('link', { name: t.board.tracks.agencies })
      .click()
    await held.caught
    await expect(page.locator('.review__lede')).toHaveCount(0)
    held.release()
    await expect(page.locator('.review__lede')).toContainText(t.board.tracks.agencies)
  })

  test('overdue rows that do not come are said not to have come, and come when asked for again', async ({
    page,
    signIn,
  }) => {
    await signIn('leader')
    await page.route(/\/graphql$/, (route) =>
      route.request().postData()?.includes('query OverdueRows') ? route.abort() : route.fallback(),
    )
    await page.goto('/review')
    const table = page.getByRole('region', { name: t.review.table.all })
    await table.getByText(t.errors.unreachable).waitFor()
    await page.unroute(/\/graphql$/)
    await table.getByRole('button', { name: t.retry }).click()
    await expect(table.getByRole('rowgroup').first()).toBeVisible()
  })

  test('no rows of one list of work stand under the name of another', async ({ page, signIn }) => {
    await signIn({ agency: 'ict' })
    await page.goto('/my-work')
    await expect(page.locator('.work').first()).toBeVisible()
    const held = await holdOperation(page, 'followed')
    await page
      .getByRole('navigation', { name: t.work.tabs.label })
      .getByRole('link', { name: t.work.tabs.followed })
      .click()
    await held.caught
    await expect(page.locator('.work')).toHaveCount(0)
    held.release()
    await expect(page.getByText(t.work.emptyFollowedTitle).or(page.locator('.work').first())).toBeVisible()
  })

  test('an inbox that is not here yet is not said to be read', async ({ page, signIn }) => {
    await signIn('secretary')
    const held = await holdOperation(page, 'query UnreadNotices')
    await page.goto('/inbox')
    await held.caught
    await expect(page.getByRole('heading', { level: 1, name: t.nav.inbox })).toBeVisible()
    await expect(page.getByText(t.inbox.sub(0))).toHaveCount(0)
    held.release()
    await expect(page.locator('.page-head__sub')).toBeVisible()
  })
})
