import { cleanup, render } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { DateField } from '../../web/src/ui/DateField.tsx'

afterEach(cleanup)

function setUp(value = '') {
  const typed = vi.fn<(value: string) => void>()
  render(() => <DateField id="until" label="Until" value={value} today="1405-04-20" onValue={typed} />)
  return typed
}

test('picks a day of the month by mouse, in Persian digits', async () => {
  const typed = setUp()
  await page.getByRole('button', { name: 'گشودن تقویم' }).click()
  await page.getByRole('button', { name: 'چهارشنبه ۳۱ تیر' }).click()
  expect(typed.mock.lastCall).toEqual(['۱۴۰۵/۰۴/۳۱'])
})

test('walks the month by keyboard in the direction of reading', async () => {
  const typed = setUp('1405/4/20')
  await page.getByRole('button', { name: 'گشودن تقویم' }).click()
  await userEvent.keyboard('{ArrowLeft}{ArrowDown}{Enter}')
  expect(typed.mock.lastCall).toEqual(['۱۴۰۵/۰۴/۲۸'])
})

test('closes the month alone from anywhere in it, and gives the focus back', async () => {
  setUp()
  for (const way of ['{Escape}', '{Shift>}{Tab}{/Shift}{Escape}']) {
    await page.getByRole('button', { name: 'گشودن تقویم' }).click()
    await userEvent.keyboard(way)
    await expect.element(page.getByRole('button', { name: 'ماه بعد' })).not.toBeInTheDocument()
    expect(document.activeElement?.id).toBe('until')
  }
})

test('turns over the end of a month and a year', async () => {
  setUp('1404/12/29')
  await page.getByRole('button', { name: 'گشودن تقویم' }).click()
  await page.getByRole('button', { name: 'ماه بعد' }).click()
  await expect.element(page.getByText('فروردین ۱۴۰۵')).toBeVisible()
  await page.getByRole('button', { name: 'ماه پیش' }).click()
  await expect.element(page.getByText('اسفند ۱۴۰۴')).toBeVisible()
})

test('tells the year of a day that was typed without one', async () => {
  const typed = setUp('۳۱ تیر')
  const field = document.querySelector<HTMLInputElement>('#until')
  field?.dispatchEvent(new Event('change', { bubbles: true }))
  expect(typed.mock.lastCall).toEqual(['۱۴۰۵/۰۴/۳۱'])
})

test('names the year of a day that its month has not, so that it can be said which month', async () => {
  const typed = setUp('۳۱ مهر')
  const field = document.querySelector<HTMLInputElement>('#until')
  field?.dispatchEvent(new Event('change', { bubbles: true }))
  expect(typed.mock.lastCall).toEqual(['۱۴۰۵/۷/۳۱'])
})
