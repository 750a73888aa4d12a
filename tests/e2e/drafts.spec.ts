import type { App } from '../helpers/app.ts'
import { Colleague } from '../helpers/ask.ts'
import { expect, test } from '../helpers/browser.ts'
import { firstLocale, texts } from '../helpers/texts.ts'

const OFFICIAL = { agency: 'ict' }
const WORDS = 'کارشناس شنبه می‌آید'

for (const locale of firstLocale) {
  const t = texts[locale]

  test.describe(`what was typed outlives a reload (${locale})`, () => {
    test.use({ locale, keepsClient: true })

    test('in a comment, and nobody else on the same browser finds it', async ({ page, app, signIn }) => {
      const path = await log(app, `چاپگر خراب است ${locale}`)
      await signIn(OFFICIAL)
      await page.goto(path)
      const comment = page.getByLabel(t.dossier.comment, { exact: true })
      await comment.fill(WORDS)
      await page.reload()
      await expect(comment).toHaveValue(WORDS)

      await signIn('secretary')
      await page.goto(path)
      await expect(comment).toHaveValue('')
      await signIn(OFFICIAL)
      await page.goto(path)
      await comment.press('Control+Enter')
      await expect(page.getByRole('region', { name: t.dossier.timeline }).getByText(WORDS)).toHaveCount(1)
      await expect(comment).toHaveValue('')
      await page.reload()
      await expect(comment).toHaveValue('')
    })

    test('in a step', async ({ page, app, signIn }) => {
      const path = await log(app, `سامانه کند است ${locale}`)
      await signIn('secretary')
      await page.goto(path)
      const dialog = page.getByRole('dialog', { name: t.steps.names.REJECT })
      await openStep(t.steps.names.REJECT)
      await dialog.getByLabel(t.steps.reason).fill(WORDS)
      await page.reload()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await openStep(t.steps.names.REJECT)
      await expect(dialog.getByLabel(t.steps.reason)).toHaveValue(WORDS)

      async function openStep(name: string): Promise<void> {
        await page.getByRole('button', { name: t.dossier.moreSteps }).click()
        await page.getByRole('menuitem', { name }).click()
      }
    })

    test('in a correction, and what somebody else changed meanwhile is told', async ({
      page,
      app,
      signIn,
    }) => {
      const path = await log(app, `نشانی نادرست است ${locale}`)
      await signIn(OFFICIAL)
      await page.goto(path)
      const dialog = page.getByRole('dialog')
      await openEdit()
      await dialog.getByLabel(t.dossier.fields.description).fill(WORDS)
      const secretary = new Colleague(app, 'secretary')
      const { obstacle } = await secretary.do<{ obstacle: { id: string; version: number } }>(
        'query ($ref: String!) { obstacle(ref: $ref) { id version } }',
        { ref: path.replace('/o/', 'OB-') },
      )
      await secretary.do(
        'mutation ($input: EditObstacleInput!) { editObstacle(input: $input) { obstacle { id } } }',
        {
          input: { id: obstacle.id, expectedVersion: obstacle.version, severity: 'HIGH' },
        },
      )
      await page.reload()
      await openEdit()
      await expect(dialog.getByLabel(t.dossier.fields.description)).toHaveValue(WORDS)
      await expect(dialog.getByLabel(t.dossier.fields.severity)).toHaveValue('HIGH')
      await expect(dialog.getByRole('alert')).toContainText(t.dossier.changedMeanwhile)
      await dialog.getByRole('button', { name: t.dossier.save }).click()
      await expect(dialog).toHaveCount(0)
      await expect(page.getByText(WORDS).first()).toBeVisible()

      async function openEdit(): Promise<void> {
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await page.getByRole('button', { name: t.dossier.moreSteps }).click()
        await page.getByRole('menuitem', { name: t.steps.names.EDIT }).click()
      }
    })
  })
}

async function log(app: App, title: string): Promise<string> {
  const { logObstacle } = await new Colleague(app, OFFICIAL).do<{
    logObstacle: { obstacle: { ref: string } }
  }>('mutation ($input: LogObstacleInput!) { logObstacle(input: $input) { obstacle { ref } } }', {
    input: { title, subjectKind: 'AGENCY', agencyCode: 'ict', category: 'HARDWARE', severity: 'LOW' },
  })
  return logObstacle.obstacle.ref.replace('OB-', '/o/')
}
