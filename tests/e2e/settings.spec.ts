import type { Page } from '@playwright/test'
import { problemMessage } from '@goshayesh/shared/refusal'
import { wordsEn } from '../../web/src/settings/wordsEn.ts'
import { wordsFa } from '../../web/src/settings/wordsFa.ts'
import { fetchData } from '../helpers/ask.ts'
import { expect, expectNoAxeViolations, test } from '../helpers/browser.ts'
import { anyOf, firstLocale, texts } from '../helpers/texts.ts'

const known = { path: 'input.next', rule: 'KNOWN_PASSWORD' } as const
const passed = { path: 'input.dueDate', rule: 'NOT_LATER' } as const
const words = { fa: wordsFa, en: wordsEn }

for (const locale of firstLocale) {
  const w = words[locale]
  const t = texts[locale]

  test.describe(`settings (${locale})`, () => {
    test.use({ locale })

    test('are closed to an official, who is told whom to ask', async ({ page, signIn }) => {
      await signIn({ agency: 'ict' })
      await page.goto('/settings/people')
      await expect(page.getByRole('heading', { name: w.closedTitle })).toBeVisible()
      await expect(page.getByRole('main')).toContainText('admin@golestan.example')
      await expect(page.getByRole('link', { name: t.nav.settings })).toHaveCount(0)
      await expectNoAxeViolations(page)
    })

    test('an account is made, its password shown once, and another one asked for', async ({
      page,
      signIn,
      keepScreenshot,
    }) => {
      await signIn('admin')
      await page.goto('/settings/people')
      await page.getByRole('button', { name: w.people.add }).click()
      await page.getByRole('button', { name: w.save, exact: true }).click()
      const lacking = page.getByRole('alert')
      await expect(lacking).toBeFocused()
      await expect(lacking).toContainText(`${w.people.name}: ${w.required}`)
      await page.getByLabel(w.people.name, { exact: true }).fill('نرگس آذری')
      await page.getByLabel(w.people.email, { exact: true }).fill(`azari-${locale}@golestan.example`)
      await page.getByLabel(w.people.role, { exact: true }).selectOption('VIEWER')
      await page.getByRole('button', { name: w.save, exact: true }).click()
      const password = page.getByRole('status', { name: w.people.password })
      await expect(password).toHaveText(/\S{10,}/)
      const given = (await password.textContent()) ?? ''
      await expectNoAxeViolations(page)
      await keepScreenshot(`settings-password-${locale}`)
      await page.getByRole('button', { name: w.people.understood }).click()
      await page.getByRole('searchbox').fill(`azari-${locale}`)
      await expect(page.getByRole('row').filter({ hasText: `azari-${locale}@` })).toBeVisible()

      await page.context().clearCookies()
      await page.goto('/sign-in')
      await page.getByLabel(t.signIn.email).fill(`azari-${locale}@golestan.example`)
      await page.getByLabel(t.signIn.password, { exact: true }).fill(given)
      await page.getByRole('button', { name: t.signIn.submit, exact: true }).click()
      await expect(page).toHaveURL(/\/account$/)
      const form = page.getByRole('region', { name: w.account.password })
      await expect(form).toContainText(anyOf(w.account.temporary))
      await keepScreenshot(`account-temporary-${locale}`)
      await form.getByLabel(w.account.current).fill(given)
      await form.getByLabel(w.account.next, { exact: true }).fill('گلستان ۱۴۰۵')
      await form.getByRole('button', { name: w.account.change }).click()
      await expect(form.getByRole('alert')).toContainText(problemMessage(known, locale))
      await form.getByLabel(w.account.next, { exact: true }).fill('باران در کوچه‌باغ')
      await form.getByRole('button', { name: w.account.change }).click()
      await expect(form).not.toContainText(anyOf(w.account.temporary))
    })

    test('whoever is suspended leaves obstacles, which are told and shown as such', async ({
      page,
      signIn,
      secondPage,
    }) => {
      await signIn('admin')
      await page.goto('/settings/people')
      await page.getByRole('searchbox').fill('tamin@')
      const row = page.getByRole('row').filter({ hasText: 'tamin@' })
      await row.getByRole('button', { name: anyOf(w.people.actions) }).click()
      await page.getByRole('menuitem', { name: w.people.suspend }).click()
      const toast = page.locator('.toast').filter({ hasText: anyOf(w.people.suspendedDone) })
      const owned = toast.getByRole('link', { name: w.people.seeOwned })
      expect((await owned.boundingBox())?.height, 'in one line').toBeLessThan(40)
      await owned.click()
      const left = page.getByRole('main').locator('a[href^="/o/"]').first()
      await expect(left).toBeVisible()
      const secretary = await secondPage('secretary')
      await secretary.goto((await left.getAttribute('href')) ?? '')
      const facts = secretary.getByRole('region', { name: t.dossier.properties })
      await expect(facts.getByText(t.dossier.ownerSuspended)).toBeVisible()
      await facts.getByRole('link').click()
      await expect(secretary).toHaveURL(/\/agencies\/[a-z-]+$/)
    })

    test('whoever is moved to another agency leaves obstacles, which is told; addresses are Latin', async ({
      page,
      signIn,
    }) => {
      await signIn('admin')
      await page.goto('/settings/people')
      await page.getByRole('searchbox').fill('ict@')
      const row = page.getByRole('row').filter({ hasText: 'ict@' })
      await row.getByRole('button', { name: anyOf(w.people.actions) }).click()
      await page.getByRole('menuitem', { name: w.edit }).click()
      const dialog = page.getByRole('dialog')
      const agency = dialog.getByRole('combobox', { name: w.people.agency })
      await agency.fill('تأمین اجتماعی')
      await dialog.getByRole('listbox').getByRole('option').click()
      await dialog.getByRole('button', { name: w.save, exact: true }).click()
      await expect(page.locator('.toast').getByRole('link', { name: w.people.seeOwned })).toBeVisible()

      await page.getByRole('button', { name: w.people.add }).click()
      await dialog.getByLabel(w.people.name, { exact: true }).fill('سارا نوری')
      await dialog.getByLabel(w.people.email, { exact: true }).fill('سارا@golestan.example')
      await dialog.getByRole('button', { name: w.save, exact: true }).click()
      await expect(dialog.getByRole('alert')).toContainText(w.people.emailLatin)
    })

    test('a closure tells what moves, moves it and is taken back', async ({
      page,
      signIn,
      keepScreenshot,
    }) => {
      await signIn('secretary')
      await page.goto('/settings/calendar')
      await page.getByRole('button', { name: w.calendar.declare, exact: true }).click()
      const ofSeveralDays = page.getByRole('dialog', { name: w.calendar.declare })
      await expect(ofSeveralDays.getByRole('status'), 'told before there is a name').toContainText(/[1-9۱-۹]/)
      await ofSeveralDays.getByLabel(w.calendar.to, { exact: true }).fill('1405/07/31')
      await ofSeveralDays.getByRole('button', { name: w.calendar.declareSubmit }).click()
      await expect(ofSeveralDays.getByRole('alert')).toContainText(
        anyOf((month) => t.validation.shortMonth(month, 30)),
      )
      await ofSeveralDays.getByRole('button', { name: t.cancel, exact: true }).click()
      await page.locator('[data-date="1405-04-21"]').click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(w.calendar.name, { exact: true }).fill('گرمای هوا')
      await expect(dialog.getByRole('status')).toContainText(/[1-9۱-۹]/)
      await expectNoAxeViolations(page)
      await keepScreenshot(`settings-closure-${locale}`)
      await dialog.locator('form').getByRole('button', { name: w.calendar.declareSubmit }).click()
      const day = page.locator('[data-date="1405-04-21"]')
      await expect(day).toHaveAccessibleName(/گرمای هوا/)
      await page.getByRole('button', { name: t.undo, exact: true }).click()
      await expect(day).not.toHaveAccessibleName(/گرمای هوا/)

      await day.click()
      await dialog.getByLabel(w.calendar.name, { exact: true }).fill('گرمای هوا')
      await dialog.getByLabel(w.calendar.to, { exact: true }).fill('1405/04/23')
      await dialog.locator('form').getByRole('button', { name: w.calendar.declareSubmit }).click()
      const last = page.locator('[data-date="1405-04-23"]')
      await expect(last).toHaveAccessibleName(/گرمای هوا/)
      await page.locator('[data-date="1405-04-22"]').click()
      await expect(dialog.getByRole('radio', { name: w.calendar.withdrawOne })).toBeChecked()
      await dialog.getByRole('radio').last().check()
      await expect(dialog.getByRole('status')).toContainText(/[1-9۱-۹]/)
      await expectNoAxeViolations(page)
      await keepScreenshot(`settings-withdrawal-${locale}`)
      await dialog.locator('form').getByRole('button', { name: w.calendar.withdraw }).click()
      await expect(day).not.toHaveAccessibleName(/گرمای هوا/)
      await expect(last).not.toHaveAccessibleName(/گرمای هوا/)
      await page.getByRole('button', { name: t.undo, exact: true }).last().click()
      await expect(day).toHaveAccessibleName(/گرمای هوا/)
      await expect(last).toHaveAccessibleName(/گرمای هوا/)

      // Over days that are closed already: it says so, gives them the new title, and back.
      await page.getByRole('button', { name: w.calendar.declare, exact: true }).click()
      await dialog.getByLabel(w.calendar.name, { exact: true }).fill('آلودگی هوا')
      await dialog.getByLabel(w.calendar.from, { exact: true }).fill('1405/04/22')
      await dialog.getByLabel(w.calendar.to, { exact: true }).fill('1405/04/24')
      await expect(dialog).toContainText(w.calendar.retitled(2, 'گرمای هوا'))
      await dialog.locator('form').getByRole('button', { name: w.calendar.declareSubmit }).click()
      await expect(last).toHaveAccessibleName(/آلودگی هوا/)
      await expect(day).toHaveAccessibleName(/گرمای هوا/)
      await page.getByRole('button', { name: t.undo, exact: true }).last().click()
      await expect(last).toHaveAccessibleName(/گرمای هوا/)
      await expect(page.locator('[data-date="1405-04-24"]')).not.toHaveAccessibleName(/آلودگی هوا/)
    })

    test('time limits say what a change would do before it is saved', async ({
      page,
      signIn,
      keepScreenshot,
    }) => {
      await signIn('secretary')
      await page.goto('/settings/policy')
      const field = page
        .getByLabel(w.policy.amount(t.severities.HIGH, t.deadlines.RESOLVE), { exact: true })
        .last()
      const preview = page.locator('.policy__foot').getByRole('status')
      await expect(preview).toHaveText(w.preview.unchanged)
      await field.fill('1001')
      await page.getByRole('button', { name: w.save, exact: true }).click()
      await expect(page.getByRole('alert')).toContainText(w.policy.badNumber(1_000))
      await page.getByRole('button', { name: w.policy.discard }).click()
      await expect(page.getByRole('alert')).toHaveCount(0)
      await expect(preview).toHaveText(w.preview.unchanged)
      await expect(page.getByRole('button', { name: w.save, exact: true })).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(page.locator('.toast').filter({ hasText: w.preview.unchanged })).toBeVisible()
      await field.fill('۲')
      await expect(preview).toContainText(/[1-9۱-۹]/)
      await keepScreenshot(`settings-policy-${locale}`)
      await page.reload()
      await expect(field).toHaveValue('۲')
      await page.getByRole('button', { name: w.save, exact: true }).click()
      await expect(preview).toHaveText(w.preview.unchanged)
      await page.getByRole('button', { name: t.undo, exact: true }).click()
      await expect(field).toHaveValue(/^(10|۱۰)$/)
      const { slaPolicy } = await fetchData<{ slaPolicy: { rules: { targets: { amount: number }[] }[] } }>(
        page,
        '{ slaPolicy { rules { targets { amount } } } }',
      )
      expect(slaPolicy.rules[9]?.targets[2]?.amount).toBe(10)
    })

    test('rows of lists are as high as one likes, on every page and after a reload', async ({
      page,
      signIn,
    }) => {
      await signIn('secretary')
      const heightOfRow = async () => {
        await page.goto('/b/agencies?view=list')
        const rows = page.getByRole('row')
        await expect(rows.nth(3)).toBeVisible()
        return (await rows.nth(1).boundingBox())?.height ?? 0
      }
      const usual = await heightOfRow()
      await page.goto('/account')
      await page.getByLabel(w.account.densities.compact, { exact: true }).check()
      expect(await heightOfRow()).toBeLessThan(usual)
      await page.goto('/account')
      await expect(page.getByLabel(w.account.densities.compact, { exact: true })).toBeChecked()
      await page.getByLabel(w.account.densities.usual, { exact: true }).check()
      expect(await heightOfRow()).toBe(usual)
    })

    test('a stage changes with its reason, and over nobody whose change was not seen', async ({
      page,
      signIn,
      secondPage,
    }) => {
      const change = async (of: Page, stage: string, reason: string) => {
        await of.getByLabel(w.agencies.stageNext, { exact: true }).selectOption(stage)
        await of.getByLabel(w.agencies.stageReason, { exact: true }).fill(reason)
        await of.getByRole('button', { name: w.agencies.stageSave }).click()
      }
      await signIn('secretary')
      const admin = await secondPage('admin')
      for (const one of [page, admin]) await one.goto('/settings/agencies/ict')
      const stageOf = (of: Page) => of.getByRole('region', { name: w.agencies.stage })
      await expect(stageOf(admin)).toBeVisible()
      await change(page, locale === 'fa' ? 'PILOT' : 'CONNECTED', 'سامانه بازنگری می‌شود')
      await expect(stageOf(page)).toContainText('سامانه بازنگری می‌شود')
      await expectNoAxeViolations(page)

      await change(admin, 'LOADED', 'اطلاعات ناقص است')
      await expect(admin.getByRole('alert')).toBeVisible()
      await expect(stageOf(admin)).toContainText('سامانه بازنگری می‌شود')
      await admin.getByRole('button', { name: w.agencies.stageSave }).click()
      await expect(stageOf(admin).getByRole('listitem').first()).toContainText('اطلاعات ناقص است')
    })

    test('of two who change the same, the later one is shown what the other has changed first', async ({
      page,
      signIn,
      secondPage,
    }) => {
      await signIn('secretary')
      const leader = await secondPage('leader')
      const handOf = (of: Page) => ({
        milestones: () => of.goto('/settings/milestones'),
        day: () => of.goto('/settings/calendar'),
        edit: () =>
          of
            .getByRole('button', { name: new RegExp(`^${w.edit}`) })
            .first()
            .click(),
        openDay: () => of.locator('[data-date="1405-06-05"]').click(),
        field: (label: string) => of.getByRole('dialog').getByLabel(label, { exact: true }),
        act: (name: string) => of.getByRole('dialog').getByRole('button', { name, exact: true }).click(),
        save: () =>
          of.getByRole('dialog').locator('form').getByRole('button', { name: w.save, exact: true }).click(),
        dialog: of.getByRole('dialog'),
      })
      const [mine, theirs] = [handOf(page), handOf(leader)]

      for (const hand of [mine, theirs]) {
        await hand.milestones()
        await hand.edit()
      }
      await theirs.field(w.milestones.name).fill('آخر تیرماه')
      await theirs.save()
      await expect(theirs.dialog).toBeHidden()
      await mine.field(w.milestones.dueDate).fill('1405/05/15')
      await mine.save()
      await expect(mine.dialog.getByRole('alert')).toContainText(w.changedMeanwhile)
      await expect(mine.dialog.getByRole('alert')).toContainText('آخر تیرماه')
      await expect(mine.field(w.milestones.name)).toHaveValue('آخر تیرماه')
      await expect(mine.field(w.milestones.dueDate)).toHaveValue(/۰۵\/۱۵|05\/15/)
      await mine.save()
      await expect(mine.dialog).toBeHidden()
      await page.getByRole('button', { name: t.undo, exact: true }).click()
      await expect(page.locator('.toast').filter({ hasText: w.undone })).toBeVisible()
      await expect(page.getByRole('region', { name: 'آخر تیرماه' })).toBeVisible()

      for (const hand of [mine, theirs]) {
        await hand.day()
        await hand.openDay()
        await hand.act(w.calendar.setHours)
      }
      await theirs.field(w.calendar.name).fill('همایش')
      await theirs.save()
      await expect(theirs.dialog).toBeHidden()
      await mine.field(w.calendar.name).fill('آزمون')
      await mine.save()
      await expect(mine.dialog.getByRole('alert')).toContainText('همایش')
      await expect(mine.field(w.calendar.name)).toHaveValue('آزمون')
      await mine.save()
      await expect(page.locator('[data-date="1405-06-05"]')).toHaveAccessibleName(/آزمون/)
    })

    test('a milestone is moved by keyboard, having told what moves', async ({ page, signIn }) => {
      await signIn('leader')
      await page.goto('/settings/milestones')
      await page.getByRole('button', { name: new RegExp(`^${w.edit}`) }).press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(w.milestones.dueDate, { exact: true }).fill('1405/04/19')
      await expect(dialog.getByRole('status')).toHaveText(problemMessage(passed, locale))
      await dialog.getByLabel(w.milestones.dueDate, { exact: true }).fill('1405/05/15')
      await expect(dialog.getByRole('status')).toContainText(/[1-9۱-۹]/)
      await dialog.getByLabel(w.milestones.dueDate, { exact: true }).press('Enter')
      await expect(dialog).toBeHidden()
      await page.getByRole('button', { name: t.undo, exact: true }).click()
      await expect(page.locator('.toast').filter({ hasText: w.undone })).toBeVisible()
    })
  })
}
