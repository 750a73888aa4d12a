import type { App } from '../helpers/app.ts'
import { Colleague } from '../helpers/ask.ts'
import { type Account, expect, expectNoSidewaysScroll, test } from '../helpers/browser.ts'

const OFFICIAL = { agency: 'ict' }
const desktop = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

test('words without an end widen no page', async ({ page, app, signIn }) => {
  const number = await obstacleOfLongWords(app)
  const places: readonly [Account, string[]][] = [
    ['admin', ['/settings/people']],
    [OFFICIAL, ['/my-work', '/inbox']],
    [
      'secretary',
      [
        `/o/${number}`,
        `/b/all?q=${word(20)}`,
        `/b/all?q=${word(20)}&peek=${number}`,
        `/b/all?view=list&q=${word(20)}`,
        '/agencies/ict',
        '/review?track=agencies',
      ],
    ],
  ]
  for (const [account, paths] of places) {
    await signIn(account)
    for (const path of paths) {
      await page.setViewportSize(desktop)
      await page.goto(path)
      await expect(page.getByText(word(100)).filter({ visible: true }).first(), path).toBeVisible()
      await expectNoSidewaysScroll(page)
      await page.setViewportSize(phone)
      await expectNoSidewaysScroll(page)
    }
  }
})

function word(length: number): string {
  return 'W'.repeat(length)
}

/** Whatever people can write about an obstacle, each as long as it may be and without a space; gives its number. */
async function obstacleOfLongWords(app: App): Promise<number> {
  const [official, secretary] = [new Colleague(app, OFFICIAL), new Colleague(app, 'secretary')]
  const { viewer } = await official.do<{ viewer: { id: string } }>('{ viewer { id } }')
  await new Colleague(app, 'admin').do(
    'mutation ($input: CreateUserInput!) { createUser(input: $input) { user { id } } }',
    { input: { email: `${'w'.repeat(60)}@golestan.example`, name: word(100), role: 'VIEWER' } },
  )
  const { logObstacle } = await official.do<{ logObstacle: { obstacle: { id: string; ref: string } } }>(
    'mutation ($input: LogObstacleInput!) { logObstacle(input: $input) { obstacle { id ref } } }',
    {
      input: {
        title: word(200),
        description: word(4_000),
        subjectKind: 'AGENCY',
        agencyCode: 'ict',
        category: 'SOFTWARE',
        severity: 'CRITICAL',
        letterNumber: word(60),
      },
    },
  )
  const { id, ref } = logObstacle.obstacle
  const steps = [
    ['assignObstacle', 'AssignObstacleInput', { ownerId: viewer.id, note: word(2_000) }],
    ['setSolutionSteps', 'SolutionStepsInput', { steps: [{ text: word(500) }] }],
    [
      'requestExtension',
      'RequestExtensionInput',
      { kind: 'RESOLVE', until: '1405-05-31', reason: word(2_000) },
    ],
    ['acknowledgeObstacle', 'ObstacleStepInput', { note: word(2_000) }],
    ['commentObstacle', 'CommentInput', { text: `@ ${word(4_000)}` }],
    [
      'waitObstacle',
      'WaitObstacleInput',
      { on: 'OTHER_AGENCY', party: word(200), reason: word(2_000), until: '1405-04-31' },
    ],
  ] as const
  for (const [step, type, input] of steps)
    await secretary.do(`mutation ($input: ${type}!) { ${step}(input: $input) { obstacle { id } } }`, {
      input: { id, ...input },
    })
  return Number(ref.replace('OB-', ''))
}
