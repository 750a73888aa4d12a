import { cleanup, render } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { Said } from '../../web/src/obstacles/Said.tsx'

afterEach(cleanup)

test.each([
  ['کارت‌خوان وصل نیست', 'fa', 'rtl'],
  ['GSB پاسخ نمی‌دهد', 'fa', 'rtl'],
  ['(NID) استعلام [خطای 503]', 'fa', 'rtl'],
  ['The card reader is offline', 'en', 'ltr'],
  ['503', 'en', 'ltr'],
])('%s is read out in %s, from %s', (text, lang, dir) => {
  const { container } = render(() => <Said text={text} />)
  const said = container.querySelector('bdi')
  expect([said?.lang, said?.dir]).toEqual([lang, dir])
})
