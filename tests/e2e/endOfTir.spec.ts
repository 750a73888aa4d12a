import SqliteDatabase from 'better-sqlite3'
import { startApp, type App } from '../helpers/app.ts'
import { expect, test } from '../helpers/browser.ts'

const END_OF_TIR = Date.parse('2026-07-22T20:29:59.999Z')
/** Three seconds before it. */
const CLOCK = '2026-07-22T20:29:57Z'

interface Clock {
  number: number
  state: string
  dueAt: number
  breachedAt: number | null
  /** A leader let it pass the milestone. */
  lifted: number
}

interface Act {
  number: number
  kind: string
  at: number
  level: number | null
  deadlineId: number | null
}

test('at the end of Tir every unresolved obstacle of the single window breaches, once, on the instant', async () => {
  const app = await startApp({ clock: CLOCK })
  try {
    await expect.poll(() => breachesAt(app, END_OF_TIR).length, { timeout: 20_000 }).toBeGreaterThan(0)
    await expect.poll(() => owedBy(app, END_OF_TIR)).toBe(0)
    const after = unresolved(app)
    expect(after.filter(({ state }) => state === 'PAUSED').length).toBeGreaterThan(0)
    for (const clock of after.filter(({ lifted }) => lifted === 0)) {
      const missedItsOwnTarget = clock.breachedAt !== null && clock.breachedAt < END_OF_TIR
      expect(clock.breachedAt, `OB-${clock.number}`).toBe(missedItsOwnTarget ? clock.dueAt : END_OF_TIR)
      expect(standingBreaches(app, clock.number), `OB-${clock.number}`).toBe(1)
    }
  } finally {
    await app.remove()
  }
})

test('killed in the middle and started again, nothing happens twice and nothing is left out', async () => {
  const undisturbed = await startApp({ clock: CLOCK })
  await expect.poll(() => breachesAt(undisturbed, END_OF_TIR).length, { timeout: 20_000 }).toBeGreaterThan(0)
  await expect.poll(() => owedBy(undisturbed, END_OF_TIR)).toBe(0)
  const expected = acts(undisturbed)
  await undisturbed.remove()

  let app = await startApp({ clock: '2026-07-22T20:29:59Z' })
  for (let kills = 0; kills < 3; kills++) {
    await expect.poll(() => acts(app).length, { timeout: 20_000, intervals: [5] }).toBeGreaterThan(0)
    await app.stop('SIGKILL')
    app = await startApp({ clock: '2026-07-22T20:29:59.500Z', folder: app.folder })
  }
  await expect.poll(() => breachesAt(app, END_OF_TIR).length, { timeout: 20_000 }).toBeGreaterThan(0)
  await expect.poll(() => owedBy(app, END_OF_TIR)).toBe(0)
  expect(acts(app)).toEqual(expected)
  await app.remove()
})

test.describe('the overdue board', () => {
  test.use({ appOptions: { clock: '2026-07-22T20:29:42Z' } })

  test('fills live, without a reload', async ({ page, app, signIn }) => {
    await signIn('leader')
    await page.goto('/b/single-window?sla=over')
    const cards = page.locator('.card')
    await expect(cards.first()).toBeVisible()
    const before = await cards.count()
    await expect.poll(() => owedBy(app, END_OF_TIR), { timeout: 30_000 }).toBe(0)
    const overdue = read(
      app,
      `select 1 from obstacle where subject_kind = 'SINGLE_WINDOW' and overdue = 1
       and status not in ('CLOSED', 'REJECTED', 'MERGED')`,
    ).length
    expect(overdue).toBeGreaterThan(before)
    await expect(cards).toHaveCount(overdue, { timeout: 3_000 })
  })
})

function read<Row>(app: App, query: string, ...parameters: unknown[]): Row[] {
  const database = new SqliteDatabase(app.databasePath, { readonly: true })
  try {
    return database.prepare(query).all(...parameters) as Row[]
  } finally {
    database.close()
  }
}

/** The clocks to resolve of the single window's unresolved obstacles. */
function unresolved(app: App): Clock[] {
  return read<Clock>(
    app,
    `select number, d.state, due_at as dueAt, breached_at as breachedAt,
       exists (select 1 from extension x where x.deadline_id = d.id and x.past_cap = 1) as lifted
     from obstacle o join deadline d on d.obstacle_id = o.id and d.kind = 'RESOLVE' and d.state in ('RUNNING', 'PAUSED')
     where subject_kind = 'SINGLE_WINDOW' and status in ('LOGGED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING')
     order by number`,
  )
}

/** What the enforcer did from the day on which the demo's history ends. */
function acts(app: App): Act[] {
  return read<Act>(
    app,
    `select number, e.kind, at, level, deadline_id as deadlineId
     from event e join obstacle o on o.id = e.obstacle_id
     where actor_id is null and at > ? order by at, number, e.kind, deadline_id, level`,
    Date.parse('2026-07-11T06:45:00Z'),
  )
}

function breachesAt(app: App, at: number): Act[] {
  return acts(app).filter((act) => act.kind === 'BREACHED' && act.at === at)
}

/** How many deadlines still wait for an act owed up to an instant. */
function owedBy(app: App, at: number): number {
  return read(app, 'select 1 from deadline where next_at <= ?', at).length
}

/** Breaches of the clock to resolve less those withdrawn. */
function standingBreaches(app: App, number: number): number {
  const kinds = read<{ kind: string }>(
    app,
    `select e.kind from event e join obstacle o on o.id = e.obstacle_id join deadline d on d.id = e.deadline_id
     where number = ? and d.kind = 'RESOLVE' and e.kind in ('BREACHED', 'BREACH_WITHDRAWN')`,
    number,
  )
  return (
    kinds.filter(({ kind }) => kind === 'BREACHED').length -
    kinds.filter(({ kind }) => kind !== 'BREACHED').length
  )
}
