import { expect, expectNoAxeViolations, test } from '../helpers/browser.ts'
import { anyOf, texts } from '../helpers/texts.ts'

const t = texts.fa

test.beforeEach(async ({ signIn }) => {
  await signIn('secretary')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the quick view of a card is a sheet that Back takes away', async ({ page }) => {
    await page.goto('/b/single-window')
    const card = page.locator('.column--shown .card').first()
    await card.getByRole('button', { name: anyOf(t.board.moveCard) }).click()
    await page.getByRole('menuitem', { name: t.quickView.title }).click()
    const view = page.getByRole('complementary', { name: t.quickView.title })
    await expect(view.getByRole('heading', { level: 2 })).toBeInViewport()
    await expect(view.getByRole('link', { name: t.quickView.openFile })).toBeInViewport()
    await expectNoAxeViolations(page)
    await page.goBack()
    await expect(view).toBeHidden()
  })
})

test.describe('at 400 % zoom', () => {
  test.use({ viewport: { width: 320, height: 256 } })

  for (const path of ['/log', '/o/67', '/settings/policy'])
    test(`nothing stands before what is read (${path})`, async ({ page }) => {
      await page.goto(path)
      await expect(page.getByRole('main')).not.toHaveAttribute('aria-busy', 'true')
      const docks = page.locator('.rail, .dossier__dock, .form__foot, .policy__foot')
      await expect(docks.last()).toBeAttached()
      const positions = await docks.evaluateAll((all) => all.map((dock) => getComputedStyle(dock).position))
      expect(positions.length).toBeGreaterThan(1)
      for (const position of positions) expect(['static', 'absolute']).toContain(position)
    })
})
