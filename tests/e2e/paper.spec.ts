import { expect, expectNoAxeViolations, test } from '../helpers/browser.ts'

test.use({ colorScheme: 'dark' })

for (const path of ['/settings/calendar', '/agencies', '/review', '/o/67', '/o/170'])
  test(`what is dark on the screen is dark on white on paper (${path})`, async ({ page, signIn }) => {
    await signIn('secretary')
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
    await expectNoAxeViolations(page)
  })
