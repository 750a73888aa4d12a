import { batch, type Component, createSignal, untrack } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type { Part } from '../loading/part.ts'
import { matchRoute } from './matchRoute.ts'

export interface Route {
  /** As matchRoute() reads it. */
  path: string
  page: Part<{ default: Component }>
  /** Asks for what the page will show while its code is on the way. */
  readAhead?: (params: Named, query: Named) => void
}

/** What the window shows. A navigation changes it when the page that it leads to is here. */
export interface Address {
  pathname: string
  search: string
  /** What the path says under the names of the route. */
  params: Named
  query: Named
}

type Named = Record<string, string>

export interface Navigation {
  /** Takes the place of the last entry of the history instead of adding one. */
  replace?: boolean
  /** Whether the window shows the beginning of the page, or what stands behind # in the address. */
  scroll?: boolean
}

const [address, setAddress] = createStore<Address>({ pathname: '', search: '', params: {}, query: {} })
const [page, setPage] = createSignal<Component>()

/** Where the window is. Each value in it is reactive by itself. */
export { address }
/** The page that is shown: undefined until the first is here. */
export { page }

let routes: readonly Route[] = []
let missing: Route['page']
/** How often somebody set out: who set out last arrives. */
let departures = 0

/** Shows the page of the address, and of every one that the history leads to. */
export function startRouting(known: readonly Route[], notFound: Route['page']): void {
  routes = known
  missing = notFound
  addEventListener('popstate', () => void travel(new URL(location.href)))
  const url = new URL(location.href)
  show(url, routeOf(url).params)
  void travel(url)
}

/** Leads to another page of this site. The one that is shown stays until that is here. */
export function navigate(href: string, { replace = false, scroll = true }: Navigation = {}): void {
  void travel(new URL(href, location.href), { replace, scroll })
}

/** Changes what the address says behind the question mark, and leaves out what is empty. */
export function setQuery(changes: Record<string, string>, { replace = false }: Navigation = {}): void {
  const url = new URL(
    untrack(() => address.pathname + address.search),
    location.href,
  )
  for (const [name, value] of Object.entries(changes))
    if (value) url.searchParams.set(name, value)
    else url.searchParams.delete(name)
  void travel(url, { replace, scroll: false })
}

/** Fetches the code of a page that somebody is about to ask for. */
export function prepare(url: URL): void {
  routeOf(url)
    .page.now()
    .catch(() => undefined)
}

/** At once where the page is here already. Without an entry to make: the history is there before. */
async function travel(url: URL, entry?: Required<Navigation>): Promise<void> {
  const departure = ++departures
  const { page, params, readAhead } = routeOf(url)
  if (!untrack(page)) readAhead?.(params, queryOf(url))
  const { default: component } = untrack(page) ?? (await page.now().catch(failing))
  if (departure !== departures) return
  if (entry) {
    const isSame = url.href === location.href
    history[entry.replace || isSame ? 'replaceState' : 'pushState'](null, '', url)
  }
  batch(() => {
    show(url, params)
    setPage(() => component)
  })
  if (entry?.scroll) (document.getElementById(url.hash.slice(1)) ?? document.documentElement).scrollIntoView()
}

function routeOf(url: URL): Pick<Route, 'page' | 'readAhead'> & { params: Named } {
  const match = matchRoute(routes, url.pathname)
  return match ? { ...match.route, params: match.params } : { page: missing, params: {} }
}

function queryOf(url: URL): Named {
  return Object.fromEntries(url.searchParams)
}

function show(url: URL, params: Named): void {
  const { pathname, search } = url
  batch(() => {
    setAddress({ pathname, search })
    setAddress('params', reconcile(params, { key: null }))
    setAddress('query', reconcile(queryOf(url), { key: null }))
  })
}

/** A page that can't be had fails where it is shown. */
function failing(failure: unknown): { default: Component } {
  return {
    default: () => {
      throw failure
    },
  }
}
