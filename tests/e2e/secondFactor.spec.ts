import type { Page } from '@playwright/test'
import { TOTP } from 'otpauth'
import { toPersianDigits } from '@goshayesh/shared/digits'
import { wordsEn } from '../../web/src/settings/wordsEn.ts'
import { wordsFa } from '../../web/src/settings/wordsFa.ts'
import { emailOf, expect, expectNoAxeViolations, test, type Account } from '../helpers/browser.ts'
import { anyOf, texts } from '../helpers/texts.ts'

const PASSWORD = 'goshayesh-demo'
const words = { fa: wordsFa, en: wordsEn }
const variants = [
  {
    locale: 'fa',
    colorScheme: 'light',
    viewport: { width: 1440, height: 900 },
    agency: 'ict',
    bound: 'leader',
  },
  {
    locale: 'en',
    colorScheme: 'dark',
    viewport: { width: 390, height: 844 },
    agency: 'sabt',
    bound: 'secretary',
  },
] as const

for (const { locale, colorScheme, viewport, agency, bound } of variants) {
  const t = texts[locale]
  const w = words[locale]
  const account: Account = { agency }

  test.describe(`a second factor (${locale})`, () => {
    // The browser tells of a refused request on its console.
    test.use({ locale, colorScheme, viewport, expectedErrors: [/status of 4\d\d/] })

    test('is turned on, asked for, replaced by a recovery code, and turned off by an administrator', async ({
      page,
      signIn,
      secondPage,
      keepScreenshot,
    }) => {
      const look = async (name: string) => {
        await expectNoAxeViolations(page)
        await keepScreenshot(`second-factor-${name}-${locale}`)
      }
      await signIn(account)
      await page.goto('/account')
      const panel = panelOf(page)
      await panel.getByRole('button', { name: w.factor.turnOn }).click()
      await expect(panel.getByLabel(w.factor.password)).toBeFocused()
      await panel.getByLabel(w.factor.password).fill('not-the-password')
      await panel.getByRole('button', { name: w.factor.next }).click()
      await expect(panel.getByRole('alert')).toBeFocused()
      const { device, codes } = await turnOn(page, () => look('device'))
      const recovery = (await codes.first().textContent()) ?? ''
      await look('codes')
      await page.emulateMedia({ media: 'print' })
      await expect(codes.first()).toBeVisible()
      await expect(page.getByRole('region').filter({ visible: true })).toHaveCount(1)
      await page.emulateMedia({ media: 'screen' })
      await panel.getByRole('button', { name: w.factor.kept }).click()
      await expect(panel.getByText(w.factor.on, { exact: true })).toBeVisible()
      await expect(codes).toHaveCount(0)

      await signOut(page)
      await writePassword(page)
      const code = page.getByLabel(t.signIn.code, { exact: true })
      await expect(code).toBeFocused()
      await look('sign-in')
      await code.fill('000000')
      await page.getByRole('button', { name: t.signIn.submit, exact: true }).click()
      await expect(page.locator('#code-error')).toBeVisible()
      // The code of this step has been used; a device that is half a minute fast shows the next.
      const next = device.generate({ timestamp: Date.now() + 30_000 })
      await code.fill(locale === 'fa' ? toPersianDigits(next) : next)
      await page.getByRole('button', { name: t.signIn.submit, exact: true }).click()
      await expect(page).not.toHaveURL(/sign-in/)

      await signOut(page)
      await writePassword(page)
      await page.getByRole('button', { name: t.signIn.withoutDevice }).click()
      await page.getByLabel(t.signIn.recoveryCode).fill(recovery.toUpperCase())
      await page.getByRole('button', { name: t.signIn.submit, exact: true }).click()
      await expect(page).not.toHaveURL(/sign-in/)

      const admin = await secondPage('admin')
      await admin.goto('/settings/people')
      await admin.getByRole('searchbox').fill(emailOf(account))
      const row = admin.getByRole('row').filter({ hasText: emailOf(account) })
      await expect(row.getByText(w.factor.badge)).toBeVisible()
      await row.getByRole('button', { name: anyOf(w.people.actions) }).click()
      await admin.getByRole('menuitem', { name: w.factor.reset }).click()
      const dialog = admin.getByRole('dialog')
      await expectNoAxeViolations(admin)
      await dialog.getByRole('button', { name: w.factor.turnOff }).click()
      await expect(dialog).toHaveCount(0)
      await expect(row.getByText(w.factor.badge)).toHaveCount(0)

      await page.goto('/sign-in')
      await writePassword(page)
      await expect(page).not.toHaveURL(/sign-in/)
    })

    test.describe('where the role takes one', () => {
      test.use({ appOptions: { env: { SECOND_FACTOR: 'LEADER, SECRETARY' } } })

      test('nothing else opens before it is on', async ({ page, keepScreenshot }) => {
        await page.goto('/b/all')
        await writePassword(page, bound)
        await expect(page.getByRole('heading', { level: 1, name: w.factor.needed })).toBeVisible()
        await expectNoAxeViolations(page)
        await keepScreenshot(`second-factor-needed-${locale}`)
        await page.goto('/review')
        await expect(page.getByRole('heading', { level: 1, name: w.factor.needed })).toBeVisible()
        await expect(page.getByRole('navigation')).toHaveCount(0)
        await panelOf(page).getByRole('button', { name: w.factor.turnOn }).click()
        const { codes } = await turnOn(page)
        // Whoever looks away and back still finds the codes.
        await page.evaluate(() => dispatchEvent(new Event('focus')))
        await expect(codes).toHaveCount(10)
        await panelOf(page).getByRole('button', { name: w.factor.kept }).click()
        await expect(page.getByRole('navigation').first()).toBeVisible()
      })
    })

    const panelOf = (page: Page) => page.getByRole('region', { name: w.factor.title })

    /** From where the password is asked for to where the recovery codes are shown. */
    async function turnOn(page: Page, look = async () => {}) {
      const panel = panelOf(page)
      await panel.getByLabel(w.factor.password).fill(PASSWORD)
      await panel.getByRole('button', { name: w.factor.next }).click()
      await expect(panel.getByRole('img', { name: w.factor.picture })).toBeVisible()
      const shown = await panel.getByRole('status', { name: w.factor.secret }).textContent()
      const device = new TOTP({ secret: shown?.replaceAll(' ', '') ?? '' })
      await look()
      await panel.getByLabel(w.factor.code, { exact: true }).fill(device.generate())
      await panel.getByRole('button', { name: w.factor.turnOn }).click()
      const codes = panel.getByRole('list', { name: w.factor.codes }).getByRole('listitem')
      await expect(codes).toHaveCount(10)
      return { device, codes }
    }

    async function signOut(page: Page): Promise<void> {
      await page
        .getByRole('button', { name: anyOf(t.nav.account) })
        .filter({ visible: true })
        .click()
      await page.getByRole('menuitem', { name: t.account.signOut }).click()
      await expect(page).toHaveURL(/\/sign-in/)
    }

    async function writePassword(page: Page, who = account): Promise<void> {
      await page.getByLabel(t.signIn.email).fill(emailOf(who))
      await page.getByLabel(t.signIn.password, { exact: true }).fill(PASSWORD)
      await page.getByRole('button', { name: t.signIn.submit, exact: true }).click()
    }
  })
}
