import { jalaliDateOf } from '@goshayesh/shared/jalali'
import { categories, severities, startingPolicy } from '@goshayesh/shared/policy'
import { Refusal } from '@goshayesh/shared/refusal'
import { obstacleActions, type ObstacleAction } from '@goshayesh/shared/workflow'
import { acknowledgeObstacle } from '../../server/src/commands/acknowledgeObstacle.ts'
import { assignObstacle } from '../../server/src/commands/assignObstacle.ts'
import { previewCalendar, type CalendarChange } from '../../server/src/commands/changeCalendar.ts'
import { commentObstacle } from '../../server/src/commands/commentObstacle.ts'
import { decideExtension } from '../../server/src/commands/decideExtension.ts'
import { closureChange, declareClosure } from '../../server/src/commands/declareClosure.ts'
import { defineMilestone, previewMilestone } from '../../server/src/commands/defineMilestone.ts'
import { editMilestone, previewMilestoneEdit } from '../../server/src/commands/editMilestone.ts'
import { editObstacle } from '../../server/src/commands/editObstacle.ts'
import { joinObstacle } from '../../server/src/commands/joinObstacle.ts'
import { leaveObstacle } from '../../server/src/commands/leaveObstacle.ts'
import { mergeObstacle } from '../../server/src/commands/mergeObstacle.ts'
import { rejectObstacle } from '../../server/src/commands/rejectObstacle.ts'
import { reopenObstacle } from '../../server/src/commands/reopenObstacle.ts'
import { requestExtension } from '../../server/src/commands/requestExtension.ts'
import { resolveObstacle } from '../../server/src/commands/resolveObstacle.ts'
import { resumeObstacle } from '../../server/src/commands/resumeObstacle.ts'
import { datedHoursChange, setDatedHours } from '../../server/src/commands/setDatedHours.ts'
import {
  previewSlaPolicy,
  setSlaPolicy,
  type SlaPolicyInput,
} from '../../server/src/commands/setSlaPolicy.ts'
import { setSolutionSteps } from '../../server/src/commands/setSolutionSteps.ts'
import { startObstacle } from '../../server/src/commands/startObstacle.ts'
import { verifyObstacle } from '../../server/src/commands/verifyObstacle.ts'
import { waitObstacle } from '../../server/src/commands/waitObstacle.ts'
import { closureWithdrawal, withdrawClosure } from '../../server/src/commands/withdrawClosure.ts'
import { datedHoursWithdrawal, withdrawDatedHours } from '../../server/src/commands/withdrawDatedHours.ts'
import { previewMilestoneWithdrawal, withdrawMilestone } from '../../server/src/commands/withdrawMilestone.ts'
import { actionsOf } from '../../server/src/queries/actionsOf.ts'
import { loadRecords } from '../../server/src/records/loadRecords.ts'
import type { Moves } from '../../server/src/records/moveRecords.ts'
import type { ObstacleRecord } from '../../server/src/records/ObstacleRecord.ts'
import { DAY, HOUR, MINUTE, randomOf } from './calendars.ts'
import { shown, type Office, type Who } from './office.ts'

/** What was tried, and what came of it: 'done' or the refusal in one line. */
export type Deed =
  | { kind: 'TIME' }
  | { kind: 'STEP'; offered: boolean; outcome: string }
  /** `found` is what events tell of it, `breaches` those that the enforcer then put on record at once. */
  | { kind: 'RULES'; foreseen: Moves | string; found: Omit<Moves, 'newBreaches'> | string; breaches: number }

interface Change {
  name: string
  preview: () => Promise<Moves>
  make: () => Promise<unknown>
}

const people: Who[] = ['secretary', 'leader', 'ict', 'colleague', 'sabt', 'administrator', 'viewer']
/** Little hangs on them, or they end an obstacle, and nothing would be left soon. */
const rare: ObstacleAction[] = ['COMMENT', 'JOIN', 'LEAVE', 'SET_STEPS', 'REJECT', 'MERGE', 'VERIFY']
const owners = ['ict', 'colleague', 'sabt', 'secretary', 'leader'] as const
const { ladder, warnAtPercent } = startingPolicy

const policies: SlaPolicyInput[] = [
  { ...startingPolicy, rules: startingPolicy.rules.map((rule) => ({ ...rule, subjectKind: undefined })) },
  {
    rules: [{ targets: [{ kind: 'RESOLVE', amount: 3, unit: 'CALENDAR_DAYS' }] }],
    ladder,
    warnAtPercent: [50],
  },
  {
    rules: [
      {
        severity: 'HIGH',
        targets: [
          { kind: 'ACKNOWLEDGE', amount: 90, unit: 'WORKING_MINUTES' },
          { kind: 'VERIFY', amount: 2, unit: 'CALENDAR_DAYS' },
        ],
      },
      {
        targets: [
          { kind: 'ASSIGN', amount: 2, unit: 'WORKING_DAYS' },
          { kind: 'RESOLVE', amount: 1_000, unit: 'WORKING_MINUTES' },
        ],
      },
    ],
    ladder: ladder.slice(2),
    warnAtPercent,
  },
]

/** Whatever people, rules and the clock may do to a dozen obstacles, at random, but always the same for a seed. */
export class History {
  readonly office: Office
  readonly #random: () => number
  /** What has been done, for whoever has to find out why it went wrong. */
  readonly told: string[] = []

  constructor(office: Office, seed: number) {
    this.office = office
    this.#random = randomOf(seed)
  }

  async goOn(): Promise<Deed> {
    const records = await this.records()
    const dice = this.#random()
    if (records.length < 4 || (dice < 0.06 && records.length < 12)) return this.#log()
    if (dice < 0.3) return this.#letTimePass(records)
    return dice < 0.45 ? this.#changeRules() : this.#takeStep(records)
  }

  async records(): Promise<ObstacleRecord[]> {
    const { db, people } = this.office
    const rows = await db.selectFrom('obstacle').select('id').orderBy('id').execute()
    const ids = rows.map(({ id }) => id)
    return [...(await loadRecords(db, people.secretary.provinceId, ids)).values()]
  }

  async #log(): Promise<Deed> {
    const { milestones } = await this.office.rules()
    const subjectKind = this.#one(['SINGLE_WINDOW', 'AGENCY', 'SERVICE'] as const)
    const given = {
      subjectKind,
      agencyCode: subjectKind === 'AGENCY' ? this.#one(['ict', 'sabt']) : null,
      serviceCode: subjectKind === 'SERVICE' ? this.#one(['ict-01', 'sabt-01']) : null,
      category: this.#one(categories),
      severity: this.#one(severities),
      milestoneId: this.#chance(0.3) ? this.#maybeOne(milestones)?.id : null,
    }
    this.#tell(`log ${subjectKind}`, await outcomeOf(this.office.log(given, this.#one(people))))
    return { kind: 'TIME' }
  }

  /** Often to just before, at or just after an instant at which something is owed or due. */
  async #letTimePass(records: ObstacleRecord[]): Promise<Deed> {
    const { office } = this
    const ahead = records
      .flatMap(({ deadlines, waiting }) => [
        ...deadlines.flatMap(({ due_at, next_at }) => [due_at, next_at ?? 0]),
        waiting?.resume_at ?? 0,
      ])
      .filter((instant) => instant > office.now && instant < office.now + 30 * DAY)
    const later = office.now + this.#one([1, MINUTE, HOUR, 5 * HOUR, DAY, 4 * DAY, -HOUR, -DAY, -4 * DAY])
    const instant = this.#chance(0.6) && this.#maybeOne(ahead)
    office.now = instant ? instant + this.#one([-1, 0, 1]) : later
    this.#tell(`now ${shown(office.now)}`)
    return { kind: 'TIME' }
  }

  async #takeStep(records: ObstacleRecord[]): Promise<Deed> {
    const { office } = this
    // Else what is offered may be another thing than what is possible once all that is owed is done.
    await office.enforce()
    const record = await office.record(this.#one(records).obstacle.id)
    const rules = await office.rules()
    const offers = people.flatMap((who) =>
      actionsOf(office.people[who], { record, rules }).map((action) => ({ who, action })),
    )
    const likely = offers.flatMap(({ action }) => (rare.includes(action) ? [] : action))
    const action = this.#one(likely.length > 0 && this.#chance(0.85) ? [...new Set(likely)] : obstacleActions)
    const fitting = offers.filter((offer) => offer.action === action).map(({ who }) => who)
    const who = (this.#chance(0.9) && this.#maybeOne(fitting)) || this.#one(people)
    const offered = offers.some((offer) => offer.who === who && offer.action === action)
    const outcome = await outcomeOf(this.#steps(record, who)[action]())
    this.#tell(`${who} ${action} ${record.obstacle.id}`, outcome)
    return { kind: 'STEP', offered, outcome }
  }

  #steps(record: ObstacleRecord, who: Who): Record<ObstacleAction, () => Promise<unknown>> {
    const { office } = this
    const { id } = record.obstacle
    const note = 'چنین شد'
    const pending = record.extensions.find(({ decision }) => decision === 'PENDING')
    return {
      EDIT: () =>
        office.do(editObstacle, who, {
          id,
          severity: this.#one(severities),
          category: this.#one(categories),
        }),
      ASSIGN: () => office.do(assignObstacle, who, { id, ownerId: office.people[this.#one(owners)].id }),
      ACKNOWLEDGE: () => office.do(acknowledgeObstacle, who, { id, note }),
      START: () => office.do(startObstacle, who, { id, note }),
      WAIT: () =>
        office.do(waitObstacle, who, {
          id,
          on: 'BUDGET',
          party: 'خزانه',
          reason: note,
          until: this.#date(1, 20),
        }),
      RESUME: () => office.do(resumeObstacle, who, { id }),
      RESOLVE: () => office.do(resolveObstacle, who, { id, solution: note }),
      VERIFY: () => office.do(verifyObstacle, who, { id }),
      REOPEN: () => office.do(reopenObstacle, who, { id, reason: note }),
      REJECT: () => office.do(rejectObstacle, who, { id, reason: note }),
      MERGE: async () =>
        office.do(mergeObstacle, who, { id, intoId: this.#one(await this.records()).obstacle.id }),
      COMMENT: () => office.do(commentObstacle, who, { id, text: note }),
      JOIN: () => office.do(joinObstacle, who, { id }),
      LEAVE: () => office.do(leaveObstacle, who, { id }),
      REQUEST_EXTENSION: () => {
        const kind = this.#one(['RESOLVE', 'RESOLVE', 'ACKNOWLEDGE'] as const)
        return office.do(requestExtension, who, { id, kind, until: this.#date(2, 25), reason: note })
      },
      DECIDE_EXTENSION: () =>
        office.do(decideExtension, who, { extensionId: pending?.id ?? 0, approve: this.#chance(0.8), note }),
      SET_STEPS: () => office.do(setSolutionSteps, who, { id, steps: [{ text: note, done: false }] }),
    }
  }

  async #changeRules(): Promise<Deed> {
    const { office } = this
    // Half of the time much is still owed.
    if (this.#chance(0.5)) await office.enforce()
    const { name, preview, make } = this.#one(await this.#changes())
    const foreseen = await resultOf(preview())
    const { id: last } = (await this.#events(0)).at(-1) ?? { id: 0 }
    const outcome = await outcomeOf(make())
    this.#tell(name, outcome)
    const events = await this.#events(last)
    // What was owed before happens with it, by nobody's hand.
    const count = (kind: string) => events.filter((event) => event.kind === kind && event.actor_id).length
    const found = { movedDeadlines: count('DEADLINE_MOVED'), withdrawnBreaches: count('BREACH_WITHDRAWN') }
    await office.enforce()
    const breaches = (await this.#events(events.at(-1)?.id ?? last)).filter(({ kind }) => kind === 'BREACHED')
    return { kind: 'RULES', foreseen, found: outcome === 'done' ? found : outcome, breaches: breaches.length }
  }

  async #changes(): Promise<Change[]> {
    const { office } = this
    const rules = await office.rules()
    const given = [office.db, office.people.secretary, rules] as const
    const calendar = (change: CalendarChange) => () => previewCalendar(...given, change, office.now)
    const from = this.#date(-8, 20)
    const closure = { from, to: from, name: 'سرما' }
    const dated = { date: this.#date(-5, 12), name: 'کشیک', hours: [{ opens: '08:00', closes: '20:00' }] }
    const policy = this.#one(policies)
    const subjectKind = this.#one(['SINGLE_WINDOW', null] as const)
    const milestone = { name: 'پایان', dueDate: this.#date(0, 25), subjectKind }
    const closed = this.#maybeOne(rules.calendarRules.closures.filter(({ kind }) => kind === 'AD_HOC'))
    const opened = this.#maybeOne(rules.calendarRules.dates)
    const known = this.#maybeOne(rules.milestones)
    const edit = known && { id: known.id, dueDate: this.#date(0, 30) }
    const changes: (Change | undefined)[] = [
      {
        name: `close ${from}`,
        preview: calendar(closureChange(closure)),
        make: () => office.do(declareClosure, 'secretary', closure),
      },
      {
        name: `hours on ${dated.date}`,
        preview: calendar(datedHoursChange(dated)),
        make: () => office.do(setDatedHours, 'secretary', dated),
      },
      {
        name: `policy ${policies.indexOf(policy)}`,
        preview: () => previewSlaPolicy(...given, policy, office.now),
        make: () => office.do(setSlaPolicy, 'secretary', policy),
      },
      {
        name: `milestone ${milestone.dueDate}`,
        preview: () => previewMilestone(...given, milestone, office.now),
        make: () => office.do(defineMilestone, 'secretary', milestone),
      },
      closed && {
        name: `open ${closed.date}`,
        preview: calendar(closureWithdrawal(closed)),
        make: () => office.do(withdrawClosure, 'secretary', closed),
      },
      opened && {
        name: `usual hours on ${opened.date}`,
        preview: calendar(datedHoursWithdrawal(opened.date)),
        make: () => office.do(withdrawDatedHours, 'secretary', opened.date),
      },
      edit && {
        name: `milestone ${edit.id} on ${edit.dueDate}`,
        preview: () => previewMilestoneEdit(...given, edit, office.now),
        make: () => office.do(editMilestone, 'secretary', edit),
      },
      known && {
        name: `no milestone ${known.id}`,
        preview: () => previewMilestoneWithdrawal(...given, known.id, office.now),
        make: () => office.do(withdrawMilestone, 'secretary', known.id),
      },
    ]
    return changes.filter((change) => change !== undefined)
  }

  #events(after: number) {
    return this.office.db
      .selectFrom('event')
      .select(['id', 'kind', 'actor_id'])
      .where('id', '>', after)
      .orderBy('id')
      .execute()
  }

  #tell(what: string, outcome = ''): void {
    this.told.push(`${what} ${outcome}`)
  }

  #chance(share: number): boolean {
    return this.#random() < share
  }

  #one<Value>(of: readonly Value[]): Value {
    return of[Math.floor(this.#random() * of.length)] as Value
  }

  #maybeOne<Value>(of: readonly Value[]): Value | undefined {
    return of.length === 0 ? undefined : this.#one(of)
  }

  /** A Jalali date between two numbers of days from now. */
  #date(from: number, to: number): string {
    const days = from + Math.floor(this.#random() * (to - from + 1))
    return jalaliDateOf(Math.floor(this.office.now / DAY) + days)
  }
}

/** Only a refusal is an answer; anything else is a fault. */
async function resultOf<Result>(work: Promise<Result>): Promise<Result | string> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return [error.code, ...error.fields.map(({ path, rule }) => `${path} ${rule}`)].join(' ')
  }
}

async function outcomeOf(work: Promise<unknown>): Promise<string> {
  const result = await resultOf(work)
  return typeof result === 'string' ? result : 'done'
}
