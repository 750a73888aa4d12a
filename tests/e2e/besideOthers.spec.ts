import type { Locator, Page } from '@playwright/test'
import type { App } from '../helpers/app.ts'
import { Colleague } from '../helpers/ask.ts'
import { expect, test } from '../helpers/browser.ts'
import { texts } from '../helpers/texts.ts'

const t = texts.fa

test('a card that others take away stays in the hand that holds it, and its drop says so', async ({
  page,
  app,
  signIn,
}) => {
  await logged(app, 'رایانه میز خدمت کند است held')
  const id = await logged(app, 'چاپگر میز خدمت کاغذ را می‌جود held')
  await signIn('secretary')
  await page.goto('/b/all?q=held')
  const card = column(page, 'LOGGED').locator('.card', { hasText: 'چاپگر' })
  await expect(card).toHaveAttribute('draggable', 'true')
  await take(page, card)
  await new Colleague(app, 'leader').do(
    'mutation ($input: ReasonedStepInput!) { rejectObstacle(input: $input) { obstacle { id } } }',
    { input: { id, reason: 'در کارگروه دیگری دنبال می‌شود' } },
  )
  await expect(card).toHaveAttribute('title', t.board.gone)
  await column(page, 'ASSIGNED').hover()
  await page.mouse.up()
  await expect(page.getByRole('status').filter({ hasText: t.steps.conflict })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(card).toHaveCount(0)
})

test('what the palette has found keeps its order whatever others do', async ({ page, app, signIn }) => {
  const id = await logged(app, 'سامانه آمار کند است palette')
  await logged(app, 'سامانه اسناد کند است palette')
  const { obstacle } = await new Colleague(app, 'leader').do<{ obstacle: { reporter: { id: string } } }>(
    'query ($id: ID!) { obstacle(id: $id) { reporter { id } } }',
    { id },
  )
  await signIn('secretary')
  await page.goto('/b/all?q=palette')
  const waiting = page.locator('[data-status=LOGGED] .card')
  await expect(waiting).toHaveCount(2)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: t.palette.label }).fill('palette')
  const found = page.getByRole('option')
  await expect(found).toHaveText([/آمار/, /اسناد/])
  await new Colleague(app, 'leader').do(
    'mutation ($input: AssignObstacleInput!) { assignObstacle(input: $input) { obstacle { id } } }',
    { input: { id, ownerId: obstacle.reporter.id } },
  )
  // Now it is due later than the other.
  await expect(waiting).toHaveCount(1)
  await page.waitForLoadState('networkidle')
  await expect(found).toHaveText([/آمار/, /اسناد/])
})

const column = (page: Page, status: keyof typeof t.statuses) =>
  page.getByRole('region', { name: t.statuses[status] })

/** Begins to drag a card towards another column. */
async function take(page: Page, card: Locator): Promise<void> {
  await card.hover()
  await page.mouse.down()
  // The first move only begins it.
  await column(page, 'ASSIGNED').hover({ position: { x: 20, y: 200 } })
  await column(page, 'ASSIGNED').hover()
  await expect(column(page, 'ASSIGNED')).toHaveAttribute('data-drop', 'open')
}

async function logged(app: App, title: string): Promise<string> {
  const { logObstacle } = await new Colleague(app, { agency: 'ict' }).do<{
    logObstacle: { obstacle: { id: string } }
  }>('mutation ($input: LogObstacleInput!) { logObstacle(input: $input) { obstacle { id } } }', {
    input: { title, subjectKind: 'SINGLE_WINDOW', category: 'SOFTWARE', severity: 'LOW' },
  })
  return logObstacle.obstacle.id
}
