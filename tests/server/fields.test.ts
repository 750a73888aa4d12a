import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acknowledgeObstacle } from '../../server/src/commands/acknowledgeObstacle.ts'
import { assignObstacle } from '../../server/src/commands/assignObstacle.ts'
import { expectSameCost } from '../helpers/expectSameCost.ts'
import { createWorld, type Someone, type World } from '../helpers/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

interface Shown {
  id: string
  version: number
  windowStep: string | null
  letterNumber: string | null
  letterDate: string | null
  solutionSteps: { id: string; text: string; doneAt: string | null; plannedFor: string | null }[]
  timeline: { edges: { node: { kind: string; changes: object[] } }[] }
}
const parts = `id version windowStep letterNumber letterDate solutionSteps { id text doneAt plannedFor }
  timeline { edges { node { kind changes { field before after } } } }`
const draft = { title: 'کندی سامانه', subjectKind: 'SINGLE_WINDOW', category: 'SOFTWARE', severity: 'HIGH' }
const letter = { windowStep: 'گام ۴، استعلام زمين', letterNumber: '۲۲۱/۱۴۰۵/۴۵۱۲', letterDate: '1405-04-18' }

const mutate = async (who: Someone, name: string, type: string, input: object) => {
  const source = `mutation ($input: ${type}!) { ${name}(input: $input) { obstacle { ${parts} } } }`
  const { data, errors } = await world.execute(who, source, { input })
  const payload = data?.[name] as { obstacle: Shown } | null | undefined
  const extensions = errors[0]?.extensions as
    | { code: string; fields?: { path: string; rule: string }[] }
    | undefined
  const [problem] = extensions?.fields ?? []
  const refused = problem ? `${problem.path} ${problem.rule}` : (extensions?.code ?? '')
  return { refused, obstacle: payload?.obstacle ?? null }
}
const log = (input: object = {}, who: Someone = 'secretary') =>
  mutate(who, 'logObstacle', 'LogObstacleInput', { ...draft, ...input })
const edit = (input: object, who: Someone = 'secretary') =>
  mutate(who, 'editObstacle', 'EditObstacleInput', input)
const setSteps = (input: object, who: Someone = 'official') =>
  mutate(who, 'setSolutionSteps', 'SolutionStepsInput', input)

async function logged(input: object = {}): Promise<Shown> {
  const { obstacle, refused } = await log(input)
  if (!obstacle) throw new Error(refused)
  return obstacle
}
const changesOf = ({ timeline }: Shown) => timeline.edges.at(-1)?.node.changes

describe('the step of the window and the letter', () => {
  test('are kept as they were logged', async () => {
    expect(await logged(letter)).toMatchObject({ ...letter, windowStep: 'گام ۴، استعلام زمین' })
    expect(await logged()).toMatchObject({ windowStep: null, letterNumber: null, letterDate: null })
  })
  test('are edited one by one, with their event; null and blank take away', async () => {
    const { id } = await logged(letter)
    const edited = await edit({ id, letterNumber: '۱۲', windowStep: null })
    expect(edited.obstacle).toMatchObject({ windowStep: null, letterNumber: '۱۲', letterDate: '1405-04-18' })
    expect(changesOf(edited.obstacle as Shown)).toEqual([
      { field: 'windowStep', before: 'گام ۴، استعلام زمین', after: null },
      { field: 'letterNumber', before: letter.letterNumber, after: '۱۲' },
    ])
    const blank = await edit({ id, letterNumber: '  ', letterDate: null })
    expect(blank.obstacle).toMatchObject({ letterNumber: null, letterDate: null })
  })
  test.each<[string, object, string]>([
    ['a long step', { windowStep: 'ا'.repeat(101) }, 'input.windowStep TOO_LONG'],
    ['a huge step', { windowStep: 'ا'.repeat(1_000_000) }, 'input.windowStep TOO_LONG'],
    ['NUL in a step', { windowStep: '\u0000' }, 'input.windowStep BAD_CHARACTER'],
    ['a number for a step', { windowStep: 4 }, 'input.windowStep BAD_VALUE'],
    ['a long number', { letterNumber: '1'.repeat(61) }, 'input.letterNumber TOO_LONG'],
    ['a list for a number', { letterNumber: ['1'] }, 'input.letterNumber BAD_VALUE'],
    ['no date', { letterDate: '1405-12-30' }, 'input.letterDate BAD_DATE'],
    ['a Gregorian date', { letterDate: '2026-07-09' }, 'input.letterDate BAD_DATE'],
  ])('%s is refused, when logged and when edited', async (_, input, expected) => {
    expect((await log(input)).refused).toBe(expected)
    const { id } = await logged()
    expect((await edit({ id, ...input })).refused).toBe(expected)
  })
  test('nothing but the single window has such steps', async () => {
    const subject = { subjectKind: 'AGENCY', agencyCode: 'gaz' }
    expect((await log({ ...letter, ...subject })).refused).toBe('input.windowStep NOT_ALLOWED')
    const { id } = await logged({ ...letter, ...subject, windowStep: ' ' })
    expect((await edit({ id, windowStep: 'گام ۴' })).refused).toBe('input.windowStep NOT_ALLOWED')
    expect((await edit({ id, windowStep: null })).refused).toBe('')
  })
})

describe('the steps of a solution', () => {
  const now = () => world.clock.now
  async function owned(): Promise<Shown> {
    const obstacle = await logged()
    const input = { id: Number(obstacle.id), ownerId: world.actor('official').id }
    await assignObstacle(world.store, world.actor('secretary'), input, now())
    await acknowledgeObstacle(world.store, world.actor('official'), { id: Number(obstacle.id) }, now())
    return obstacle
  }
  const texts = (obstacle: Shown | null) => obstacle?.solutionSteps.map(({ text }) => text)

  test('are set, ticked, put in another order and left out', async () => {
    world.clock.set('1405-04-20 10:15')
    const { id } = await owned()
    const first = await setSteps({
      id,
      steps: [
        { text: 'جداسازي صف', done: true },
        { text: 'نگهداری پاسخ', plannedFor: '1405-04-21' },
      ],
    })
    expect(texts(first.obstacle)).toEqual(['جداسازی صف', 'نگهداری پاسخ'])
    const [split, keep] = first.obstacle?.solutionSteps ?? []
    expect(split?.doneAt).toBe(new Date(now()).toISOString())
    expect(keep).toMatchObject({ doneAt: null, plannedFor: '1405-04-21' })

    world.clock.set('1405-04-21 10:15')
    const second = await setSteps({
      id,
      steps: [
        { id: keep?.id, text: 'نگهداری پاسخ تکراری', done: true },
        { id: split?.id, text: 'جداسازی صف', done: true },
        { text: 'افزایش زمان' },
      ],
    })
    expect(texts(second.obstacle)).toEqual(['نگهداری پاسخ تکراری', 'جداسازی صف', 'افزایش زمان'])
    // A step that was done before is not done anew.
    expect(second.obstacle?.solutionSteps[1]).toEqual(split)
    expect(second.obstacle?.solutionSteps[0]).toMatchObject({ id: keep?.id, plannedFor: null })
    expect(changesOf(second.obstacle as Shown)).toEqual([
      {
        field: 'solutionSteps',
        before: '☑ جداسازی صف\n☐ نگهداری پاسخ',
        after: '☑ نگهداری پاسخ تکراری\n☑ جداسازی صف\n☐ افزایش زمان',
      },
    ])
    const third = await setSteps({ id, steps: [] })
    expect(texts(third.obstacle)).toEqual([])
    world.clock.set('1405-04-20 10:15')
  })

  test('a stale version is refused', async () => {
    const { id } = await owned()
    const first = await setSteps({ id, steps: [{ text: 'جداسازی صف' }] })
    const version = first.obstacle?.version ?? 0
    expect((await setSteps({ id, expectedVersion: version - 1, steps: [] })).refused).toBe('CONFLICT')
    expect((await setSteps({ id, expectedVersion: version, steps: [] })).refused).toBe('')
  })

  test("another obstacle's step is none of this one", async () => {
    const [one, other] = [await owned(), await owned()]
    const set = await setSteps({ id: one.id, steps: [{ text: 'جداسازی صف' }] })
    const [step] = set.obstacle?.solutionSteps ?? []
    const taken = { id: step?.id, text: 'ربودن' }
    expect((await setSteps({ id: other.id, steps: [taken] })).refused).toBe('input.steps.0.id UNKNOWN')
    const twice = await setSteps({ id: one.id, steps: [{ ...taken }, { ...taken }] })
    expect(twice.refused).toBe('input.steps.1.id UNKNOWN')
    const { obstacle } = await setSteps({ id: one.id, steps: [{ id: step?.id, text: 'جداسازی صف' }] })
    expect(texts(obstacle)).toEqual(['جداسازی صف'])
  })

  test.each<[string, unknown, string]>([
    ['twenty-one', Array.from({ length: 21 }, () => ({ text: 'گام' })), 'input.steps TOO_MANY'],
    ['one without a text', [{ text: ' ' }], 'input.steps.0.text REQUIRED'],
    ['a long one', [{ text: 'گام' }, { text: 'ا'.repeat(501) }], 'input.steps.1.text TOO_LONG'],
    ['NUL', [{ text: 'گام\u0000' }], 'input.steps.0.text BAD_CHARACTER'],
    ['an id that is none', [{ id: 'x', text: 'گام' }], 'input.steps.0.id UNKNOWN'],
    ['an id of nothing', [{ id: '9999', text: 'گام' }], 'input.steps.0.id UNKNOWN'],
    ['no date', [{ text: 'گام', plannedFor: '1405-13-01' }], 'input.steps.0.plannedFor BAD_DATE'],
    ['a text for a tick', [{ text: 'گام', done: 'yes' }], 'input.steps.0.done BAD_VALUE'],
    ['null', [null], 'input.steps.0 REQUIRED'],
    ['no list', null, 'input.steps REQUIRED'],
  ])('%s is refused', async (_, steps, expected) => {
    const { id } = await owned()
    expect((await setSteps({ id, steps })).refused).toBe(expected)
  })

  test('none before there is an owner, none after it is resolved', async () => {
    const { id } = await logged()
    expect((await setSteps({ id, steps: [] }, 'secretary')).refused).toBe('NOT_ALLOWED_NOW')
  })
})

test('lists cost as many statements for many as for few', async () => {
  for (let n = 0; n < 12; n++) await logged(letter)
  const document = `query ($first: Int) { obstacles(first: $first) { edges { node {
    windowStep letterNumber letterDate solutionSteps { text } attachments { name uploadedBy { name } url }
    timeline { edges { node { mentions { name } } } } } } } }`
  await world.ask('secretary', document, { first: 1 })
  // Whom the others name is looked up once, whatever is asked for.
  await world.ask('secretary', '{ services { agency { name } } }')
  const counted: string[][] = []
  for (const first of [2, 12]) {
    world.statements.length = 0
    await world.ask('secretary', document, { first })
    counted.push([...world.statements])
  }
  expectSameCost(counted[1] ?? [], counted[0] ?? [])
})
