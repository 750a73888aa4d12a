import type { TypedDocumentString } from '../gql/graphql.ts'
import { language } from '../i18n/language.ts'
import { t } from '../i18n/t.ts'
import { type ErrorCode, type FieldError, RequestError } from './RequestError.ts'
import { whenSignedIn } from './signInGate.ts'

/** After this the server counts as unreachable. */
const TIMEOUT_MS = 20_000

interface Answer<Data> {
  data?: Data | null
  errors?: {
    message: string
    extensions?: { code?: ErrorCode; fields?: FieldError[]; retryAfterSeconds?: number }
  }[]
}

/**
 * Sends one GraphQL operation. Where nobody is signed in any more it waits for the sign-in and goes on, so that
 * nothing typed is lost. Throws RequestError.
 */
export async function request<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  for (;;) {
    try {
      return await requestOnce(document, variables)
    } catch (error) {
      if (!(error instanceof RequestError) || error.code !== 'UNAUTHENTICATED') throw error
      await whenSignedIn()
    }
  }
}

/** As request, but answers UNAUTHENTICATED with an error: for signing in itself. */
export async function requestOnce<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const answer = await post<Data>(JSON.stringify({ query: document.toString(), variables }))
  const failure = answer.errors?.[0]
  if (failure) {
    const { code = 'FAILED', fields = [], retryAfterSeconds } = failure.extensions ?? {}
    throw new RequestError(code, failure.message, fields, retryAfterSeconds)
  }
  if (!answer.data) throw new RequestError('FAILED', t().errors.failed)
  return answer.data
}

async function post<Data>(body: string): Promise<Answer<Data>> {
  let response: Response
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'accept-language': language(),
      },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
  } catch {
    throw new RequestError('UNREACHABLE', t().errors.unreachable)
  }
  try {
    return (await response.json()) as Answer<Data>
  } catch {
    // What stands before the server speaks for it when it is down.
    throw response.status >= 502 && response.status <= 504
      ? new RequestError('UNREACHABLE', t().errors.unreachable)
      : new RequestError('FAILED', t().errors.failed)
  }
}
