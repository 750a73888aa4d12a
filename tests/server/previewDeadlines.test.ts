import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startingPolicy } from '@goshayesh/shared/policy'
import { defineMilestone } from '../../server/src/commands/defineMilestone.ts'
import { setSlaPolicy } from '../../server/src/commands/setSlaPolicy.ts'
import { createWorld, type World } from '../helpers/world.ts'

let world: World
let byHand: string
beforeAll(async () => {
  world = await createWorld()
  const define = (name: string, dueDate: string, subjectKind: 'SINGLE_WINDOW' | null) =>
    defineMilestone(world.store, world.actor('leader'), { name, dueDate, subjectKind }, world.clock.now)
  await define('پایان تیر', '1405-04-31', 'SINGLE_WINDOW')
  const { milestoneId } = await define('پایان هفته', '1405-04-26', null)
  byHand = String(milestoneId)
  const rules = [
    { category: 'BUDGET' as const, targets: [] },
    {
      category: 'TRAINING' as const,
      targets: [
        { kind: 'ASSIGN' as const, amount: 3, unit: 'CALENDAR_DAYS' as const },
        { kind: 'RESOLVE' as const, amount: 500, unit: 'WORKING_MINUTES' as const },
      ],
    },
    ...startingPolicy.rules.map((rule) => ({ ...rule, subjectKind: undefined })),
  ]
  await setSlaPolicy(world.store, world.actor('leader'), { ...startingPolicy, rules }, world.clock.now)
})
afterAll(() => world.close())

interface Clock {
  kind: string
  dueAt: string
  cappedBy: { name: string } | null
}
const fields = 'kind dueAt cappedBy { name }'
const facts = (['SOFTWARE', 'REGULATION', 'BUDGET', 'TRAINING'] as const).flatMap((category) =>
  (['CRITICAL', 'LOW'] as const).flatMap((severity) =>
    (['SINGLE_WINDOW', 'AGENCY'] as const).flatMap((subjectKind) =>
      ['by itself', 'put under a milestone'].map((how) => [category, severity, subjectKind, how] as const),
    ),
  ),
)

/** Due dates as they are told while somebody types are those that the obstacle then has. */
describe('a preview', () => {
  it.each(facts)('%s %s %s %s', async (category, severity, subjectKind, how) => {
    const input = { category, severity, subjectKind, milestoneId: how === 'by itself' ? null : byHand }
    const { previewDeadlines } = await world.ask<{ previewDeadlines: Clock[] }>(
      'secretary',
      `query ($input: PreviewDeadlinesInput!) { previewDeadlines(input: $input) { ${fields} } }`,
      { input },
    )
    const { logObstacle } = await world.ask<{ logObstacle: { obstacle: { deadlines: Clock[] } } }>(
      'secretary',
      `mutation ($input: LogObstacleInput!) { logObstacle(input: $input) { obstacle { deadlines { ${fields} } } } }`,
      { input: { ...input, title: 'کندی سامانه', agencyCode: subjectKind === 'AGENCY' ? 'gaz' : null } },
    )
    const begun = previewDeadlines.filter(({ kind }) => kind === 'ASSIGN' || kind === 'RESOLVE')
    expect(logObstacle.obstacle.deadlines).toEqual(begun)
  })
  it('under a milestone that will have ended is refused, as logging then is', async () => {
    const input = { category: 'SOFTWARE', severity: 'LOW', subjectKind: 'AGENCY', milestoneId: byHand }
    const { errors } = await world.execute(
      'secretary',
      'query ($input: PreviewDeadlinesInput!) { previewDeadlines(input: $input) { kind } }',
      { input: { ...input, at: '2026-08-01T00:00:00.000Z' } },
    )
    expect(errors[0]?.extensions?.['fields']).toMatchObject([
      { path: 'input.milestoneId', rule: 'NOT_ALLOWED' },
    ])
  })
})
