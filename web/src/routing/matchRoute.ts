export interface Match<Route> {
  route: Route
  /** What stands in the path where the route has a name. */
  params: Record<string, string>
}

/** The first route whose path is this one: '/o/:number' takes any number, '/settings/:section?' none as well. */
export function matchRoute<Route extends { path: string }>(
  routes: readonly Route[],
  pathname: string,
): Match<Route> | undefined {
  for (const route of routes) {
    const found = expressionOf(route.path).exec(pathname)
    if (found) return { route, params: named(found.groups ?? {}) }
  }
  return undefined
}

function expressionOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\/:(\w+)(\??)/g, '(?:/(?<$1>[^/]+))$2')}/?$`, 'i')
}

function named(groups: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(groups).flatMap(([name, text]) => (text === undefined ? [] : [[name, decoded(text)]])),
  )
}

/** Anybody may type an address: what is no code for a letter is taken as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
