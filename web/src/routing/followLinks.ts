import { navigate, prepare } from './router.ts'

/**
 * Follows links to pages of this site without loading anything anew, and fetches the code of a page once a pointer or the
 * focus is on a link to it. All else is left to the browser: new tabs and windows, downloads, other sites, places on the page.
 */
export function followLinks(): void {
  // At the window: whoever handles a click itself has done so before.
  addEventListener('click', (event) => {
    const link = linkOf(event)
    if (!link || event.defaultPrevented || event.button !== 0 || isWithKey(event) || isOnPage(link)) return
    event.preventDefault()
    navigate(link.href)
  })
  for (const sign of ['pointerover', 'focusin'])
    addEventListener(sign, (event) => {
      const link = linkOf(event)
      if (link) prepare(new URL(link.href))
    })
}

/** The link that an event is about, if it leads to this site, in this window. */
function linkOf({ target }: Event): HTMLAnchorElement | undefined {
  const link = target instanceof Element ? target.closest('a') : null
  const isOurs =
    link?.href && link.origin === location.origin && !link.target && !link.hasAttribute('download')
  return isOurs ? link : undefined
}

function isWithKey({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey || altKey
}

function isOnPage({ hash, pathname, search }: HTMLAnchorElement): boolean {
  return hash !== '' && pathname === location.pathname && search === location.search
}
