import { expect, expectNoAxeViolations, test } from '../helpers/browser.ts'
import { anyOf, texts } from '../helpers/texts.ts'

const t = texts.fa

test.beforeEach(async ({ signIn }) => {
  await signIn('secretary')
})

for (const [what, viewport, path] of [
  ['a phone', { width: 390, height: 600 }, '/o/67'],
  ['a low window', { width: 1280, height: 500 }, '/inbox'],
  ['a low window', { width: 1280, height: 600 }, '/settings/policy'],
] as const)
  test(`what has the focus is seen on ${what} (${path})`, async ({ page }) => {
    await page.setViewportSize(viewport)
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
    await page.waitForLoadState('networkidle')
    const hidden: string[] = []
    for (let n = 0; n < 45; n++) {
      await page.keyboard.press('Tab')
      const below = await page.evaluate(hiddenFocus)
      if (below) hidden.push(below)
    }
    expect(hidden).toEqual([])
  })

/** What has the focus where something else stands wholly before it. */
function hiddenFocus(): string | undefined {
  const focused = document.activeElement
  if (!focused || focused === document.body || focused.closest('.visually-hidden')) return undefined
  const { left, right, top, bottom } = focused.getBoundingClientRect()
  const seen = [top + 3, (top + bottom) / 2, bottom - 3].some((y) => {
    const there = document.elementFromPoint((left + right) / 2, y)
    return there !== null && (focused.contains(there) || there.contains(focused))
  })
  return seen ? undefined : focused.outerHTML.slice(0, 80)
}

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
