import type { Page } from '@playwright/test'
import type { App } from '../helpers/app.ts'
import { Colleague } from '../helpers/ask.ts'
import { expect, test } from '../helpers/browser.ts'
import { formatRef } from '../../web/src/i18n/formatRef.ts'
import { firstLocale, texts } from '../helpers/texts.ts'

const OWNER = { agency: 'ict' }

for (const locale of firstLocale) {
  const t = texts[locale]

  test.describe(`an obstacle's file in many hands (${locale})`, () => {
    test.use({ locale, expectedErrors: [/Failed to load resource: net::ERR_CONNECTION_RESET/] })

    test('a comment whose answer was lost is on record once, however often it is sent', async ({
      page,
      app,
      signIn,
    }) => {
      const { number, comments } = await obstacleOf(app)
      await signIn(OWNER)
      await page.goto(`/o/${number}`)
      const comment = page.getByLabel(t.dossier.comment, { exact: true })
      const answer = await loseAnswer(page, 'commentObstacle')
      await comment.fill('قطعه سفارش داده شد')
      await page.keyboard.press('Control+Enter')
      await expect(comment).toHaveAccessibleDescription(t.errors.unreachable)
      await expect(comment).toHaveValue('قطعه سفارش داده شد')
      await answer.comeBack()
      await page.reload()
      await comment.press('Control+Enter')
      await expect(comment).toHaveValue('')
      expect(await comments()).toEqual(['قطعه سفارش داده شد'])

      await comment.fill('قطعه سفارش داده شد')
      await page.keyboard.press('Control+Enter')
      await expect.poll(comments, 'who says it again, says it again').toHaveLength(2)
    })

    test.describe('on a phone', () => {
      test.use({ viewport: { width: 390, height: 700 }, hasTouch: true })

      test('what is said covers neither the comment that is being written nor the steps below it', async ({
        page,
        app,
        signIn,
      }) => {
        const { number } = await obstacleOf(app)
        await signIn('secretary')
        await page.goto(`/o/${number}`)
        const comment = page.getByLabel(t.dossier.comment, { exact: true })
        await comment.fill('قطعه سفارش داده شد')
        await page.getByRole('button', { name: t.follow.start, exact: true }).first().click()
        const toast = page.locator('.toast')
        await expect(toast).toBeVisible()
        const dock = page.locator('.dossier__dock')
        await page.locator('.composer').evaluate((form) => form.scrollIntoView({ block: 'end' }))
        const covered = await toast.boundingBox()
        for (const place of [page.locator('.composer'), dock])
          expect(apart(covered, await place.boundingBox())).toBe(true)
      })
    })

    test('a step whose answer was lost is known as taken when it is sent again', async ({
      page,
      app,
      signIn,
    }) => {
      const { number } = await obstacleOf(app)
      await signIn(OWNER)
      await page.goto(`/o/${number}`)
      await page.getByRole('button', { name: t.steps.names.RESOLVE, exact: true }).click()
      const dialog = page.getByRole('dialog', { name: t.steps.names.RESOLVE })
      await dialog.getByLabel(t.steps.solution).fill('دیسک تازه نصب شد')
      const submit = dialog.getByRole('button', { name: t.steps.names.RESOLVE })
      const answer = await loseAnswer(page, 'resolveObstacle')
      await submit.click()
      await expect(dialog.getByRole('alert')).toHaveText(t.errors.unreachable)
      await answer.comeBack()
      await submit.click()
      await expect(dialog).toHaveCount(0)
      await expect(page.getByText(t.steps.done.RESOLVE(formatRef(`OB-${number}`, locale)))).toBeVisible()
    })

    test('what others have edited is told where one looks; what they did beside it keeps nobody', async ({
      page,
      app,
      signIn,
    }) => {
      const { number, id } = await obstacleOf(app)
      const leader = new Colleague(app, 'leader')
      await signIn('secretary')
      await page.goto(`/o/${number}`)
      await page.getByRole('button', { name: t.dossier.moreSteps }).click()
      await page.getByRole('menuitem', { name: t.steps.names.EDIT }).click()
      const dialog = page.getByRole('dialog')
      const save = dialog.getByRole('button', { name: t.dossier.save })
      await dialog.getByLabel(t.dossier.fields.letterNumber).fill('۱۲/۳۴')
      await leader.do(
        'mutation ($input: EditObstacleInput!) { editObstacle(input: $input) { obstacle { id } } }',
        { input: { id, severity: 'CRITICAL' } },
      )
      await save.click()
      const told = dialog.getByRole('alert')
      await expect(told).toContainText(t.severities.CRITICAL)
      await expect(told).toBeFocused()
      await expect(told).toBeInViewport()

      await leader.do(
        'mutation ($input: SolutionStepsInput!) { setSolutionSteps(input: $input) { obstacle { id } } }',
        { input: { id, steps: [{ text: 'نامه به مخابرات', done: false }] } },
      )
      await save.click()
      await expect(dialog).toHaveCount(0)
      await expect(page.locator('.props').getByText('۱۲/۳۴')).toBeVisible()
    })

    test('the focus is never lost: a step that is gone gives it on', async ({ page, app, signIn }) => {
      const { number } = await obstacleOf(app)
      await signIn(OWNER)
      await page.goto(`/o/${number}`)
      await page.getByRole('button', { name: t.steps.names.RESOLVE, exact: true }).focus()
      await page.keyboard.press('Enter')
      await expect(page.getByLabel(t.steps.solution)).toBeFocused()
      await page.keyboard.type('دیسک تازه نصب شد')
      await page.getByRole('dialog').getByRole('button', { name: t.steps.names.RESOLVE }).focus()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('button', { name: t.steps.names.RESOLVE, exact: true })).toHaveCount(0)
      await expect(page.locator('.page-head :focus')).toBeVisible()
    })
  })
}

/** Lets what an operation does come through to the server, and nothing of its answer back. */
async function loseAnswer(page: Page, operation: string): Promise<{ comeBack: () => Promise<void> }> {
  const url = '**/graphql'
  await page.route(url, async (route) => {
    if (!route.request().postData()?.includes(operation)) return route.fallback()
    await route.fetch()
    return route.abort('connectionreset')
  })
  return { comeBack: () => page.unroute(url) }
}

/** Logs an obstacle of the agency and assigns it to its official, who starts with it. */
async function obstacleOf(app: App) {
  const owner = new Colleague(app, OWNER)
  const input = {
    title: 'دیسک سرور پر است',
    description: '',
    subjectKind: 'AGENCY',
    agencyCode: OWNER.agency,
    category: 'HARDWARE',
    severity: 'LOW',
  }
  const { logObstacle } = await owner.do<{ logObstacle: { obstacle: { id: string; ref: string } } }>(
    'mutation ($input: LogObstacleInput!) { logObstacle(input: $input) { obstacle { id ref } } }',
    { input },
  )
  const { id, ref } = logObstacle.obstacle
  const { viewer } = await owner.do<{ viewer: { id: string } }>('{ viewer { id } }')
  await new Colleague(app, 'secretary').do(
    'mutation ($input: AssignObstacleInput!) { assignObstacle(input: $input) { obstacle { id } } }',
    { input: { id, ownerId: viewer.id } },
  )
  await owner.do(
    'mutation ($input: ObstacleStepInput!) { startObstacle(input: $input) { obstacle { id } } }',
    { input: { id } },
  )
  return { id, number: Number(ref.replace('OB-', '')), comments: () => commentsOn(owner, id) }
}

async function commentsOn(reader: Colleague, id: string): Promise<string[]> {
  const { obstacle } = await reader.do<{
    obstacle: { timeline: { edges: { node: { kind: string; comment: string | null } }[] } }
  }>('query ($id: ID!) { obstacle(id: $id) { timeline(first: 50) { edges { node { kind comment } } } } }', {
    id,
  })
  return obstacle.timeline.edges.flatMap(({ node }) =>
    node.kind === 'COMMENTED' ? [node.comment ?? ''] : [],
  )
}

type Box = { x: number; y: number; width: number; height: number } | null

function apart(one: Box, other: Box): boolean {
  return Boolean(one && other && (one.y + one.height <= other.y || other.y + other.height <= one.y))
}
