import { Buffer } from 'node:buffer'
import type { Page } from '@playwright/test'
import { jalaliNames } from '@goshayesh/shared/jalaliNames'
import type { App } from '../helpers/app.ts'
import { Colleague } from '../helpers/ask.ts'
import { expect, expectNoAxeViolations, test } from '../helpers/browser.ts'
import { localDigits } from '../../web/src/i18n/formatNumber.ts'
import { firstLocale, texts } from '../helpers/texts.ts'

const OWNER = { agency: 'ict' }
const MEGABYTE = 1024 * 1024
/** One pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

for (const locale of firstLocale) {
  const t = texts[locale]

  test.describe(`inbox, people, files and steps (${locale})`, () => {
    test.use({ locale, keepsClient: true })

    test('somebody is named in a comment, hears the bell, and reads it', async ({
      page,
      app,
      signIn,
      secondPage,
      keepScreenshot,
    }) => {
      const { number } = await obstacleOf(app, `وب‌سرویس پاسخ نمی‌دهد named${locale}`)
      const owner = await nameOf(new Colleague(app, OWNER))
      const inbox = await secondPage(OWNER)
      await inbox.goto('/inbox')
      await inbox.getByRole('button', { name: t.inbox.readAll }).click()
      await expect(inbox.getByText(t.inbox.sub(0))).toBeVisible()
      const bell = inbox.locator('.rail').getByRole('link', { name: t.nav.inbox })
      await expect(bell).toHaveAccessibleName(t.nav.bell(0))

      await signIn('secretary')
      await page.goto(`/o/${number}`)
      const comment = page.getByLabel(t.dossier.comment, { exact: true })
      await test.step('names are searched behind an at sign, by the keyboard alone', async () => {
        await comment.pressSequentially(`خبر تازه @${owner.slice(0, 3)}`)
        const people = page.getByRole('listbox', { name: t.dossier.mentionPeople })
        await expect(people.getByRole('option').filter({ hasText: owner })).toBeVisible()
        await expectNoAxeViolations(page)
        for (let presses = 0; presses < 12; presses++) {
          const chosen = people.getByRole('option', { selected: true })
          if ((await chosen.textContent())?.includes(owner)) break
          await page.keyboard.press('ArrowDown')
        }
        await page.keyboard.press('Enter')
        await expect(comment).toHaveValue(`خبر تازه @${owner} `)
        await expect(people).toBeHidden()
        await comment.pressSequentially('گزارش را ببینید')
        await page.keyboard.press('Control+Enter')
        await expect(comment).toHaveValue('')
        await expect(page.locator('.mention').filter({ hasText: `@${owner}` })).toBeVisible()
      })

      await test.step('the bell counts at once, and the notice leads to the obstacle', async () => {
        await expect(bell).toHaveAccessibleName(t.nav.bell(1))
        const notice = inbox
          .getByRole('listitem')
          .filter({ hasText: `named${locale}` })
          .filter({ hasText: 'گزارش را ببینید' })
        await expect(notice).toHaveClass(/note--unread/)
        await inbox.bringToFront()
        await inbox.keyboard.press('j')
        await expect(notice.getByRole('link')).toBeFocused()
        await expectNoAxeViolations(inbox)
        await inbox.keyboard.press('Enter')
        await expect(inbox).toHaveURL(new RegExp(`/o/${number}$`))
        await expect(bell).toHaveAccessibleName(t.nav.bell(0))
        await inbox.goBack()
        await expect(notice).not.toHaveClass(/note--unread/)
        await inbox.getByRole('link', { name: t.inbox.views.unread, exact: true }).click()
        await expect(inbox.getByRole('heading', { name: t.inbox.emptyTitle.unread })).toBeVisible()
      })
      await page.goto('/inbox')
      await expect(page.locator('.note').first()).toBeVisible()
      await keepScreenshot(`inbox-${locale}`)
    })

    test('earlier notices come page by page, one notice is read at a time', async ({ page, signIn }) => {
      await signIn('secretary')
      await page.goto('/inbox')
      const notices = page.locator('.note')
      await expect(notices).toHaveCount(30)
      await page.getByRole('button', { name: t.inbox.more }).click()
      await expect(notices).toHaveCount(60)
      const days = await page.locator('.inbox__date').allTextContents()
      expect(new Set(days).size, 'each day has one heading').toBe(days.length)
      const unread = page.locator('.note--unread')
      const before = await unread.count()
      await unread.first().getByRole('button').click()
      await expect(unread).toHaveCount(before - 1)

      await page.getByRole('link', { name: t.inbox.views.unread, exact: true }).click()
      await expect(page.locator('.note:not(.note--unread)')).toHaveCount(0)
      const next = unread.nth(1).getByRole('link')
      const text = await next.innerText()
      await unread.first().getByRole('button').focus()
      await page.keyboard.press('Enter')
      await expect(page.locator('.note:focus-within')).toContainText(text)
    })

    test('long texts leave room for the deadlines, and a long history shows its end', async ({
      page,
      app,
      signIn,
    }) => {
      const lines = Array.from({ length: 200 }, (_, n) => `سطر ${n}`)
      const { id, number } = await obstacleOf(app, `شرح بلند long${locale}`, lines.join('\n'))
      const owner = new Colleague(app, OWNER)
      for (let n = 0; n < 104; n++)
        await owner.do(
          'mutation ($input: CommentInput!) { commentObstacle(input: $input) { obstacle { id } } }',
          {
            input: { id, text: `پیگیری ${n}` },
          },
        )
      await signIn(OWNER)
      await page.goto(`/o/${number}`)
      await expect(page.getByRole('heading', { name: t.dossier.clocks })).toBeInViewport()
      await page.getByRole('button', { name: t.dossier.showWhole }).click()
      await expect(page.getByRole('heading', { name: t.dossier.clocks })).not.toBeInViewport()
      await page.getByRole('button', { name: t.dossier.showLess }).click()

      const events = page.getByRole('region', { name: t.dossier.timeline }).locator('.event')
      await expect(events).toHaveCount(100)
      const newest = localDigits('پیگیری 103', locale)
      await expect(events.last()).toContainText(newest)
      await page.getByRole('button', { name: t.dossier.earlierEvents(6) }).click()
      await expect(events).toHaveCount(106)
      await expect(events.first()).toContainText(t.events.LOGGED)
      await expect(events.last()).toContainText(newest)
    })

    test.describe('files', () => {
      // What the server refuses, the browser tells the console too.
      test.use({ expectedErrors: [/status of 422/] })

      test('files are chosen, dropped and pasted; what is refused is told beside it', async ({
        page,
        app,
        signIn,
        keepScreenshot,
      }) => {
        const { number } = await obstacleOf(app, `چاپگر پاسخ نمی‌دهد files${locale}`)
        await signIn(OWNER)
        await page.goto(`/o/${number}`)
        const panel = page.getByRole('region', { name: t.files.title })
        const chooser = panel.getByLabel(t.files.choose)
        await expect(chooser).toHaveAccessibleDescription(t.files.limits(20, 20))
        const comment = page.getByLabel(t.dossier.comment, { exact: true })
        await comment.fill('هنوز نفرستاده‌ام')
        await chooser.setInputFiles([
          { name: 'نامه سازمان.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF') },
          { name: 'برنامه.png', mimeType: 'image/png', buffer: Buffer.from('MZ not a picture') },
          { name: 'فیلم.png', mimeType: 'image/png', buffer: Buffer.alloc(20 * MEGABYTE + 1) },
        ])
        const letter = panel.getByRole('link', { name: 'نامه سازمان.pdf' })
        await expect(letter).toBeVisible()
        await expect(panel.getByRole('alert')).toHaveCount(2)
        const large = panel.getByRole('listitem').filter({ hasText: 'فیلم.png' })
        await expect(large.getByRole('alert')).toHaveText(t.files.tooLarge(20))
        const refused = panel.getByRole('listitem').filter({ hasText: 'برنامه.png' })
        await expect(refused.getByRole('alert')).not.toBeEmpty()
        await expectNoAxeViolations(page)
        await keepScreenshot(`obstacle-files-${locale}`)
        await large.getByRole('button', { name: t.files.remove('فیلم.png') }).click()
        await refused.getByRole('button', { name: t.files.remove('برنامه.png') }).click()
        await expect(panel.getByRole('alert')).toHaveCount(0)

        await hand(page, 'drop', 'عکس.png')
        await expect(panel.getByRole('link', { name: 'عکس.png' })).toBeVisible()
        await hand(page, 'paste', 'image.png')
        await expect(panel.getByRole('link', { name: t.files.pasted })).toBeVisible()
        await expect(panel.getByText(t.files.count(3))).toBeVisible()
        await expect(page.getByText(t.events.ATTACHED)).toHaveCount(3)
        await expect(comment).toHaveValue('هنوز نفرستاده‌ام')

        const address = await letter.getAttribute('href')
        const answer = await page.request.get(address ?? '')
        expect(answer.headers()['content-type']).toContain('application/pdf')
        expect((await answer.body()).toString()).toContain('%PDF-1.4')
      })

      test('a file and a letter go with a new obstacle; those in a hurry need neither', async ({
        page,
        signIn,
      }) => {
        await signIn(OWNER)
        await page.goto('/log')
        await expect(page.getByLabel(t.dossier.fields.letterNumber)).toBeHidden()
        await page.getByLabel(t.log.title).fill(`پیوست در گام چهارم باز نمی‌شود letter${locale}`)
        await page.getByRole('radio', { name: t.log.places.SINGLE_WINDOW.label }).check()
        await page.getByLabel(t.log.category).selectOption({ label: t.categories.SOFTWARE })
        await page.getByRole('radio', { name: t.log.impacts.LOW }).check()
        await page.getByLabel(t.files.choose).setInputFiles([
          { name: 'خطا.png', mimeType: 'image/png', buffer: PNG },
          { name: 'خالی.png', mimeType: 'image/png', buffer: Buffer.alloc(0) },
          { name: 'setup.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ program') },
          { name: 'بایگانی.zip', mimeType: 'application/zip', buffer: Buffer.from('PK\u0003\u0004') },
        ])
        const chosen = page.getByRole('list', { name: t.files.chosen })
        await expect(chosen.getByRole('alert')).toHaveText([
          t.files.empty,
          t.files.wrongKind,
          t.files.wrongKind,
        ])
        for (const name of ['خالی.png', 'setup.exe', 'بایگانی.zip'])
          await chosen.getByRole('button', { name: t.files.remove(name) }).click()
        // What was chosen is kept as what was typed is.
        await page.reload()
        await expect(chosen.getByRole('listitem')).toHaveCount(1)
        await expect(chosen.getByRole('listitem')).toContainText('خطا.png')
        await page.getByText(t.log.further, { exact: true }).click()
        await page.getByLabel(t.dossier.fields.windowStep).fill('گام ۴، استعلام زمین')
        await page.getByLabel(t.dossier.fields.letterNumber).fill('۲۲۱/۴۵۱۲')
        const date = page.getByLabel(t.dossier.fields.letterDate)
        await date.fill('۱۴۰۵/۱۳/۰۱')
        await page.getByRole('button', { name: t.log.submit, exact: true }).click()
        await expect(date).toHaveAccessibleDescription(new RegExp(t.validation.date))
        await date.fill('1405/4/9')
        await expectNoAxeViolations(page)
        await page.getByRole('button', { name: t.log.submit, exact: true }).click()
        await expect(page).toHaveURL(/\/o\/\d+$/)
        const properties = page.getByRole('region', { name: t.dossier.properties })
        await expect(properties).toContainText('گام ۴، استعلام زمین')
        await expect(properties).toContainText(locale === 'fa' ? '۹ تیر ۱۴۰۵' : '9 Tir 1405')
        await expect(page.getByRole('region', { name: t.files.title }).getByRole('link')).toContainText(
          'خطا.png',
        )
      })
    })

    test('the steps of a solution are written, put in order and ticked by the owner', async ({
      page,
      app,
      signIn,
      secondPage,
      keepScreenshot,
    }) => {
      const { number } = await obstacleOf(app, `صف استعلام کند است steps${locale}`)
      const reader = await secondPage('viewer')
      await reader.goto(`/o/${number}`)
      await expect(reader.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(reader.getByRole('region', { name: t.solutionSteps.title })).toHaveCount(0)

      await signIn(OWNER)
      await page.goto(`/o/${number}`)
      await page.getByRole('button', { name: t.solutionSteps.start }).click()
      const dialog = page.getByRole('dialog', { name: t.solutionSteps.title })
      await dialog.getByLabel(t.solutionSteps.step(1), { exact: true }).fill('نگهداری پاسخ تکراری')
      await dialog.getByRole('button', { name: t.solutionSteps.add }).click()
      await dialog.getByLabel(t.solutionSteps.step(2), { exact: true }).fill('جداسازی صف استعلام')
      const planned = dialog.getByLabel(t.solutionSteps.plannedFor(2))
      await planned.fill('۱۴۰۵/۰۷/۳۱')
      await dialog.getByRole('button', { name: t.solutionSteps.save }).click()
      const mehr = `${jalaliNames[locale].months[6]} ${localDigits('1405', locale)}`
      await expect(planned).toHaveAccessibleDescription(new RegExp(t.validation.shortMonth(mehr, 30)))
      await planned.fill('۱۴۰۵/۰۴/۳۱')
      await dialog.getByRole('button', { name: t.solutionSteps.up(2) }).click()
      await expectNoAxeViolations(page)
      await dialog.getByRole('button', { name: t.solutionSteps.save }).click()
      await expect(dialog).toHaveCount(0)
      const panel = page.getByRole('region', { name: t.solutionSteps.title })
      await expect(panel.getByRole('listitem').first()).toContainText('جداسازی صف استعلام')
      await expect(panel).toContainText(t.solutionSteps.progress(0, 2))

      await panel.getByRole('checkbox').first().click()
      await expect(panel).toContainText(t.solutionSteps.progress(1, 2))
      const theirs = reader.getByRole('region', { name: t.solutionSteps.title })
      await expect(theirs).toContainText(t.solutionSteps.progress(1, 2))
      await expect(theirs.getByRole('checkbox')).toHaveCount(0)
      await page.reload()
      await expect(panel.getByRole('checkbox').first()).toBeChecked()
      await expectNoAxeViolations(page)
      await keepScreenshot(`obstacle-steps-${locale}`)
    })

    test('steps that two people write at once are not overwritten silently', async ({
      page,
      app,
      signIn,
    }) => {
      const { number, id } = await obstacleOf(app, `پهنای باند کم است both-steps${locale}`)
      await signIn(OWNER)
      await page.goto(`/o/${number}`)
      await page.getByRole('button', { name: t.solutionSteps.start }).click()
      const dialog = page.getByRole('dialog', { name: t.solutionSteps.title })
      await dialog.getByLabel(t.solutionSteps.step(1), { exact: true }).fill('خرید پهنای باند')
      await new Colleague(app, 'secretary').do(
        'mutation ($input: SolutionStepsInput!) { setSolutionSteps(input: $input) { obstacle { id } } }',
        { input: { id, steps: [{ text: 'نامه به مخابرات', done: false }] } },
      )
      await dialog.getByRole('button', { name: t.solutionSteps.save }).click()
      await expect(dialog.getByRole('alert')).toContainText('نامه به مخابرات')
      await expect(dialog.getByLabel(t.solutionSteps.step(1), { exact: true })).toHaveValue('خرید پهنای باند')
      await dialog.getByRole('button', { name: t.solutionSteps.save }).click()
      const panel = page.getByRole('region', { name: t.solutionSteps.title })
      await expect(panel.getByRole('listitem')).toHaveText([/خرید پهنای باند/])
      await page.getByRole('button', { name: t.undo, exact: true }).click()
      await expect(panel.getByRole('listitem')).toHaveText([/نامه به مخابرات/])
    })

    test('a step tells who changed what while it was being written', async ({ page, app, signIn }) => {
      const { number, id } = await obstacleOf(app, `پشتیبان نیست meanwhile${locale}`)
      const secretary = new Colleague(app, 'secretary')
      await secretary.do(
        'mutation ($input: ObstacleStepInput!) { startObstacle(input: $input) { obstacle { id } } }',
        { input: { id, note: 'از سوی دبیرخانه' } },
      )
      await signIn(OWNER)
      await page.goto(`/o/${number}`)
      await page.getByRole('button', { name: t.steps.names.RESOLVE, exact: true }).click()
      const dialog = page.getByRole('dialog', { name: t.steps.names.RESOLVE })
      const solution = dialog.getByLabel(t.steps.solution)
      await solution.fill('دیسک تازه نصب شد')
      await secretary.do(
        'mutation ($input: EditObstacleInput!) { editObstacle(input: $input) { obstacle { id } } }',
        { input: { id, severity: 'CRITICAL' } },
      )
      const submit = dialog.getByRole('button', { name: t.steps.names.RESOLVE })
      await submit.click()
      const told = dialog.getByRole('alert')
      await expect(told).toContainText(t.steps.changedMeanwhile)
      await expect(told).toContainText(await nameOf(secretary))
      await expect(told).toContainText(t.severities.CRITICAL)
      await expect(solution).toHaveValue('دیسک تازه نصب شد')
      await submit.click()
      await expect(dialog).toHaveCount(0)
    })

    test('an obstacle is printed with its number, the date and no controls', async ({
      page,
      app,
      signIn,
    }) => {
      const { number } = await obstacleOf(app, `کابل قطع است print${locale}`)
      await signIn(OWNER)
      await page.goto(`/o/${number}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.emulateMedia({ media: 'print' })
      await expect(page.locator('.print-line')).toContainText(locale === 'fa' ? '۲۰ تیر ۱۴۰۵' : '20 Tir 1405')
      await expect(page.locator('.main').getByRole('button').filter({ visible: true })).toHaveCount(0)
      await expect(page.locator('.rail')).toBeHidden()
      const pdf = await page.pdf({ preferCSSPageSize: true })
      expect(pdf.length).toBeGreaterThan(10_000)
    })
  })
}

/** Drops or pastes a picture, as a file manager or the clipboard would. */
async function hand(page: Page, how: 'drop' | 'paste', name: string): Promise<void> {
  await page.evaluate(
    ([kind, fileName, data]) => {
      const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))
      const transfer = new DataTransfer()
      transfer.items.add(new File([bytes], fileName, { type: 'image/png' }))
      const event =
        kind === 'drop'
          ? new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer })
          : new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: transfer })
      document.querySelector('main')?.dispatchEvent(event)
    },
    [how, name, PNG.toString('base64')] as const,
  )
}

async function nameOf(person: Colleague): Promise<string> {
  return (await person.do<{ viewer: { name: string } }>('{ viewer { name } }')).viewer.name
}

/** Logs an obstacle of the agency and assigns it to its official. */
async function obstacleOf(
  app: App,
  title: string,
  description = '',
): Promise<{ number: number; id: string }> {
  const owner = new Colleague(app, OWNER)
  const { logObstacle } = await owner.do<{ logObstacle: { obstacle: { id: string; ref: string } } }>(
    'mutation ($input: LogObstacleInput!) { logObstacle(input: $input) { obstacle { id ref } } }',
    {
      input: {
        title,
        description,
        subjectKind: 'AGENCY',
        agencyCode: OWNER.agency,
        category: 'HARDWARE',
        severity: 'LOW',
      },
    },
  )
  const { id, ref } = logObstacle.obstacle
  const { viewer } = await owner.do<{ viewer: { id: string } }>('{ viewer { id } }')
  await new Colleague(app, 'secretary').do(
    'mutation ($input: AssignObstacleInput!) { assignObstacle(input: $input) { obstacle { id } } }',
    { input: { id, ownerId: viewer.id } },
  )
  return { id, number: Number(ref.replace('OB-', '')) }
}
