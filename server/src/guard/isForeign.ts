import type { IncomingHttpHeaders } from 'node:http'

/** Sent by a page of another site. Programs, which send no Origin, carry nobody's cookies by accident. */
export function isForeign(headers: IncomingHttpHeaders, publicUrl: URL | null): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  const { origin, host } = headers
  if (origin === undefined || origin === publicUrl?.origin) return false
  return URL.parse(origin)?.host !== host
}
