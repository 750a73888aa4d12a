import { describe, expect, it, test } from 'vitest'
import { RequestError } from '../../web/src/data/RequestError.ts'
import { ChangedMeanwhile, meetOthers, takeOverFields } from '../../web/src/settings/meetOthers.ts'

interface Thing {
  version: number
  text: string
}

/** A form that was opened on `seen` and writes to what stands on the server. */
function form(seen: Thing | undefined, server: Thing) {
  const sent: (number | undefined)[] = []
  const told: string[] = []
  const meeting = {
    seen: () => seen,
    onSeen: (thing: Thing) => void (seen = thing),
    read: async () => ({ ...server }),
    takeOver: (before: Thing, after: Thing) => (before.text === after.text ? [] : [after.text]),
  }
  const save = () =>
    meetOthers(meeting, async (expectedVersion) => {
      sent.push(expectedVersion)
      if (expectedVersion !== undefined && expectedVersion !== server.version)
        throw new RequestError('CONFLICT', 'stale')
    }).catch((error: unknown) => {
      if (!(error instanceof ChangedMeanwhile)) throw error
      told.push(...error.lines)
    })
  return { save, sent, told }
}

describe('a change', () => {
  it.each<[string, Thing | undefined, Thing, sent: (number | undefined)[], told: string[]]>([
    ['of what nobody has touched is sent', { version: 1, text: 'a' }, { version: 1, text: 'a' }, [1], []],
    ['of something new is sent', undefined, { version: 1, text: 'a' }, [undefined], []],
    [
      'of what others have changed elsewhere is sent once more',
      { version: 1, text: 'a' },
      { version: 2, text: 'a' },
      [1, 2],
      [],
    ],
    [
      'of what others have changed, too, is told first',
      { version: 1, text: 'a' },
      { version: 2, text: 'b' },
      [1],
      ['b'],
    ],
  ])('%s', async (_, seen, server, sent, told) => {
    const one = form(seen, server)
    await one.save()
    expect(one).toMatchObject({ sent, told })
    await one.save()
    expect(one.sent.at(-1)).toBe(seen && server.version)
    expect(one.told).toEqual(told)
  })

  test('that is refused for another reason is refused', async () => {
    const meeting = {
      ...{ seen: () => ({ version: 1 }), onSeen: () => {} },
      read: async () => null,
      takeOver: () => [],
    }
    const refused = new RequestError('FORBIDDEN', 'no')
    await expect(meetOthers(meeting, () => Promise.reject(refused))).rejects.toBe(refused)
    const gone = new RequestError('CONFLICT', 'gone')
    await expect(meetOthers(meeting, () => Promise.reject(gone))).rejects.toBe(gone)
  })
})

test('what others have changed is taken over where nothing was typed, and all of it told', () => {
  const draft = { name: 'mine', date: '1', kind: 'x' }
  const before = { name: 'old', date: '1', kind: 'x' }
  const after = { name: 'theirs', date: '2', kind: 'x' }
  const lines = takeOverFields(
    draft,
    (part) => Object.assign(draft, part),
    [before, after],
    (field, was, is) => `${field} ${was[field]} ${is[field]}`,
  )
  expect(draft).toEqual({ name: 'mine', date: '2', kind: 'x' })
  expect(lines).toEqual(['name old theirs', 'date 1 2'])
})
