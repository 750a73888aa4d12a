import { describe, expect, test } from 'vitest'
import { boardNews, type SeenCard } from '../../web/src/boards/boardNews.ts'
import { noteOwnChange } from '../../web/src/data/ownChanges.ts'

const seen: SeenCard = { ref: 'OB-104', version: 3, status: 'ASSIGNED', overdue: false }
const sight = (...cards: (SeenCard & { id: string })[]) => new Map(cards.map(({ id, ...card }) => [id, card]))

describe('what is told of a board', () => {
  const rows: [string, Partial<SeenCard>, string][] = [
    ['nothing', {}, ''],
    ['a deadline that passed', { overdue: true }, 'مهلت م-۱۰۴ گذشت.'],
    ['a deadline that was moved on', { version: 4 }, 'م-۱۰۴ تغییر کرد.'],
    ['a move', { version: 4, status: 'IN_PROGRESS' }, 'م-۱۰۴ به «در دست اقدام» رفت.'],
  ]
  test.each(rows)('%s', (_what, change, text) => {
    const news = boardNews(sight({ id: 'a', ...seen }), sight({ id: 'a', ...seen, ...change }))
    expect(news).toEqual({ ids: text ? ['a'] : [], text })
  })
  test('what is there for the first time is no news', () =>
    expect(boardNews(sight(), sight({ id: 'a', ...seen })).ids).toEqual([]))
  test('many changes make one sentence', () => {
    const ids = ['a', 'b', 'c']
    const before = sight(...ids.map((id) => ({ id, ...seen })))
    const after = sight(...ids.map((id) => ({ id, ...seen, version: 4 })))
    expect(boardNews(before, after)).toEqual({ ids, text: '۳ مانع تغییر کرد.' })
  })
  test('own changes are no news', () => {
    noteOwnChange('own', 4)
    const before = sight({ id: 'own', ...seen })
    expect(boardNews(before, sight({ id: 'own', ...seen, version: 4 })).text).toBe('')
    expect(boardNews(before, sight({ id: 'own', ...seen, version: 5 })).text).not.toBe('')
  })
})
