import { type Accessor, createComputed, createEffect, createMemo, createSignal, mapArray, on } from 'solid-js'
import type { TypedDocumentString } from '../gql/graphql.ts'
import { createData, type Data } from './createData.ts'
import type { RequestError } from './RequestError.ts'

/** One page of a connection, as its query answers. */
export interface PageOf<Node> {
  edges: readonly { node: Node }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

export interface PagesOptions<Value, Variables, Node> {
  /** What to ask for, the same for every page; undefined asks for nothing. Another filter begins anew. */
  variables(): Variables | undefined
  /** The connection within an answer. */
  pageOf(value: Value): PageOf<Node>
  /** Where the first page begins; null is the beginning. */
  after?(): string | null
  /** How many pages are fetched unasked: 1 unless it says 0 or all. */
  unasked?: 0 | 1 | 'all'
  /** When to fetch anew; left out: as obstacles change. */
  revision?: Accessor<number>
}

export interface Pages<Node> {
  readonly nodes: readonly Node[]
  /** Whether it goes on after what is here. */
  readonly hasMore: boolean
  readonly loading: boolean
  readonly error: RequestError | undefined
  /** Fetches one page more, unless one is on the way or there is none. */
  more: () => void
}

/** Keeps the answers to the pages of a keyset query; like createData it stays up to date by itself. */
export function createPages<
  Value extends object,
  Variables extends { after?: string | null | undefined },
  Node extends { id: string },
>(
  document: TypedDocumentString<Value, Variables>,
  options: PagesOptions<Value, Variables, Node>,
): Pages<Node> {
  const [asked, setAsked] = createSignal(0)
  const pages: Data<Value>[] = []
  const page = (index: number): PageOf<Node> | undefined => {
    const value = pages[index]?.value
    return value && options.pageOf(value)
  }
  const cursorOf = (index: number): string | null | undefined => {
    if (index === 0) return options.after?.() ?? null
    const before = page(index - 1)
    return before?.pageInfo.hasNextPage ? before.pageInfo.endCursor : undefined
  }
  const unasked = options.unasked === 'all' ? 1 : (options.unasked ?? 1)
  const indices = createMemo(() => [...Array(unasked + asked()).keys()])
  const list = createMemo(
    mapArray(indices, (index) => {
      const data = createData(
        document,
        () => {
          const variables = options.variables()
          const after = cursorOf(index)
          if (!variables || after === undefined) return undefined
          return after === null ? variables : { ...variables, after }
        },
        options.revision,
      )
      pages[index] = data
      return data
    }),
  )
  createComputed(
    on(
      () => JSON.stringify(options.variables()),
      () => setAsked(0),
      { defer: true },
    ),
  )
  const nodes = createMemo(() => {
    const seen = new Map<string, Node>()
    list().forEach((_, index) => {
      if (cursorOf(index) === undefined) return
      for (const { node } of page(index)?.edges ?? []) if (!seen.has(node.id)) seen.set(node.id, node)
    })
    return [...seen.values()]
  })
  const isWaiting = (): boolean => list().some((data, index) => data.loading && cursorOf(index) !== undefined)
  const more = (): void => {
    const last = list().length - 1
    if (!isWaiting() && (last < 0 || page(last)?.pageInfo.hasNextPage)) setAsked((n) => n + 1)
  }
  createEffect(() => {
    if (options.unasked === 'all') more()
  })
  return {
    get nodes() {
      return nodes()
    },
    get hasMore() {
      return list().some((data, index) => data.value && cursorOf(index + 1) && !page(index + 1))
    },
    get loading() {
      return isWaiting()
    },
    get error() {
      return list().find((data) => data.error)?.error
    },
    more,
  }
}
