import type { Page } from '@playwright/test'
import type { App } from './app.ts'
import { emailOf, expect, type Account } from './browser.ts'
import type { Locale } from './texts.ts'

interface GraphqlAnswer<Data> {
  data?: Data
  errors?: { message: string; extensions: { code: string } }[]
}

/** Asks the API as the person of a page, beside the client. */
export async function ask<Data>(
  page: Page,
  query: string,
  variables: Record<string, unknown> = {},
  locale: Locale = 'fa',
): Promise<GraphqlAnswer<Data>> {
  const { origin } = new URL(page.url())
  const response = await page.context().request.post(`${origin}/graphql`, {
    headers: { origin, 'accept-language': locale },
    data: { query, variables },
  })
  return (await response.json()) as GraphqlAnswer<Data>
}

/** As ask, where the answer must come without an error. */
export async function fetchData<Data>(...question: Parameters<typeof ask>): Promise<Data> {
  const answer = await ask<Data>(...question)
  expect(answer.errors, question[1]).toBeUndefined()
  return answer.data as Data
}

/** Somebody who works by the API alone, elsewhere: signs in at the first request. */
export class Colleague {
  readonly #url: string
  readonly #account: Account
  #cookie = ''

  constructor(app: App, account: Account) {
    this.#url = app.url
    this.#account = account
  }

  /** Asks or does something that must come without an error. */
  async do<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    if (!this.#cookie) await this.#signIn()
    const { body } = await this.#post(query, variables)
    expect(body.errors, query).toBeUndefined()
    return body.data as Data
  }

  async #signIn(): Promise<void> {
    const input = { email: emailOf(this.#account), password: 'goshayesh-demo' }
    const { response, body } = await this.#post(
      'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
      { input },
    )
    expect(body.errors, `sign in as ${input.email}`).toBeUndefined()
    this.#cookie = response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
  }

  async #post(query: string, variables: Record<string, unknown>) {
    const response = await fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.#url, cookie: this.#cookie },
      body: JSON.stringify({ query, variables }),
    })
    return { response, body: (await response.json()) as GraphqlAnswer<unknown> }
  }
}
