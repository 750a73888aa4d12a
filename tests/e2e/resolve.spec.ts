import type { Locator, Page } from '@playwright/test'
import { jalaliNames } from '@goshayesh/shared/jalaliNames'
import type { App } from '../helpers/app.ts'
import { Colleague } from '../helpers/ask.ts'
import { expect, test } from '../helpers/browser.ts'
import { holdOperation } from '../helpers/hold.ts'
import { localDigits } from '../../web/src/i18n/formatNumber.ts'
import { formatRef } from '../../web/src/i18n/formatRef.ts'
import { anyOf, type Locale, locales, texts } from '../helpers/texts.ts'

const OWNER = { agency: 'ict' }

for (const locale of locales) {
  const t = texts[locale]
  const names = t.steps.names

  test.describe(`resolving an obstacle (${locale})`, () => {
    test.use({ locale, keepsClient: locale === 'fa' })

    test('it goes from hand to hand until its end, on the board and in its file', async ({
      page: board,
      app,
      signIn,
      secondPage,
    }) => {
      const reporter = new Colleague(app, OWNER)
      const owner = await nameOf(reporter)
      const number = await log(reporter, `سامانه نوبت‌دهی باز نمی‌شود whole${locale}`)
      await signIn('secretary')
      await board.goto(`/b/all?q=whole${locale}`)
      const secretary = await nameOf(new Colleague(app, 'secretary'))
      const leader = await nameOf(new Colleague(app, 'leader'))

      await test.step('the secretary drags it to the next column and names an owner', async () => {
        const card = cardIn(board, t.statuses.LOGGED)
        await expect(card).toHaveAttribute('draggable', 'true')
        await card.dragTo(board.getByRole('region', { name: t.statuses.ASSIGNED }))
        await nameOwner(board, owner)
        await expect(cardIn(board, t.statuses.ASSIGNED)).toContainText(t.obstacle.ownerIs(owner))
      })

      const file = await secondPage(OWNER)
      await test.step('the owner acknowledges, starts and comments', async () => {
        await file.goto(`/o/${number}`)
        await file.getByRole('button', { name: names.ACKNOWLEDGE, exact: true }).click()
        await expectStep(file, owner, t.events.ACKNOWLEDGED, t.statuses.IN_PROGRESS)
        await file.getByRole('button', { name: names.START, exact: true }).click()
        await expectStep(file, owner, t.events.STARTED, t.statuses.IN_PROGRESS)
        await file.getByLabel(t.dossier.comment, { exact: true }).fill('قطعه سفارش داده شد')
        await file.getByRole('button', { name: t.dossier.send, exact: true }).click()
        await expectStep(file, owner, 'قطعه سفارش داده شد', t.statuses.IN_PROGRESS)
        await expect(file.getByLabel(t.dossier.comment, { exact: true })).toHaveValue('')
        await expect(cardIn(board, t.statuses.IN_PROGRESS)).toContainText(t.obstacle.comments(1))
      })

      await test.step('the owner asks for an extension', async () => {
        await file.getByRole('button', { name: names.REQUEST_EXTENSION, exact: true }).click()
        const dialog = file.getByRole('dialog', { name: names.REQUEST_EXTENSION })
        await dialog.getByLabel(t.steps.extensionUntil).fill('۱۴۰۵/۰۷/۲۸')
        await dialog.getByLabel(t.steps.reason).fill('قطعه از تهران می‌رسد')
        await dialog.getByRole('button', { name: names.REQUEST_EXTENSION }).click()
        await expectStep(file, owner, anyOf(t.events.EXTENSION_REQUESTED), t.statuses.IN_PROGRESS)
        await expect(file.getByText(t.dossier.decidedBySecretary)).toBeVisible()
      })

      const desk = await secondPage('secretary')
      await test.step('the secretary sees that it is too long to grant, and who decides', async () => {
        await desk.goto(`/o/${number}`)
        await expect(desk.getByText(t.dossier.decidedByChair)).toBeVisible()
      })

      await test.step('the leader grants it', async () => {
        const review = await secondPage('leader')
        await review.goto(`/o/${number}`)
        await review.getByRole('button', { name: t.steps.approve, exact: true }).click()
        await expectStep(review, leader, anyOf(t.events.EXTENSION_APPROVED), t.statuses.IN_PROGRESS)
        await expect(file.getByText(t.dossier.decidedBySecretary)).toHaveCount(0)
        await expect(clock(file, t.deadlines.RESOLVE)).toContainText(t.dossier.originalDue)
      })

      await test.step('the secretary lets it wait; dates that do not exist are refused beside the field', async () => {
        await desk.goto(`/o/${number}`)
        await fromMenu(desk, names.WAIT)
        const dialog = desk.getByRole('dialog', { name: names.WAIT })
        await dialog.getByLabel(t.steps.waitOn).selectOption({ label: t.waitingOn.CONTRACTOR })
        await dialog.getByLabel(t.steps.party).fill('پیمانکار شبکه')
        await dialog.getByLabel(t.steps.reason).fill('قطعه در راه است')
        const until = dialog.getByLabel(t.steps.until)
        for (const [text, message] of [
          ['1405/06/32', t.validation.shortMonth(monthOf1405(6, locale), 31)],
          ['1405/12/30', t.validation.shortMonth(monthOf1405(12, locale), 29)],
          ['فردا', t.validation.date],
        ] as const) {
          const typed = localDigits(text, locale)
          await until.fill(typed)
          await dialog.getByRole('button', { name: names.WAIT }).click()
          await expect(until).toHaveAccessibleDescription(new RegExp(message))
          await expect(until).toBeFocused()
          await expect(until).toHaveValue(typed)
        }
        await until.fill('۱۴۰۵/۰۵/۰۶')
        await dialog.getByRole('button', { name: names.WAIT }).click()
        await expectStep(desk, secretary, t.events.WAITING('پیمانکار شبکه'), t.statuses.WAITING)
        await expect(desk.getByRole('region', { name: t.dossier.waiting('پیمانکار شبکه') })).toContainText(
          'قطعه در راه است',
        )
        await expect(clock(desk, t.deadlines.RESOLVE)).toContainText(t.dossier.pausedDue)
        await expect(cardIn(board, t.statuses.WAITING)).toContainText(t.sla.paused)
      })

      await test.step('the secretary resumes it', async () => {
        await desk.getByRole('button', { name: names.RESUME, exact: true }).click()
        await expectStep(desk, secretary, t.events.RESUMED, t.statuses.IN_PROGRESS)
        await expect(cardIn(board, t.statuses.IN_PROGRESS)).toBeVisible()
      })

      await test.step('the owner resolves it with a solution', async () => {
        // Who has not seen yet that it was resumed is told so instead.
        await expect(tag(file, t.statuses.IN_PROGRESS)).toBeVisible()
        await file.getByRole('button', { name: names.RESOLVE, exact: true }).click()
        const dialog = file.getByRole('dialog', { name: names.RESOLVE })
        await dialog.getByRole('button', { name: names.RESOLVE }).click()
        await expect(dialog.getByLabel(t.steps.solution)).toHaveAccessibleDescription(
          new RegExp(t.validation.required),
        )
        await dialog.getByLabel(t.steps.solution).fill('قطعه عوض شد و سامانه باز است')
        await dialog.getByRole('button', { name: names.RESOLVE }).click()
        await expectStep(file, owner, t.events.RESOLVED, t.statuses.RESOLVED)
        await expect(file.getByRole('region', { name: t.dossier.solution })).toContainText('قطعه عوض شد')
        await expect(cardIn(board, t.statuses.RESOLVED)).toBeVisible()
        await expect(file.getByRole('button', { name: names.VERIFY })).toHaveCount(0)
      })

      await test.step('the secretary does not accept it, and the owner resolves it otherwise', async () => {
        await desk.getByRole('button', { name: names.REOPEN, exact: true }).click()
        const reopening = desk.getByRole('dialog', { name: names.REOPEN })
        await reopening.getByLabel(t.steps.reason).fill('سامانه هنوز بسته است')
        await reopening.getByRole('button', { name: names.REOPEN }).click()
        await expectStep(desk, secretary, t.events.REOPENED, t.statuses.IN_PROGRESS)
        for (const page of [desk, file]) {
          await expect(page.getByRole('region', { name: t.dossier.solution, exact: true })).toHaveCount(0)
          const refused = page.getByRole('region', { name: t.dossier.refusedSolution })
          await expect(refused).toContainText('قطعه عوض شد')
          await expect(refused).toContainText('سامانه هنوز بسته است')
        }
        await file.getByRole('button', { name: names.RESOLVE, exact: true }).click()
        const dialog = file.getByRole('dialog', { name: names.RESOLVE })
        await dialog.getByLabel(t.steps.solution).fill('پورت باز شد')
        await dialog.getByRole('button', { name: names.RESOLVE }).click()
        await expect(file.getByRole('region', { name: t.dossier.solution, exact: true })).toContainText(
          'پورت باز شد',
        )
        await expect(file.getByRole('region', { name: t.dossier.refusedSolution })).toHaveCount(0)
      })

      await test.step('the secretary confirms it', async () => {
        await desk.getByRole('button', { name: names.VERIFY, exact: true }).click()
        const dialog = desk.getByRole('dialog', { name: names.VERIFY })
        await dialog.getByRole('button', { name: names.VERIFY }).click()
        await expectStep(desk, secretary, t.events.VERIFIED, t.statuses.CLOSED)
        await expect(board.getByRole('link', { name: `whole${locale}` })).toHaveCount(0)
      })
    })

    test('a merger shows what the number names, and says itself in the main obstacle', async ({
      page,
      app,
      signIn,
    }) => {
      const reporter = new Colleague(app, OWNER)
      const main = await log(reporter, `پیامک تأیید نمی‌رسد main${locale}`)
      const double = await log(reporter, `پیامک تأیید نمی‌رسد double${locale}`)
      await signIn('secretary')
      await page.goto(`/o/${double}`)
      await page.getByRole('button', { name: names.MERGE, exact: true }).click()
      const dialog = page.getByRole('dialog', { name: names.MERGE })
      const asked: unknown[] = []
      page.on('request', (request) => {
        const sent = request.postDataJSON() as { query?: string; variables?: { ref?: unknown } } | null
        if (sent?.query?.includes('query ObstacleByRef')) asked.push(sent.variables?.ref)
      })
      await dialog.getByLabel(t.steps.into).pressSequentially('99999')
      // The server is asked for what was meant, not at each digit.
      await expect.poll(() => asked).toEqual(['OB-99999'])
      await expect(dialog.getByRole('status')).toBeEmpty()
      await dialog.getByLabel(t.steps.into).fill(String(main))
      await expect(dialog.getByRole('status')).toHaveText(`پیامک تأیید نمی‌رسد main${locale}`)
      await dialog.getByRole('button', { name: names.MERGE }).click()
      await page.getByRole('link', { name: `main${locale}` }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText(`main${locale}`)
      await expect(page.getByText(t.events.MERGED_HERE(formatRef(`OB-${double}`, locale)))).toBeVisible()
      await expect(page.getByText(t.events.JOINED)).toHaveCount(0)
    })

    test('a card is moved by the keyboard alone', async ({ page, app, signIn }) => {
      const reporter = new Colleague(app, OWNER)
      await log(reporter, `چاپگر پیشخوان خراب است keys${locale}`)
      const owner = await nameOf(reporter)
      await signIn('secretary')
      await page.goto(`/b/all?q=keys${locale}`)
      const link = cardIn(page, t.statuses.LOGGED).getByRole('link')
      await expect(link).toBeVisible()
      await tabTo(page, link)
      await page.keyboard.press('m')
      const menu = page.getByRole('menu')
      await expect(menu.getByRole('menuitem').first()).toBeFocused()
      await page.keyboard.press('Escape')
      await expect(menu).toHaveCount(0)
      await page.keyboard.press('m')
      await page.keyboard.press('End')
      await page.keyboard.press('Home')
      await expect(menu.getByRole('menuitem', { name: names.ASSIGN })).toBeFocused()
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog', { name: names.ASSIGN })
      const field = dialog.getByRole('combobox', { name: t.steps.owner })
      await expect(field).toBeFocused()
      await page.keyboard.insertText(owner)
      await expect(dialog.getByRole('option', { name: owner, selected: true })).toBeVisible()
      await page.keyboard.press('Enter')
      await expect(field).toHaveValue(owner)
      await tabTo(page, dialog.getByRole('button', { name: names.ASSIGN }))
      await page.keyboard.press('Enter')
      await expect(dialog).toHaveCount(0)
      await expect(cardIn(page, t.statuses.ASSIGNED)).toContainText(t.obstacle.ownerIs(owner))
    })

    test('a change shows in another browser within a second, without a reload', async ({
      page,
      app,
      signIn,
      secondPage,
    }) => {
      const number = await assigned(app, `خط ارتباطی قطع است live${locale}`)
      await signIn(OWNER)
      await page.goto(`/o/${number}`)
      const board = await secondPage('secretary')
      await board.goto(`/b/all?q=live${locale}`)
      const file = await secondPage('viewer')
      await file.goto(`/o/${number}`)
      await expect(cardIn(board, t.statuses.ASSIGNED)).toBeVisible()
      await expect(tag(file, t.statuses.ASSIGNED)).toBeVisible()
      await page.getByRole('button', { name: names.ACKNOWLEDGE, exact: true }).click()
      await expect(tag(page, t.statuses.IN_PROGRESS)).toBeVisible()
      await Promise.all([
        expect(cardIn(board, t.statuses.IN_PROGRESS)).toBeVisible({ timeout: 1_000 }),
        expect(tag(file, t.statuses.IN_PROGRESS)).toBeVisible({ timeout: 1_000 }),
      ])
    })

    test.describe('two people at once', () => {
      // The browser tells of a refused request on its console.
      test.use({ expectedErrors: [/status of 4\d\d/] })

      test('a refused move goes back to where the card was, with the reason', async ({
        page,
        app,
        signIn,
      }) => {
        const number = await assigned(app, `کارت‌خوان وصل نیست back${locale}`)
        await signIn(OWNER)
        await page.goto(`/b/all?q=back${locale}`)
        const card = cardIn(page, t.statuses.ASSIGNED)
        await expect(card).toHaveAttribute('draggable', 'true')
        const held = await holdOperation(page, 'startObstacle')
        await card.dragTo(page.getByRole('region', { name: t.statuses.IN_PROGRESS }))
        await expect(cardIn(page, t.statuses.IN_PROGRESS)).toBeVisible()
        await edit(app, number, 'CRITICAL')
        held.release()
        await expect(page.getByRole('status').filter({ hasText: t.steps.conflict })).toBeVisible()
        await expect(cardIn(page, t.statuses.ASSIGNED)).toBeVisible()
        await expect(cardIn(page, t.statuses.IN_PROGRESS)).toHaveCount(0)
      })

      test('a step that came too late tells so and keeps what was typed', async ({ page, app, signIn }) => {
        const number = await assigned(app, `پشتیبان‌گیری انجام نمی‌شود late${locale}`)
        await new Colleague(app, OWNER).do(ACKNOWLEDGE, { input: { id: await idOf(app, number) } })
        await signIn(OWNER)
        await page.goto(`/o/${number}`)
        await page.getByRole('button', { name: names.RESOLVE, exact: true }).click()
        const dialog = page.getByRole('dialog', { name: names.RESOLVE })
        const solution = dialog.getByLabel(t.steps.solution)
        await solution.fill('دیسک تازه نصب شد')
        const held = await holdOperation(page, 'resolveObstacle')
        await dialog.getByRole('button', { name: names.RESOLVE }).click()
        await held.caught
        await edit(app, number, 'CRITICAL')
        held.release()
        await expect(dialog.getByRole('alert')).toContainText(t.steps.changedMeanwhile)
        await expect(dialog.getByRole('alert')).toContainText(t.events.EDITED)
        await expect(dialog.getByRole('alert')).toContainText(t.severities.CRITICAL)
        await expect(solution).toHaveValue('دیسک تازه نصب شد')
        await expect(tag(page, t.severities.CRITICAL)).toBeVisible()
        await dialog.getByRole('button', { name: names.RESOLVE }).click()
        await expect(dialog).toHaveCount(0)
        await expect(tag(page, t.statuses.RESOLVED)).toBeVisible()
      })

      test('an edit meets the edit of another and keeps both', async ({ page, app, signIn }) => {
        const number = await assigned(app, `امضای دیجیتال پذیرفته نمی‌شود both${locale}`)
        await signIn('secretary')
        await page.goto(`/o/${number}`)
        await fromMenu(page, names.EDIT)
        const dialog = page.getByRole('dialog')
        const title = dialog.getByLabel(t.dossier.fields.title, { exact: true })
        await title.fill(`امضای دیجیتال باطل شناخته می‌شود both${locale}`)
        await edit(app, number, 'CRITICAL')
        await dialog.getByRole('button', { name: t.dossier.save }).click()
        await expect(dialog.getByRole('alert')).toContainText(t.dossier.changedMeanwhile)
        await expect(dialog.getByRole('alert')).toContainText(t.severities.CRITICAL)
        await expect(title).toHaveValue(`امضای دیجیتال باطل شناخته می‌شود both${locale}`)
        await dialog.getByRole('button', { name: t.dossier.save }).click()
        await expect(dialog).toHaveCount(0)
        await expect(page.getByRole('heading', { level: 1 })).toContainText('باطل شناخته می‌شود')
        await expect(tag(page, t.severities.CRITICAL)).toBeVisible()
        await page.getByRole('button', { name: t.undo, exact: true }).click()
        await expect(page.getByRole('heading', { level: 1 })).toContainText('پذیرفته نمی‌شود')
        await expect(tag(page, t.severities.CRITICAL)).toBeVisible()
      })
    })

    /** Chooses the owner in the dialog that a move opened, with the pointer. */
    async function nameOwner(page: Page, owner: string): Promise<void> {
      const dialog = page.getByRole('dialog', { name: names.ASSIGN })
      await dialog.getByRole('combobox', { name: t.steps.owner }).fill(owner)
      await dialog.getByRole('option', { name: owner }).click()
      await dialog.getByRole('button', { name: names.ASSIGN }).click()
      await expect(dialog).toHaveCount(0)
    }

    async function fromMenu(page: Page, item: string): Promise<void> {
      await page.getByRole('button', { name: t.dossier.moreSteps, exact: true }).click()
      await page.getByRole('menuitem', { name: item, exact: true }).click()
    }

    /** The timeline tells who did what and when, and the file has the status that it led to. */
    async function expectStep(page: Page, who: string, what: string | RegExp, status: string): Promise<void> {
      const event = page
        .getByRole('region', { name: t.dossier.timeline })
        .getByRole('listitem')
        .filter({ hasText: who })
        .filter({ hasText: what })
      await expect(event).toBeVisible()
      const today = locale === 'fa' ? 'امروز' : 'today'
      await expect(event.getByRole('time').first()).toContainText(anyOf((time) => t.time.at(today, time)))
      await expect(tag(page, status)).toBeVisible()
    }

    function clock(page: Page, name: string): Locator {
      return page
        .getByRole('region', { name: t.dossier.clocks })
        .locator('.clock')
        .filter({ has: page.getByRole('heading', { name }) })
    }
  })
}

/** The only card of a column. */
function cardIn(page: Page, status: string): Locator {
  return page
    .getByRole('region', { name: status, exact: true })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3 }) })
}

/** A word among those under the title of a file, such as its status. */
function tag(page: Page, word: string): Locator {
  return page.getByRole('article').locator('header').getByText(word)
}

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, element: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await element.evaluate((node) => node === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(element).toBeFocused()
}

async function nameOf(person: Colleague): Promise<string> {
  return (await person.do<{ viewer: { name: string } }>('{ viewer { name } }')).viewer.name
}

/** Logs an obstacle of the agency and gives its number. */
async function log(reporter: Colleague, title: string): Promise<number> {
  const input = {
    title,
    subjectKind: 'AGENCY',
    agencyCode: OWNER.agency,
    category: 'HARDWARE',
    severity: 'LOW',
  }
  const answer = await reporter.do<{ logObstacle: { obstacle: { ref: string } } }>(
    'mutation ($input: LogObstacleInput!) { logObstacle(input: $input) { obstacle { ref } } }',
    { input },
  )
  return Number(answer.logObstacle.obstacle.ref.replace('OB-', ''))
}

/** An obstacle that waits for its owner's answer; gives its number. */
async function assigned(app: App, title: string): Promise<number> {
  const owner = new Colleague(app, OWNER)
  const number = await log(owner, title)
  const { viewer } = await owner.do<{ viewer: { id: string } }>('{ viewer { id } }')
  await new Colleague(app, 'secretary').do(
    'mutation ($input: AssignObstacleInput!) { assignObstacle(input: $input) { obstacle { id } } }',
    { input: { id: await idOf(app, number), ownerId: viewer.id } },
  )
  return number
}

const ACKNOWLEDGE =
  'mutation ($input: ObstacleStepInput!) { acknowledgeObstacle(input: $input) { obstacle { id } } }'

async function edit(app: App, number: number, severity: string): Promise<void> {
  await new Colleague(app, 'leader').do(
    'mutation ($input: EditObstacleInput!) { editObstacle(input: $input) { obstacle { id } } }',
    { input: { id: await idOf(app, number), severity } },
  )
}

async function idOf(app: App, number: number): Promise<string> {
  const { obstacle } = await new Colleague(app, 'leader').do<{ obstacle: { id: string } }>(
    'query ($ref: String!) { obstacle(ref: $ref) { id } }',
    { ref: `OB-${number}` },
  )
  return obstacle.id
}

function monthOf1405(month: number, locale: Locale): string {
  return `${jalaliNames[locale].months[month - 1]} ${locale === 'fa' ? '۱۴۰۵' : '1405'}`
}
