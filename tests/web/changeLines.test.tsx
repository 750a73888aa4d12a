import { expect, it } from 'vitest'
import { changeLines } from '../../web/src/obstacles/eventText.ts'
import type { EventKind, TimelineEventFragment } from '../../web/src/gql/graphql.ts'

const happened = (kind: EventKind, changes: TimelineEventFragment['changes']): TimelineEventFragment => ({
  id: '1',
  kind,
  at: '2026-07-11T06:45:00.000Z',
  actor: null,
  comment: null,
  level: null,
  deadline: null,
  changes,
  mentions: [],
})
const decision = (after: string) => ({ field: 'decision', before: 'PENDING', after })

it.each<[string, TimelineEventFragment, string[]]>([
  [
    'a request that lapsed with its clock is told',
    happened('RESOLVED', [{ field: 'status', before: 'IN_PROGRESS', after: 'RESOLVED' }, decision('LAPSED')]),
    ['درخواست تمدید مهلت بی‌آنکه تصمیمی گرفته شود منتفی شد'],
  ],
  ['a decision is told by its own sentence', happened('EXTENSION_DECIDED', [decision('APPROVED')]), []],
  [
    'what an edit changed',
    happened('EDITED', [{ field: 'title', before: 'کندی', after: 'کندی سامانه' }]),
    ['عنوان: از «کندی» به «کندی سامانه»'],
  ],
])('%s', (_, event, lines) => {
  expect(changeLines(event, (code) => code)).toEqual(lines)
})
