/** A WebSocket with a session, as a browser opens one. Node's own takes headers, which a browser's doesn't. */
export function openSocket(
  url: string,
  cookie: string,
  headers: Record<string, string> = {},
  protocols = 'graphql-transport-ws',
): WebSocket {
  const Socket = WebSocket as unknown as new (url: string, options: object) => WebSocket
  return new Socket(`${url.replace('http', 'ws')}/graphql`, { protocols, headers: { cookie, ...headers } })
}
