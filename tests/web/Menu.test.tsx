import { cleanup, render } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { Menu } from '../../web/src/ui/Menu.tsx'

// What a menu shows comes with the first that is opened: how long that takes is not what is looked at here.
beforeAll(() => import('../../web/src/ui/MenuPanel.tsx'))
afterEach(cleanup)

function setUp() {
  const chosen = vi.fn<(label: string) => void>()
  const items = ['Assign', 'Resolve', 'Reject'].map((label) => ({ label, onSelect: () => chosen(label) }))
  render(() => (
    <Menu label="Move" items={items}>
      Move
    </Menu>
  ))
  const focused = () => document.activeElement?.textContent?.trim()
  const open = async () => {
    await userEvent.keyboard('{Tab}{Enter}')
    await expect.poll(focused).toBe('Assign')
  }
  return { chosen, focused, open }
}

test('opens on the first item and goes round with the arrows', async () => {
  const { focused, open } = setUp()
  await open()
  await userEvent.keyboard('{ArrowUp}')
  expect(focused()).toBe('Reject')
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  expect(focused()).toBe('Resolve')
  await userEvent.keyboard('{Home}')
  expect(focused()).toBe('Assign')
})

test('chooses by first letters and Enter, and gives the focus back', async () => {
  const { chosen, focused, open } = setUp()
  await open()
  await userEvent.keyboard('RR{Enter}')
  expect(chosen.mock.calls).toEqual([['Reject']])
  expect(focused()).toBe('Move')
  expect(document.querySelector('[role=menu]')).toBeNull()
})

test('stands on the first of items that come late', async () => {
  const [items, setItems] = createSignal<{ label: string; onSelect(): void }[]>([])
  render(() => (
    <Menu label="Move" items={items()}>
      Move
    </Menu>
  ))
  await userEvent.keyboard('{Tab}{Enter}')
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('menu')
  setItems([{ label: 'Assign', onSelect: () => undefined }])
  await expect.poll(() => document.activeElement?.textContent?.trim()).toBe('Assign')
})

test('Escape leaves without choosing', async () => {
  const { chosen, focused, open } = setUp()
  await open()
  await userEvent.keyboard('{ArrowDown}{Escape}')
  expect(chosen).not.toHaveBeenCalled()
  expect(focused()).toBe('Move')
})
