import { cleanup, render } from '@solidjs/testing-library'
import { createSignal, For, Show } from 'solid-js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { keepFocus } from '../../web/src/shell/keepFocus.ts'

let stop: () => void
beforeEach(() => (stop = keepFocus()))
afterEach(() => {
  stop()
  cleanup()
})

const focused = () => document.activeElement?.textContent?.trim() ?? ''

/** Three notices as the inbox has them, the second of which has the focus on its tick. */
async function setUp() {
  const [notices, setNotices] = createSignal(['a', 'b', 'c'])
  const [read, setRead] = createSignal('')
  render(() => (
    <main id="main" tabindex="-1">
      <a href="#all">all</a>
      <Show when={notices().length > 0}>
        <ul>
          <For each={notices()}>
            {(notice) => (
              <li>
                <a href={`#${notice}`}>{notice}</a>
                <span>
                  <Show when={read() !== notice}>
                    <button type="button">tick {notice}</button>
                  </Show>
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </main>
  ))
  await userEvent.keyboard('{Tab}{Tab}{Tab}{Tab}{Tab}')
  expect(focused()).toBe('tick b')
  return { setNotices, setRead }
}

test('what stands around what was taken away gets the focus', async () => {
  const { setRead } = await setUp()
  setRead('b')
  await expect.poll(focused).toBe('b')
})

test('where a row goes, the next one gets it, and the one before where it was the last', async () => {
  const { setNotices } = await setUp()
  setNotices(['a', 'c'])
  await expect.poll(focused).toBe('c')
  setNotices(['a'])
  await expect.poll(focused).toBe('a')
})

test('where all rows go, what is left of the page gets it, and in the end the page itself', async () => {
  const { setNotices } = await setUp()
  setNotices([])
  await expect.poll(focused).toBe('all')
  document.querySelector('a')?.remove()
  await expect.poll(() => document.activeElement?.id).toBe('main')
})

test('what was only put elsewhere keeps it', async () => {
  await setUp()
  const [row] = document.querySelectorAll('li:nth-child(2)')
  row?.parentElement?.append(row)
  await expect.poll(focused).toBe('tick b')
})

test('another page gets it where the page goes', async () => {
  const [page, setPage] = createSignal('board')
  render(() => (
    <>
      <a href="#rail">rail</a>
      <Show when={page()} keyed>
        {(name) => (
          <main id="main" tabindex="-1">
            <a href="#card">{name}</a>
          </main>
        )}
      </Show>
    </>
  ))
  await userEvent.keyboard('{Tab}{Tab}')
  expect(focused()).toBe('board')
  setPage('dossier')
  await expect.poll(() => document.activeElement?.id).toBe('main')
})

test('nobody who has pressed elsewhere is taken back', async () => {
  const { setRead } = await setUp()
  await userEvent.click(document.body, { position: { x: 1, y: 1 } })
  setRead('b')
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(document.activeElement?.closest('li')).toBeNull()
})

test('what gives the focus to something by itself comes first', async () => {
  const { setRead } = await setUp()
  setRead('b')
  document.querySelector<HTMLElement>('a[href="#c"]')?.focus()
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(focused()).toBe('c')
})
