import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import type { CardFragment } from '../../web/src/gql/graphql.ts'
import { createSelection } from '../../web/src/boards/createSelection.ts'

const row = (id: string) => ({ id }) as CardFragment

test('rows are picked out one by one, put back, and let go all at once', () =>
  createRoot((dispose) => {
    const selection = createSelection()
    const ids = () => selection.all().map(({ id }) => id)
    for (const id of ['b', 'a', 'c']) selection.toggle(row(id))
    expect(ids()).toEqual(['b', 'a', 'c'])
    selection.toggle(row('a'))
    expect([ids(), selection.has('a'), selection.has('b')]).toEqual([['b', 'c'], false, true])
    selection.clear()
    expect(ids()).toEqual([])
    dispose()
  }))
