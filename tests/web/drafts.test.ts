import { expect, it } from 'vitest'
import { fitting } from '../../web/src/data/drafts.ts'

const fresh = { text: '', codes: [] as string[], id: null as string | null, done: false }

it.each<[string, unknown, Partial<typeof fresh>]>([
  [
    'all of a draft',
    { text: 'الف', codes: ['gas'], id: '7', done: true },
    { text: 'الف', codes: ['gas'], id: '7', done: true },
  ],
  ['what is left of an earlier shape', { text: 'الف', gone: 1 }, { text: 'الف' }],
  ['nothing of another type', { text: 7, codes: [1], id: 7, done: 'yes' }, {}],
  ['nothing of what is no draft', '{', {}],
  ['nothing where nothing is kept', undefined, {}],
])('takes over %s', (_name, kept, taken) => {
  expect(fitting(kept, fresh)).toEqual({ ...fresh, ...taken })
})
