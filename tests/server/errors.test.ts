import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveWorld } from '../helpers/serveWorld.ts'
import { createWorld, type Answer, type Someone, type World } from '../helpers/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await world.ask('secretary', log, { input: draft })
})
afterAll(() => world.close())

const log = 'mutation ($input: LogObstacleInput!) { logObstacle(input: $input) { obstacle { id } } }'
const draft = { title: 'کندی سامانه', subjectKind: 'SINGLE_WINDOW', category: 'SOFTWARE', severity: 'HIGH' }
const step = (name: string, type: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { obstacle { id } } }`
const [edit, assign, start, merge, comment, wait, extend, decide] = [
  step('editObstacle', 'EditObstacleInput'),
  step('assignObstacle', 'AssignObstacleInput'),
  step('startObstacle', 'ObstacleStepInput'),
  step('mergeObstacle', 'MergeObstacleInput'),
  step('commentObstacle', 'CommentInput'),
  step('waitObstacle', 'WaitObstacleInput'),
  step('requestExtension', 'RequestExtensionInput'),
  step('decideExtension', 'DecideExtensionInput'),
] as const
const list = 'query ($filter: ObstacleFilter) { obstacles(filter: $filter) { totalCount } }'
const pages =
  'query ($first: Int, $last: Int, $after: String, $before: String) { obstacles(first: $first, last: $last, after: $after, before: $before) { totalCount } }'
const closure = 'mutation ($input: DeclareClosureInput!) { declareClosure(input: $input) { movedDeadlines } }'
const policy = 'mutation ($input: SlaPolicyInput!) { setSlaPolicy(input: $input) { movedDeadlines } }'
const milestone = 'mutation ($input: MilestoneInput!) { defineMilestone(input: $input) { movedDeadlines } }'
const hours = 'mutation ($input: OfficeHoursInput!) { setOfficeHours(input: $input) { movedDeadlines } }'
const dated = 'mutation ($input: DatedHoursInput!) { setDatedHours(input: $input) { movedDeadlines } }'
const moveMilestone =
  'mutation ($input: EditMilestoneInput!) { editMilestone(input: $input) { movedDeadlines } }'
const person = 'mutation ($input: EditUserInput!) { editUser(input: $input) { user { id } } }'
const password = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) }'
const preview = 'query ($input: PreviewDeadlinesInput!) { previewDeadlines(input: $input) { dueAt } }'
const target = { kind: 'RESOLVE', amount: 5, unit: 'WORKING_DAYS' }

type Row = [what: string, document: string, variables: Record<string, unknown>, path: string, rule: string]

const invalidRows: Row[] = [
  [
    'a variable of another name',
    'query ($f: ObstacleFilter) { obstacles(filter: $f) { totalCount } }',
    { f: { status: ['x'] } },
    'filter.status.0',
    'BAD_VALUE',
  ],
  [
    'a variable within an input',
    'mutation ($t: String!) { commentObstacle(input: { id: 1, text: $t }) { obstacle { id } } }',
    { t: 5 },
    'input.text',
    'BAD_VALUE',
  ],
  [
    'a value that pretends to be a path',
    log,
    { input: { ...draft, severity: '" at "input.x"; ' } },
    'input.severity',
    'BAD_VALUE',
  ],
  ['a number for a text', log, { input: { ...draft, title: 5 } }, 'input.title', 'BAD_VALUE'],
  ['a list for a text', log, { input: { ...draft, title: ['الف'] } }, 'input.title', 'BAD_VALUE'],
  ['an object for a text', log, { input: { ...draft, title: {} } }, 'input.title', 'BAD_VALUE'],
  ['no title', log, { input: { ...draft, title: undefined } }, 'input.title', 'REQUIRED'],
  ['null for a title', log, { input: { ...draft, title: null } }, 'input.title', 'REQUIRED'],
  ['an empty title', log, { input: { ...draft, title: '  ' } }, 'input.title', 'REQUIRED'],
  ['a title of two letters', log, { input: { ...draft, title: 'اب' } }, 'input.title', 'TOO_SHORT'],
  [
    'a title of one megabyte',
    log,
    { input: { ...draft, title: 'ا'.repeat(1_000_000) } },
    'input.title',
    'TOO_LONG',
  ],
  ['NUL in a title', log, { input: { ...draft, title: 'کند\u0000ی' } }, 'input.title', 'BAD_CHARACTER'],
  [
    'NUL in a key',
    log,
    { input: { ...draft, idempotencyKey: '\u0000' } },
    'input.idempotencyKey',
    'BAD_CHARACTER',
  ],
  [
    'a key of one megabyte',
    log,
    { input: { ...draft, idempotencyKey: 'k'.repeat(1_000_000) } },
    'input.idempotencyKey',
    'TOO_LONG',
  ],
  ['an unknown category', log, { input: { ...draft, category: 'MAGIC' } }, 'input.category', 'BAD_VALUE'],
  ['an unknown severity', log, { input: { ...draft, severity: 'high' } }, 'input.severity', 'BAD_VALUE'],
  ['an unknown field', log, { input: { ...draft, colour: 'red' } }, 'input.colour', 'BAD_VALUE'],
  ['no input', log, {}, 'input', 'REQUIRED'],
  ['a text for an input', log, { input: 'x' }, 'input', 'BAD_VALUE'],
  [
    'no agency of an AGENCY',
    log,
    { input: { ...draft, subjectKind: 'AGENCY' } },
    'input.agencyCode',
    'REQUIRED',
  ],
  [
    'an unknown agency',
    log,
    { input: { ...draft, subjectKind: 'AGENCY', agencyCode: "x' or 1=1 --" } },
    'input.agencyCode',
    'UNKNOWN',
  ],
  [
    'an unknown service',
    log,
    { input: { ...draft, subjectKind: 'SERVICE', serviceCode: 'nope' } },
    'input.serviceCode',
    'UNKNOWN',
  ],
  [
    "another province's service",
    log,
    { input: { ...draft, subjectKind: 'SERVICE', serviceCode: 'gaz-09' } },
    'input.serviceCode',
    'UNKNOWN',
  ],
  [
    'an unknown affected agency',
    log,
    { input: { ...draft, affectedAgencyCodes: ['gaz', 'x'] } },
    'input.affectedAgencyCodes',
    'UNKNOWN',
  ],
  [
    'a number among codes',
    log,
    { input: { ...draft, affectedAgencyCodes: ['gaz', 7] } },
    'input.affectedAgencyCodes.1',
    'BAD_VALUE',
  ],
  [
    'NUL among codes',
    log,
    { input: { ...draft, affectedAgencyCodes: ['gaz', '\u0000'] } },
    'input.affectedAgencyCodes.1',
    'BAD_CHARACTER',
  ],
  [
    'too many affected agencies',
    log,
    { input: { ...draft, affectedAgencyCodes: Array.from({ length: 101 }, (_, n) => `a${n}`) } },
    'input.affectedAgencyCodes',
    'TOO_MANY',
  ],
  ['an unknown milestone', log, { input: { ...draft, milestoneId: '99' } }, 'input.milestoneId', 'UNKNOWN'],
  [
    'a milestone that is no id',
    log,
    { input: { ...draft, milestoneId: '1e9' } },
    'input.milestoneId',
    'UNKNOWN',
  ],
  [
    'a version that is a text',
    edit,
    { input: { id: '1', expectedVersion: 'x' } },
    'input.expectedVersion',
    'BAD_VALUE',
  ],
  [
    'a version beyond Int',
    edit,
    { input: { id: '1', expectedVersion: 2 ** 40 } },
    'input.expectedVersion',
    'BAD_VALUE',
  ],
  [
    'a version with a fraction',
    edit,
    { input: { id: '1', expectedVersion: 1.5 } },
    'input.expectedVersion',
    'BAD_VALUE',
  ],
  ['an unknown owner', assign, { input: { id: '1', ownerId: '999' } }, 'input.ownerId', 'UNKNOWN'],
  ["another province's owner", assign, { input: { id: '1', ownerId: '7' } }, 'input.ownerId', 'UNKNOWN'],
  ['an owner that is no id', assign, { input: { id: '1', ownerId: '' } }, 'input.ownerId', 'UNKNOWN'],
  ['an owner who only reads', assign, { input: { id: '1', ownerId: '4' } }, 'input.ownerId', 'NOT_ALLOWED'],
  ['a merge into itself', merge, { input: { id: '1', intoId: '1' } }, 'input.intoId', 'SAME'],
  ['a merge into nothing', merge, { input: { id: '1', intoId: '77' } }, 'input.intoId', 'UNKNOWN'],
  ['an empty comment', comment, { input: { id: '1', text: '' } }, 'input.text', 'REQUIRED'],
  [
    '30 Esfand of a common year',
    wait,
    { input: { id: '1', on: 'BUDGET', party: 'خزانه', reason: 'تخصیص', until: '1405-12-30' } },
    'input.until',
    'BAD_DATE',
  ],
  [
    '31 Mehr',
    extend,
    { input: { id: '1', kind: 'RESOLVE', until: '1405-07-31', reason: 'زمان' } },
    'input.until',
    'BAD_DATE',
  ],
  [
    'a number for a date',
    extend,
    { input: { id: '1', kind: 'RESOLVE', until: 14050701, reason: 'زمان' } },
    'input.until',
    'BAD_DATE',
  ],
  [
    'a Gregorian date',
    extend,
    { input: { id: '1', kind: 'RESOLVE', until: '2026-07-11', reason: 'زمان' } },
    'input.until',
    'BAD_DATE',
  ],
  ['a text for a yes', decide, { input: { extensionId: '1', approve: 'yes' } }, 'input.approve', 'BAD_VALUE'],
  [
    'a closure that ends before it begins',
    closure,
    { input: { from: '1405-05-02', to: '1405-05-01', name: 'گرما' } },
    'input.to',
    'ORDER',
  ],
  [
    'a closure of a year',
    closure,
    { input: { from: '1405-05-02', to: '1406-05-01', name: 'گرما' } },
    'input.to',
    'TOO_MANY',
  ],
  [
    'a target of nothing',
    policy,
    { input: { rules: [{ targets: [{ ...target, amount: 0 }] }], ladder: [], warnAtPercent: [] } },
    'input.rules.0.targets.0.amount',
    'TOO_SMALL',
  ],
  [
    'a target that is not there',
    policy,
    { input: { rules: [{ targets: [null] }], ladder: [], warnAtPercent: [] } },
    'input.rules.0.targets.0',
    'REQUIRED',
  ],
  [
    'warnings out of order',
    policy,
    { input: { rules: [], ladder: [], warnAtPercent: [90, 75] } },
    'input.warnAtPercent.1',
    'ORDER',
  ],
  [
    'NUL in a ladder',
    policy,
    { input: { rules: [], ladder: [{ afterMinutes: 0, to: 'OWNER', label: '\u0000' }], warnAtPercent: [] } },
    'input.ladder.0.label',
    'BAD_CHARACTER',
  ],
  [
    'a milestone in the past',
    milestone,
    { input: { name: 'دیر', dueDate: '1404-01-01' } },
    'input.dueDate',
    'NOT_LATER',
  ],
  ['a page of 0', pages, { first: 0 }, 'first', 'TOO_SMALL'],
  ['a page of 101', pages, { first: 101 }, 'first', 'TOO_LARGE'],
  ['a page of -1 backwards', pages, { last: -1 }, 'last', 'TOO_SMALL'],
  ['a page beyond Int', pages, { first: 2 ** 31 }, 'first', 'BAD_VALUE'],
  ['a cursor that is none', pages, { after: 'hello' }, 'after', 'BAD_VALUE'],
  [
    'a cursor of another order',
    pages,
    { before: Buffer.from('NEWEST_FIRST:1:1').toString('base64url') },
    'before',
    'BAD_VALUE',
  ],
  ['a cursor of one megabyte', pages, { after: 'A'.repeat(1_000_000) }, 'after', 'BAD_VALUE'],
  [
    'a board of 101',
    'query ($n: Int) { board(perColumn: $n) { totalCount } }',
    { n: 101 },
    'perColumn',
    'TOO_LARGE',
  ],
  [
    'a timeline of 101',
    '{ obstacle(id: 1) { timeline(first: 101) { totalCount } } }',
    {},
    'first',
    'TOO_LARGE',
  ],
  [
    'the last 101 of a timeline',
    '{ obstacle(id: 1) { timeline(last: 101) { totalCount } } }',
    {},
    'last',
    'TOO_LARGE',
  ],
  [
    'a timeline before nowhere',
    '{ obstacle(id: 1) { timeline(last: 5, before: "x") { totalCount } } }',
    {},
    'before',
    'BAD_VALUE',
  ],
  [
    'a timeline from nowhere',
    '{ obstacle(id: 1) { timeline(after: "x") { totalCount } } }',
    {},
    'after',
    'BAD_VALUE',
  ],
  ['people by 0', '{ people(first: 0) { name } }', {}, 'first', 'TOO_SMALL'],
  ['NUL in a search', list, { filter: { search: 'a\u0000b' } }, 'filter.search', 'BAD_CHARACTER'],
  ['a search of 501 letters', list, { filter: { search: 'ا'.repeat(501) } }, 'filter.search', 'TOO_LONG'],
  ['an owner of the filter that is no id', list, { filter: { ownerId: 'x' } }, 'filter.ownerId', 'UNKNOWN'],
  [
    'too many agencies in a filter',
    list,
    { filter: { agencyCode: Array.from({ length: 101 }, String) } },
    'filter.agencyCode',
    'TOO_MANY',
  ],
  ...([
    [
      'in a summary',
      '($kinds: [SubjectKind!]) { overdueSummary(by: AGENCY, subjectKind: $kinds) { openCount } }',
    ],
    ['in a review', '($kinds: [SubjectKind!]) { review(subjectKind: $kinds) { totalCount } }'],
  ].map(([where, document]) => [
    `too many kinds ${where}`,
    `query ${document}`,
    { kinds: Array.from({ length: 40_000 }, () => 'AGENCY') },
    'subjectKind',
    'TOO_MANY',
  ]) satisfies Row[]),
  [
    'too many decisions in a filter',
    list,
    {
      filter: {
        extension: {
          after: '2026-01-01T00:00:00Z',
          decision: Array.from({ length: 40_000 }, () => 'PENDING'),
        },
      },
    },
    'filter.extension.decision',
    'TOO_MANY',
  ],
  ['an unknown status', list, { filter: { status: ['LOGGED', 'OPEN'] } }, 'filter.status.1', 'BAD_VALUE'],
  [
    'an instant without a zone',
    list,
    { filter: { dueBefore: '2026-07-11T06:45:00' } },
    'filter.dueBefore',
    'BAD_VALUE',
  ],
  ['30 February', list, { filter: { dueBefore: '2026-02-30T00:00:00Z' } }, 'filter.dueBefore', 'BAD_VALUE'],
  [
    'a number for an instant',
    list,
    { filter: { dueBefore: 1_783_000_000_000 } },
    'filter.dueBefore',
    'BAD_VALUE',
  ],
  [
    'a preview far away',
    preview,
    { input: { category: 'SOFTWARE', severity: 'LOW', subjectKind: 'AGENCY', at: '9999-01-01T00:00:00Z' } },
    'input.at',
    'BAD_DATE',
  ],
  ['hours of no week', hours, { input: {} }, 'input.hours', 'REQUIRED'],
  ['hours that are a text', hours, { input: { hours: 'always' } }, 'input.hours', 'BAD_VALUE'],
  [
    'a weekday with a fraction',
    hours,
    { input: { hours: [{ weekday: 0.5, opens: '07:30', closes: '14:30' }] } },
    'input.hours.0.weekday',
    'BAD_VALUE',
  ],
  [
    'NUL in a time',
    hours,
    { input: { hours: [{ weekday: 0, opens: '07:30\u0000', closes: '14:30' }] } },
    'input.hours.0.opens',
    'BAD_CHARACTER',
  ],
  [
    'a time of one megabyte',
    dated,
    {
      input: {
        date: '1405-05-02',
        name: 'جبران',
        hours: [{ opens: '0'.repeat(1_000_000), closes: '14:30' }],
      },
    },
    'input.hours.0.opens',
    'BAD_TIME',
  ],
  [
    'a holiday of another kind',
    closure,
    { input: { from: '1405-05-02', to: '1405-05-02', name: 'عید', kind: 'FEAST' } },
    'input.kind',
    'BAD_VALUE',
  ],
  ['a milestone without an id', moveMilestone, { input: { name: 'نام' } }, 'input.id', 'REQUIRED'],
  ['a role that is none', person, { input: { id: '5', role: 'KING' } }, 'input.role', 'BAD_VALUE'],
  ['a number for a password', password, { input: { current: 5, next: 'x' } }, 'input.current', 'BAD_VALUE'],
  ['NUL in a password', password, { input: { current: 'x', next: '\u0000' } }, 'input.next', 'BAD_CHARACTER'],
  ['neither id nor ref', '{ obstacle { id } }', {}, 'id', 'REQUIRED'],
  ['an unknown enum in the document', '{ overdueSummary(by: COLOUR) { key } }', {}, 'by', 'BAD_VALUE'],
  [
    'a number for a text in the document',
    'mutation { commentObstacle(input: { id: 1, text: 5 }) { obstacle { id } } }',
    {},
    'input.text',
    'BAD_VALUE',
  ],
  [
    'a text among numbers in the document',
    'mutation { setSlaPolicy(input: { rules: [], ladder: [], warnAtPercent: [75, "x"] }) { movedDeadlines } }',
    {},
    'input.warnAtPercent.1',
    'BAD_VALUE',
  ],
  [
    'no such date in the document',
    'mutation { withdrawClosure(date: "1405-12-30") { movedDeadlines } }',
    {},
    'date',
    'BAD_DATE',
  ],
  ['NUL in a code', '{ agency(code: "a\\u0000") { code } }', {}, 'code', 'BAD_CHARACTER'],
  [
    'NUL in a password',
    'mutation { signIn(input: { email: "a@b", password: "\\u0000" }) { viewer { id } } }',
    {},
    'input.password',
    'BAD_CHARACTER',
  ],
]

describe('bad input gets INVALID with its path, and nothing is written', () => {
  test.each(invalidRows)('%s', async (_what, document, variables, path, rule) => {
    const before = await countRows()
    const answer = await world.execute('secretary', document, variables)
    expect(answer.errors.map(({ extensions }) => extensions?.code)).toEqual(['INVALID'])
    const [error] = answer.errors
    expect(error?.extensions?.fields).toMatchObject([{ path, rule }])
    expectHarmless(answer)
    expect(await countRows()).toEqual(before)
    expect(world.reported).toEqual([])
  })
})

const documents: [what: string, document: string][] = [
  ['no document', ''],
  ['no GraphQL', '{ board { '],
  ['an unknown field', '{ board { colour } }'],
  ['an unknown argument', '{ board(colour: 1) { totalCount } }'],
  ['an unknown fragment', '{ ...F }'],
  ['a missing selection', '{ board }'],
  ['two operations of one name', 'query A { viewer { id } } query A { viewer { id } }'],
]

test.each(documents)(
  'a document that is wrong (%s): INVALID, with what is wrong in it',
  async (_what, document) => {
    const answer = await world.execute('secretary', document)
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'INVALID', detail: expect.any(String) })
    expect(answer.errors[0]?.message).toBe('ورودی نیاز به اصلاح دارد.')
  },
)

const refusedRows: [
  what: string,
  who: Someone,
  document: string,
  variables: Record<string, unknown>,
  code: string,
][] = [
  ['an id that is none', 'secretary', start, { input: { id: 'x', note: 'ن' } }, 'NOT_FOUND'],
  ['an id with a sign', 'secretary', start, { input: { id: '-1' } }, 'NOT_FOUND'],
  ['an id beyond all', 'secretary', start, { input: { id: '99999999999999999999' } }, 'NOT_FOUND'],
  ['an id of nothing', 'secretary', comment, { input: { id: '999', text: 'سلام' } }, 'NOT_FOUND'],
  [
    'an extension that is not there',
    'leader',
    decide,
    { input: { extensionId: '9', approve: true } },
    'NOT_FOUND',
  ],
  [
    'a stale version',
    'secretary',
    edit,
    { input: { id: '1', expectedVersion: 7, title: 'عنوان تازه' } },
    'CONFLICT',
  ],
  ['a step too early', 'secretary', start, { input: { id: '1', note: 'شروع' } }, 'NOT_ALLOWED_NOW'],
  [
    'a closure that is not there',
    'secretary',
    'mutation { withdrawClosure(date: "1405-07-05") { movedDeadlines } }',
    {},
    'NOT_FOUND',
  ],
  ['a milestone that is no id', 'secretary', moveMilestone, { input: { id: 'x', name: 'نام' } }, 'NOT_FOUND'],
  [
    'a milestone that is not there',
    'secretary',
    'mutation { withdrawMilestone(id: "99") { movedDeadlines } }',
    {},
    'NOT_FOUND',
  ],
  ['a person who is no id', 'administrator', person, { input: { id: '1e3', name: 'نام' } }, 'NOT_FOUND'],
  [
    'a person who is not there',
    'administrator',
    'mutation { resetPassword(id: "999") { temporaryPassword } }',
    {},
    'NOT_FOUND',
  ],
  ['nobody', 'nobody', list, { filter: { search: '\u0000' } }, 'UNAUTHENTICATED'],
]

test.each(refusedRows)('%s (%s): refused', async (_what, who, document, variables, code) => {
  const before = await countRows()
  const answer = await world.execute(who, document, variables)
  expect(answer.errors.map(({ extensions }) => extensions?.code)).toEqual([code])
  expectHarmless(answer)
  expect(await countRows()).toEqual(before)
})

test('a stale version tells the present one', async () => {
  const { errors } = await world.execute('secretary', edit, { input: { id: '1', expectedVersion: 7 } })
  expect(errors[0]?.extensions?.currentVersion).toBe(1)
})

test('messages come in the language asked for', async () => {
  const variables = { input: { ...draft, title: '' } }
  const fields = async (language: 'fa' | 'en') =>
    (await world.execute('secretary', log, variables, language)).errors.map(({ message, extensions }) => [
      message,
      extensions?.fields,
    ])
  expect(await fields('fa')).toEqual([
    [
      'ورودی نیاز به اصلاح دارد.',
      [{ path: 'input.title', rule: 'REQUIRED', message: 'این مورد را وارد کنید.' }],
    ],
  ])
  expect(await fields('en')).toEqual([
    ['The input needs correction.', [{ path: 'input.title', rule: 'REQUIRED', message: 'Enter a value.' }]],
  ])
})

test('a fault of ours is reported and tells nothing', async () => {
  const broken = await createWorld()
  await broken.db.schema.alterTable('obstacle_search').renameTo('lost').execute()
  const answer = await broken.execute('secretary', list, { filter: { search: 'کند' } }, 'en')
  expect(answer.errors.map(({ extensions }) => extensions)).toEqual([{ code: 'INTERNAL' }])
  expectHarmless(answer)
  expect(broken.reported).toHaveLength(1)
  expect(String(broken.reported[0])).toContain('obstacle_search')
  const served = await serveWorld(broken)
  for (const language of ['fa', 'en']) {
    const query = '{ obstacles(filter: { search: "کند" }) { totalCount } }'
    const response = await served.post('secretary', { query }, { 'accept-language': language })
    const requestId = response.headers.get('x-request-id') ?? ''
    const { errors } = (await response.json()) as { errors: { message: string; extensions: object }[] }
    expect(errors[0]?.extensions).toEqual({ code: 'INTERNAL', requestId })
    expect(errors[0]?.message).toMatch(new RegExp(`: \\u2066?${requestId.slice(0, 8)}\\u2069?$`))
  }
  await served.close()
  await broken.db.schema.alterTable('lost').renameTo('obstacle_search').execute()
  await broken.close()
})

function expectHarmless({ errors }: Answer): void {
  const text = JSON.stringify(errors)
  expect(text).not.toMatch(/sqlite|select |\bat .*\.ts|node_modules|stack/i)
  expect(text.length).toBeLessThan(2_000)
}

const tables = [
  'obstacle',
  'event',
  'deadline',
  'extension',
  'closure',
  'sla_policy',
  'milestone',
  'obstacle_agency',
] as const

async function countRows(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const { count } = await world.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    counts[table] = count
  }
  const { version, title } = await world.db
    .selectFrom('obstacle')
    .select(['version', 'title'])
    .executeTakeFirstOrThrow()
  return { ...counts, version, title: title.length }
}
