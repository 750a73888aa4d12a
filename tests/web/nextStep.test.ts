import { expect, it } from 'vitest'
import { nextStep, otherSteps } from '../../web/src/obstacles/nextStep.ts'

type Facts = Parameters<typeof nextStep>[0]

const rows: [string, Facts, string | undefined, string[]][] = [
  [
    'the secretary assigns what is new',
    { status: 'LOGGED', actions: ['EDIT', 'ASSIGN', 'REJECT', 'MERGE', 'COMMENT'] },
    'ASSIGN',
    ['MERGE', 'REJECT'],
  ],
  [
    'the owner starts',
    { status: 'ASSIGNED', actions: ['ACKNOWLEDGE', 'START', 'RESOLVE', 'REQUEST_EXTENSION', 'COMMENT'] },
    'START',
    ['ACKNOWLEDGE', 'RESOLVE', 'REQUEST_EXTENSION'],
  ],
  ['another agency joins', { status: 'IN_PROGRESS', actions: ['COMMENT', 'JOIN'] }, 'JOIN', []],
  [
    'nobody is pressed to join what they reported',
    { status: 'IN_PROGRESS', actions: ['COMMENT', 'JOIN'], reporter: { id: 'me' } },
    undefined,
    ['JOIN'],
  ],
  [
    'nobody is pressed to join what is resolved',
    { status: 'RESOLVED', actions: ['COMMENT', 'JOIN'] },
    undefined,
    ['JOIN'],
  ],
  ['an observer does nothing', { status: 'IN_PROGRESS', actions: [] }, undefined, []],
  ['nothing is left to do', { status: 'CLOSED', actions: ['COMMENT'] }, undefined, []],
]

it.each(rows)('%s', (_name, facts, first, others) => {
  expect(nextStep(facts, 'me')).toBe(first)
  expect(otherSteps(facts, 'me')).toEqual(others)
})
