import { cleanup, render } from '@solidjs/testing-library'
import { For } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { createCurrentHeading } from '../../web/src/ui/createCurrentHeading.ts'

afterEach(cleanup)

const heights = { first: 2_000, second: 1_500, third: 10 }
const ids = Object.keys(heights)

function Page() {
  const current = createCurrentHeading(ids)
  return (
    <>
      <output>{current()}</output>
      <For each={Object.entries(heights)}>
        {([id, height]) => (
          <section style={{ height: `${height}px` }}>
            <h2 id={id}>{id}</h2>
          </section>
        )}
      </For>
    </>
  )
}

test('goes with what is read, up and down, and to the last at the end of the page', async () => {
  render(() => <Page />)
  const told = () => document.querySelector('output')?.textContent
  expect(told()).toBe('first')
  for (const [top, id] of [
    [1_000, 'first'],
    [2_010, 'second'],
    [100, 'first'],
    [2_500, 'second'],
    [100_000, 'third'],
    [0, 'first'],
  ] as const) {
    scrollTo(0, top)
    await expect.poll(told, { message: `${top}` }).toBe(id)
  }
})
