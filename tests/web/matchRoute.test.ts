import { expect, test } from 'vitest'
import { matchRoute } from '../../web/src/routing/matchRoute.ts'

const routes = [
  '/',
  '/b/:track',
  '/o/:number',
  '/agencies',
  '/agencies/:code',
  '/settings/:section?/:item?',
].map((path) => ({ path }))

const rows: [pathname: string, path: string | undefined, params?: Record<string, string>][] = [
  ['/', '/', {}],
  ['/b/all', '/b/:track', { track: 'all' }],
  ['/b/all/', '/b/:track', { track: 'all' }],
  ['/B/all', '/b/:track', { track: 'all' }],
  ['/b', undefined],
  ['/b/', undefined],
  ['/b/all/cards', undefined],
  ['/agencies', '/agencies', {}],
  ['/agencies/ict', '/agencies/:code', { code: 'ict' }],
  ['/settings', '/settings/:section?/:item?', {}],
  ['/settings/agencies', '/settings/:section?/:item?', { section: 'agencies' }],
  ['/settings/agencies/ict', '/settings/:section?/:item?', { section: 'agencies', item: 'ict' }],
  ['/settings/agencies/ict/more', undefined],
  ['/settings//ict', undefined],
  [`/o/${encodeURIComponent('م-۱۰۴')}`, '/o/:number', { number: 'م-۱۰۴' }],
  ['/o/%E0%A4%A', '/o/:number', { number: '%E0%A4%A' }],
  ['/o/a%2Fb', '/o/:number', { number: 'a/b' }],
  ['/nowhere', undefined],
  ['//evil.example', undefined],
]

test.each(rows)('%s is shown by %s', (pathname, path, params) => {
  const match = matchRoute(routes, pathname)
  expect(match?.route.path).toBe(path)
  expect(match?.params).toEqual(params)
})
