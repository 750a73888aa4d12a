import type { Page } from '@playwright/test'

export interface Held {
  /** Resolves with the first request that is held. */
  caught: Promise<void>
  release: () => void
}

/** Keeps requests to an address from being answered until they are released, as a slow line would; of those with a body some. */
export async function hold(page: Page, url: RegExp, isMeant = (_body: string) => true): Promise<Held> {
  const caught = Promise.withResolvers<void>()
  const released = Promise.withResolvers<void>()
  await page.route(url, async (route) => {
    const body = route.request().postData()
    if (body === null || isMeant(body)) {
      caught.resolve()
      await released.promise
    }
    await route.fallback()
  })
  return { caught: caught.promise, release: released.resolve }
}

/** Holds what a GraphQL operation asks for or does. */
export function holdOperation(page: Page, name: string): Promise<Held> {
  return hold(page, /\/graphql$/, (body) => body.includes(name))
}
