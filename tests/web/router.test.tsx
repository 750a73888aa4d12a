import { cleanup, render } from '@solidjs/testing-library'
import { createEffect, createRoot } from 'solid-js'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { part } from '../../web/src/loading/part.ts'
import { CurrentPage } from '../../web/src/routing/CurrentPage.tsx'
import { followLinks } from '../../web/src/routing/followLinks.ts'
import { Redirect } from '../../web/src/routing/Redirect.tsx'
import { address, navigate, type Route, setQuery, startRouting } from '../../web/src/routing/router.ts'
import { Guarded } from '../../web/src/shell/Guarded.tsx'

const START = location.href
const Board = () => <h1>Board {address.params['track']}</h1>
const loads = new Map<string, PromiseWithResolvers<void>[]>()
const readAhead: string[] = []
const left: MouseEvent[] = []

/** A page whose code comes when the test lets it. */
function late(name: string): Route['page'] {
  loads.set(name, [])
  return part(async () => {
    const answer = Promise.withResolvers<void>()
    loads.get(name)?.push(answer)
    await answer.promise
    return { default: () => <h1>{name}</h1> }
  })
}

const routes: Route[] = [
  { path: '/b/:track', page: part(async () => ({ default: Board })) },
  { path: '/from', page: part(async () => ({ default: () => <Redirect to="/b/all" /> })) },
  ...['/slow', '/slower', '/broken', '/later', '/aimed', '/dropped'].map((path) => ({
    path,
    page: late(path),
    readAhead: () => void readAhead.push(path),
  })),
]

beforeAll(async () => {
  history.replaceState(null, '', '/b/all')
  startRouting(
    routes,
    part(async () => ({ default: () => <h1>Nothing here</h1> })),
  )
  followLinks()
  // What is left to the browser must not take the test away.
  addEventListener('click', (event) => {
    if (!event.defaultPrevented) left.push(event)
    event.preventDefault()
  })
})
beforeEach(async () => {
  render(() => (
    <Guarded>
      <CurrentPage fallback={<p>On its way</p>} />
    </Guarded>
  ))
  navigate(`/b/${crypto.randomUUID()}`)
  await expect.poll(heading).toMatch(/^Board/)
  left.length = 0
})
afterEach(cleanup)
afterAll(() => history.replaceState(null, '', START))

function heading(): string | undefined {
  return document.querySelector('h1, h2')?.textContent
}
const path = (): string => location.pathname + location.search + location.hash
const arrive = (name: string): void => loads.get(name)?.at(-1)?.resolve()

test('the page that is shown stays, with its address, until the other one is here', async () => {
  const before = path()
  const entries = history.length
  navigate('/slow')
  await Promise.resolve()
  expect(heading()).toMatch(/^Board/)
  expect(path()).toBe(before)
  arrive('/slow')
  await expect.poll(heading).toBe('/slow')
  expect(path()).toBe('/slow')
  expect(history.length).toBe(entries + 1)
  expect(readAhead, 'asked for beside the code').toContain('/slow')
  navigate('/b/all')
  navigate('/slow')
  expect(heading(), 'at once, as it is here').toBe('/slow')
  expect(
    readAhead.filter((name) => name === '/slow'),
    'the page itself asks',
  ).toHaveLength(1)
})

test('of two navigations the last one wins, whichever comes first', async () => {
  const before = path()
  navigate('/slower')
  navigate('/later')
  arrive('/later')
  await expect.poll(heading).toBe('/later')
  arrive('/slower')
  await new Promise((resolve) => setTimeout(resolve))
  expect(heading()).toBe('/later')
  expect(path()).toBe('/later')
  history.back()
  await expect.poll(path).toBe(before)
  expect(heading()).toMatch(/^Board/)
})

test('going back while a page is on its way goes back from the one that is shown', async () => {
  navigate('/b/first')
  navigate('/b/second')
  navigate('/aimed')
  history.back()
  await expect.poll(heading).toBe('Board first')
  arrive('/aimed')
  await new Promise((resolve) => setTimeout(resolve))
  expect(heading()).toBe('Board first')
  expect(path()).toBe('/b/first')
})

test('an entry that was replaced is not gone back to', async () => {
  navigate('/b/first')
  navigate('/b/second')
  navigate('/b/third', { replace: true })
  expect(heading()).toBe('Board third')
  history.back()
  await expect.poll(heading).toBe('Board first')
  history.forward()
  await expect.poll(heading).toBe('Board third')
})

test('a navigation to where one is makes no entry', () => {
  navigate('/b/here?sla=over')
  const entries = history.length
  navigate('/b/here?sla=over')
  expect(history.length).toBe(entries)
})

test('a redirect takes the place of the page that redirects', async () => {
  navigate('/b/before')
  navigate('/from')
  await expect.poll(heading).toBe('Board all')
  history.back()
  await expect.poll(heading).toBe('Board before')
})

test('an address that nobody knows says so', async () => {
  navigate('/nowhere/at/all')
  await expect.poll(heading).toBe('Nothing here')
  expect(path()).toBe('/nowhere/at/all')
})

test('a page that can not be had says so in its place; the same link tries again', async () => {
  navigate('/broken')
  loads.get('/broken')?.at(-1)?.reject(new Error('no network'))
  await expect.poll(() => document.querySelector('.empty__title')).not.toBeNull()
  expect(path()).toBe('/broken')
  navigate('/broken')
  arrive('/broken')
  await expect.poll(heading).toBe('/broken')
})

test('each value of the address is reactive by itself', () => {
  navigate('/b/all?sla=over&q=x')
  let looks = 0
  const dispose = createRoot((dispose) => {
    createEffect(() => {
      looks += address.query['sla'] === undefined ? 100 : 1
    })
    return dispose
  })
  setQuery({ q: 'y', peek: '7' })
  navigate('/b/single-window?sla=over')
  expect(looks).toBe(1)
  setQuery({ sla: 'soon' })
  expect(looks).toBe(2)
  dispose()
})

const changes: [from: string, changes: Record<string, string>, to: string][] = [
  ['/b/all', { sla: 'over' }, '/b/all?sla=over'],
  ['/b/all?sla=over', { sla: '' }, '/b/all'],
  ['/b/all?sla=over&q=x', { sla: 'soon' }, '/b/all?sla=soon&q=x'],
  [
    '/b/all?view=list',
    { q: 'پنجره واحد' },
    `/b/all?view=list&q=${encodeURIComponent('پنجره')}+${encodeURIComponent('واحد')}`,
  ],
  ['/b/all?q=x#here', { q: '' }, '/b/all'],
]
for (const [from, change, to] of changes)
  test(`${from}, ${JSON.stringify(change)}: ${to}`, () => {
    navigate(from)
    const entries = history.length
    setQuery(change, { replace: true })
    expect(path()).toBe(to)
    expect(history.length).toBe(entries)
  })

test('two changes of the query in a row both stand', () => {
  navigate('/b/all')
  setQuery({ sla: 'over' })
  setQuery({ q: 'x' })
  expect(path()).toBe('/b/all?sla=over&q=x')
  expect({ ...address.query }).toEqual({ sla: 'over', q: 'x' })
})

test('a change of the query keeps a page that is on its way from coming', async () => {
  navigate('/b/stay')
  navigate('/dropped')
  setQuery({ sla: 'over' })
  arrive('/dropped')
  await new Promise((resolve) => setTimeout(resolve))
  expect(path()).toBe('/b/stay?sla=over')
  expect(heading()).toBe('Board stay')
})

test('a navigation begins at the top or at the place named, a change of the query stays', () => {
  const tall = document.body.appendChild(document.createElement('div'))
  tall.innerHTML = '<p style="height: 5000px"></p><p id="place">Here</p><p style="height: 5000px"></p>'
  scrollTo(0, 3000)
  setQuery({ sla: 'over' })
  expect(scrollY).toBe(3000)
  navigate('/b/elsewhere')
  expect(scrollY).toBe(0)
  navigate('/b/all#place')
  expect(Math.abs(document.getElementById('place')?.getBoundingClientRect().top ?? NaN)).toBeLessThan(2)
  tall.remove()
})

/** A link with something in it, and a click on that. */
function click(link: Partial<Record<string, string>>, how: MouseEventInit = {}): void {
  const anchor = document.createElement('a')
  for (const [name, value] of Object.entries(link)) anchor.setAttribute(name, value ?? '')
  const inside = anchor.appendChild(document.createElement('span'))
  document.body.append(anchor)
  inside.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...how }))
  anchor.remove()
}

test('a link is followed without loading anything anew', () => {
  click({ href: '/b/all?sla=over' })
  expect(path()).toBe('/b/all?sla=over')
  click({ href: '?view=list' })
  expect(path()).toBe('/b/all?view=list')
  expect(left).toEqual([])
})

const others: [what: string, link: Record<string, string>, how?: MouseEventInit][] = [
  ['a new tab, by Ctrl', { href: '/b/all' }, { ctrlKey: true }],
  ['a new tab, by the Command key', { href: '/b/all' }, { metaKey: true }],
  ['a new window, by Shift', { href: '/b/all' }, { shiftKey: true }],
  ['saving, by Alt', { href: '/b/all' }, { altKey: true }],
  ['the middle button', { href: '/b/all' }, { button: 1 }],
  ['another window', { href: '/attachments/1', target: '_blank' }],
  ['a download', { href: '/attachments/1', download: '' }],
  ['another site', { href: 'https://elsewhere.example/b/all' }],
  ['a mail', { href: 'mailto:a@b.example' }],
  ['a link without an address', {}],
]
for (const [what, link, how] of others)
  test(`${what} is left to the browser`, () => {
    const before = path()
    click(link, how)
    expect(path()).toBe(before)
    expect(left).toHaveLength(1)
  })

test('a place on the page is left to the browser, and stays on the page', async () => {
  navigate('/b/all?q=x')
  click({ href: '#main' })
  expect(left).toHaveLength(1)
  location.hash = '#main'
  await expect.poll(path).toBe('/b/all?q=x#main')
  expect(heading()).toBe('Board all')
})

test('a click that somebody has handled is not handled twice', () => {
  const before = path()
  const handle = (event: Event) => event.preventDefault()
  document.addEventListener('click', handle)
  click({ href: '/b/all' })
  document.removeEventListener('click', handle)
  expect(path()).toBe(before)
})

test('the code of a page is fetched once a pointer is on a link to it', () => {
  const link = document.createElement('a')
  link.href = '/later?x=1'
  document.body.append(link)
  const before = loads.get('/slower')?.length
  link.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
  expect(loads.get('/later')).toHaveLength(1)
  link.remove()
  expect(loads.get('/slower')).toHaveLength(before ?? 0)
})
