import { expect, expectNoAxeViolations, signInByForm, test } from '../helpers/browser.ts'

for (const locale of ['fa', 'en'] as const) {
  test.describe(`sign-in page (${locale})`, () => {
    test.use({ locale })

    test('speaks the language, in its direction, without axe violations', async ({
      page,
      keepScreenshot,
    }) => {
      await page.goto('/sign-in')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${locale}`))
      await expect(page.locator('html')).toHaveAttribute('dir', locale === 'fa' ? 'rtl' : 'ltr')
      await expectNoAxeViolations(page)
      await keepScreenshot(`sign-in-${locale}`)
    })
  })
}

test('an account of the demo gets in', async ({ page }) => {
  await signInByForm(page, 'secretary')
  await expect(page).not.toHaveURL(/sign-in/)
})

test.describe('a wrong password', () => {
  // The browser tells of a refused request on its console, where the server answers with an error status.
  test.use({ expectedErrors: [/status of 4\d\d/] })

  test('is refused and keeps what was typed', async ({ page }) => {
    await page.goto('/sign-in')
    await page.getByLabel('رایانامه', { exact: true }).fill('secretary@golestan.example')
    await page.getByLabel('گذرواژه', { exact: true }).fill('not-the-password')
    await page.getByRole('button', { name: 'ورود', exact: true }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(page.getByLabel('رایانامه', { exact: true })).toHaveValue('secretary@golestan.example')
  })
})
