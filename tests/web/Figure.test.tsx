import { cleanup, render } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { Figure } from '../../web/src/review/Figure.tsx'

afterEach(cleanup)

test.each([
  ['۳٫۵', '۳٫۵ مورد در روز'],
  [null, 'نامعلوم'],
])('a figure of %s reads "%s": what is not known has no unit', (value, text) => {
  const { container } = render(() => (
    <dl>
      <Figure label="آهنگ" value={value} unit="مورد در روز" of="pace" definitions={[]} />
    </dl>
  ))
  expect(container.querySelector('dd')?.textContent).toBe(text)
})

test.each([
  ['۳٫۵', 1],
  [null, 0],
])('of a figure of %s, %i links lead to the rows that it counts', (value, links) => {
  const { container } = render(() => (
    <dl>
      <Figure label="آهنگ" value={value} href="/b/all" of="pace" definitions={[]} />
    </dl>
  ))
  expect(container.querySelectorAll('a')).toHaveLength(links)
})
