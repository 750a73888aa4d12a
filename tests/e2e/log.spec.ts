import { formatJalali } from '../../web/src/i18n/formatJalali.ts'
import { formatRef } from '../../web/src/i18n/formatRef.ts'
import { jalaliDateOf } from '@goshayesh/shared/jalali'
import { ask, fetchData } from '../helpers/ask.ts'
import { expect, test } from '../helpers/browser.ts'
import { anyOf, locales, texts } from '../helpers/texts.ts'

const AGENCY = 'ict'
const TODAY = '1405-04-20'

for (const locale of locales) {
  const t = texts[locale]

  test.describe(`logging an obstacle (${locale})`, () => {
    test.use({ locale })

    test('missing answers are listed, lead to their fields, and nothing is lost', async ({
      page,
      signIn,
    }) => {
      await signIn({ agency: AGENCY })
      await page.goto('/log')
      const description = page.getByLabel(t.log.description)
      await description.fill('هر روز از ساعت ۸ تا ۱۰')
      await page.getByRole('button', { name: t.log.submit, exact: true }).click()
      const summary = page.getByRole('alert')
      await expect(summary).toBeFocused()
      const { title, where, category, severity } = t.log.missing
      await expect(summary.getByRole('link')).toHaveText([title, where, category, severity])
      await expect(page).toHaveTitle(new RegExp(`^${t.validation.title}`))
      for (const [message, field] of [
        [title, page.getByLabel(t.log.title)],
        [where, page.getByRole('radio', { name: t.log.places.SINGLE_WINDOW.label })],
        [category, page.getByLabel(t.log.category)],
        [severity, page.getByRole('radio', { name: t.log.impacts.CRITICAL })],
      ] as const) {
        await summary.getByRole('link', { name: message }).click()
        await expect(field).toBeFocused()
      }
      await expect(page.getByLabel(t.log.title)).toHaveAccessibleDescription(new RegExp(title))
      await expect(description).toHaveValue('هر روز از ساعت ۸ تا ۱۰')
    })

    test('the like of it shows, dates are previewed, the draft outlives a reload, and it is logged once', async ({
      page,
      signIn,
    }) => {
      await signIn({ agency: AGENCY })
      await page.goto('/log')
      const known = await fetchData<{ obstacles: { edges: [{ node: { title: string } }] } }>(
        page,
        '{ obstacles(filter: { subjectKind: [SINGLE_WINDOW], status: [LOGGED, IN_PROGRESS] }, first: 1) { edges { node { title } } } }',
      )
      const like = known.obstacles.edges[0].node.title
      const title = page.getByLabel(t.log.title)
      await title.pressSequentially(like)
      const suggestions = page.getByRole('region').filter({ hasText: t.log.similarNote })
      await expect(suggestions.getByRole('link', { name: like })).toBeVisible()

      const ownTitle = `سامانه پروانه ساختمانی پاسخ نمی‌دهد ${locale}`
      await title.fill(ownTitle)
      await page.getByRole('radio', { name: t.log.places.SINGLE_WINDOW.label }).check()
      await page.getByLabel(t.log.category).selectOption({ label: t.categories.CONNECTIVITY })
      const high = page.getByRole('radio', { name: t.log.impacts.HIGH })
      const choice = page.locator('label').filter({ has: high })
      await expect(choice).toContainText(await resolveHint())
      await high.check()
      await expect(page.getByRole('complementary').filter({ hasText: t.log.next })).toContainText(
        anyOf(t.log.triageBy),
      )

      await page.reload()
      await expect(title).toHaveValue(ownTitle)
      await expect(page.getByLabel(t.log.category)).toHaveValue('CONNECTIVITY')
      await expect(high).toBeChecked()

      await page.getByRole('button', { name: t.log.submit, exact: true }).dblclick()
      await expect(page).toHaveURL(/\/o\/\d+$/)
      await expect(page.getByRole('heading', { level: 1, name: ownTitle })).toBeVisible()
      const ref = formatRef(`OB-${new URL(page.url()).pathname.split('/').pop()}`, locale)
      await expect(page.getByRole('status').filter({ hasText: ref })).toContainText(
        anyOf((due) => t.log.doneWithin(ref, due)),
      )
      const clocks = page.getByRole('region', { name: t.dossier.clocks })
      await expect(clocks.getByRole('heading', { level: 3 })).toHaveText([
        t.deadlines.ASSIGN,
        t.deadlines.RESOLVE,
      ])
      await expect(page.getByRole('listitem').filter({ hasText: t.events.LOGGED })).toBeVisible()
      const found = await fetchData<{ obstacles: { edges: { node: { title: string } }[] } }>(
        page,
        '{ obstacles(orderBy: NEWEST_FIRST, first: 5) { edges { node { title } } } }',
      )
      expect(found.obstacles.edges.filter(({ node }) => node.title === ownTitle)).toHaveLength(1)
      await page.goto('/log')
      await expect(title).toHaveValue('')

      async function resolveHint(): Promise<string> {
        const { previewDeadlines } = await fetchData<{
          previewDeadlines: { kind: string; dueAt: string; cappedBy: { name: string } | null }[]
        }>(
          page,
          `{ previewDeadlines(input: { category: CONNECTIVITY, severity: HIGH, subjectKind: SINGLE_WINDOW }) {
               kind dueAt cappedBy { name } } }`,
        )
        const resolve = previewDeadlines.find(({ kind }) => kind === 'RESOLVE')
        const date = formatJalali(tehranDate(resolve?.dueAt ?? ''), TODAY, {}, locale)
        return resolve?.cappedBy ? t.log.resolveByCap(date, resolve.cappedBy.name) : t.log.resolveBy(date)
      }
    })

    test('an official logs for the own agency only, and its services', async ({ page, signIn }) => {
      await signIn({ agency: AGENCY })
      await page.goto('/log')
      const { viewer, agencies } = await fetchData<{
        viewer: { agency: { name: string } }
        agencies: { code: string; name: string }[]
      }>(page, '{ viewer { agency { name } } agencies { code name } }', {}, locale)
      const other = agencies.find(({ code }) => code !== AGENCY)
      await page.getByRole('radio', { name: t.log.places.AGENCY.label }).check()
      const agency = page.getByRole('combobox', { name: t.log.agency })
      await expect(agency).toHaveValue(viewer.agency.name)
      await agency.fill(other?.name ?? '')
      const options = page.getByRole('listbox').getByRole('option')
      await expect(options).toHaveCount(0)
      await expect(page.getByText(t.pick.nothingFound)).toBeVisible()

      await page.getByRole('radio', { name: t.log.places.SERVICE.label }).check()
      await page.getByRole('combobox', { name: t.log.service }).click()
      await expect(options.first()).toBeVisible()
      for (const option of await options.all()) await expect(option).toContainText(viewer.agency.name)

      const refused = await ask(page, LOG, {
        input: { ...whole, subjectKind: 'AGENCY', agencyCode: other?.code },
      })
      expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    })

    test('a viewer may not log', async ({ page, signIn }) => {
      await signIn('viewer')
      await page.goto('/log')
      await expect(page.getByText(t.log.notYou, { exact: true })).toBeVisible()
      await expect(page.getByRole('link', { name: t.notFound.toBoard })).toBeVisible()
      await expect(page.getByLabel(t.log.title)).toHaveCount(0)
      await expect(page.getByRole('navigation', { name: t.nav.label }).getByText(t.nav.log)).toHaveCount(0)
      const refused = await ask(page, LOG, { input: { ...whole, subjectKind: 'SINGLE_WINDOW' } })
      expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
      await page.getByRole('link', { name: t.notFound.toBoard }).click()
      await expect(page.getByRole('button', { name: anyOf(t.board.cardMenu) }).first()).toBeVisible()
      await expect(page.getByRole('button', { name: anyOf(t.board.moveCard) })).toHaveCount(0)
    })

    test.describe('garbage', () => {
      // The browser tells of a refused request on its console.
      test.use({ expectedErrors: [/status of 4\d\d/] })

      test('in the fields is named beside them', async ({ page, signIn }) => {
        await signIn({ agency: AGENCY })
        await page.goto('/log')
        const title = page.getByLabel(t.log.title)
        for (const [typed, message] of [
          ['آ', t.validation.tooShort(3)],
          ['ن'.repeat(201), t.validation.tooLong(200)],
          ['ن'.repeat(100_000), t.validation.tooLong(200)],
          ['سامانه\u0000کند است', t.validation.badCharacter],
          ['\u200c \u200f', t.log.missing.title],
        ] as const) {
          await title.fill(typed)
          await page.getByRole('button', { name: t.log.submit, exact: true }).click()
          await expect(page.getByRole('alert').getByRole('link', { name: message })).toBeVisible()
          await expect(title).toHaveAccessibleDescription(new RegExp(message))
          await expect(title).toHaveValue(typed)
        }
      })

      test('in a kept draft neither breaks the page nor gets logged', async ({ page, signIn }) => {
        await signIn('secretary')
        await page.goto('/log')
        // Drafts are kept by person: the page must know whose it is.
        await expect(page.getByLabel(t.log.title)).toBeVisible()
        const codes = {
          where: 'AGENCY',
          agencyCode: 'no-such-agency',
          category: 'CONNECTIVITY',
          severity: 'LOW',
        }
        await keep(
          JSON.stringify({
            ...codes,
            key: 'k',
            title: 'کد دستگاه نادرست است',
            affectedAgencyCodes: ['nobody'],
          }),
        )
        await page.getByRole('button', { name: t.log.submit, exact: true }).click()
        await expect(page.getByRole('alert').getByRole('link').first()).toBeVisible()
        await expect(page).toHaveURL(/\/log$/)
        await expect(page.getByLabel(t.log.title)).toHaveValue('کد دستگاه نادرست است')
        for (const broken of [
          '{',
          '[]',
          '{"title":7,"affectedAgencyCodes":null,"where":"NOWHERE","category":["x"]}',
        ]) {
          await keep(broken)
          await page.getByRole('button', { name: t.log.submit, exact: true }).click()
          await expect(page.getByRole('alert').getByRole('link').first()).toBeVisible()
        }

        async function keep(draft: string): Promise<void> {
          await page.evaluate((text) => {
            const person = localStorage.getItem('goshayesh.person')
            localStorage.setItem(`goshayesh.draft.${person}.log`, text)
          }, draft)
          await page.reload()
        }
      })
    })
  })
}

const LOG = 'mutation ($input: LogObstacleInput!) { logObstacle(input: $input) { obstacle { ref } } }'
const whole = { title: 'چیزی در راه است', category: 'PROCESS', severity: 'LOW' }

/** The civil date in Tehran, which keeps no summer time any more. */
function tehranDate(instant: string): string {
  return jalaliDateOf(Math.floor((Date.parse(instant) + 3.5 * 3_600_000) / 86_400_000))
}
