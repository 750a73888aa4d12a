import { Readable } from 'node:stream'
import { may } from '@goshayesh/shared/permissions'
import { similarityTo } from '@goshayesh/shared/persianText'
import { addDays, civilDayOf, type JalaliDate } from '@goshayesh/shared/jalali'
import { acknowledgeObstacle } from '../commands/acknowledgeObstacle.ts'
import { assignObstacle } from '../commands/assignObstacle.ts'
import { attachFile } from '../commands/attachFile.ts'
import { commentObstacle } from '../commands/commentObstacle.ts'
import { decideExtension } from '../commands/decideExtension.ts'
import { joinObstacle } from '../commands/joinObstacle.ts'
import { logObstacle, type LogObstacleInput } from '../commands/logObstacle.ts'
import { mergeObstacle } from '../commands/mergeObstacle.ts'
import { rejectObstacle } from '../commands/rejectObstacle.ts'
import { reopenObstacle } from '../commands/reopenObstacle.ts'
import { requestExtension } from '../commands/requestExtension.ts'
import { resolveObstacle } from '../commands/resolveObstacle.ts'
import { resumeObstacle } from '../commands/resumeObstacle.ts'
import { setSolutionSteps } from '../commands/setSolutionSteps.ts'
import { startObstacle } from '../commands/startObstacle.ts'
import type { Store } from '../commands/transact.ts'
import { verifyObstacle } from '../commands/verifyObstacle.ts'
import { waitObstacle } from '../commands/waitObstacle.ts'
import type { FileStore } from '../files/FileStore.ts'
import { solutionStepsOf } from '../queries/solutionStepsOf.ts'
import type { Actor } from '../records/Actor.ts'
import { loadRecords } from '../records/loadRecords.ts'
import { factsOf, type ObstacleRecord } from '../records/ObstacleRecord.ts'
import { loadRules } from '../records/Rules.ts'
import { ownerOf, reporterOf, type Cast, type Plot } from './Cast.ts'
import type { Chance } from './Chance.ts'
import { papers } from './papers.ts'
import * as phrases from './phrases.ts'

interface Scene {
  store: Store
  cast: Cast
  plot: Plot
  chance: Chance
  /** Decides on papers, plans and talk: whatever it says, the rest of the story stays as it is. */
  extras: Chance
  files: FileStore
  /** Titles of what is open, for the secretary to recognise a repeated one. */
  open: Map<number, string>
}

const MINUTE = 60_000

/**
 * What happens to one obstacle, through the real commands. Yields the instant of each next step and goes on
 * when that instant has come.
 */
export async function* tellStory(scene: Scene): AsyncGenerator<number, void, void> {
  const { store, cast, plot, chance, open } = scene
  const { calendar } = await loadRules(store.db, cast.secretary.provinceId)
  const later = (now: number, low: number, high: number) =>
    calendar.add(now, Math.floor(chance.between(low, high)) * MINUTE)
  const reporter = reporterOf(scene)
  let now = plot.loggedAt
  yield now
  const id = await logObstacle(store, reporter, { ...plot, ...lettersOf(scene, calendar.dateAt(now)) }, now)

  now = chance.happens(0.87) ? later(now, 20, 220) : later(now, 430, 1_100)
  yield now
  const alike = similarityTo(plot.title)
  const twin = [...open].find(([, title]) => alike(title) > 0.6)
  if (twin) return void (await mergeObstacle(store, cast.secretary, { id, intoId: twin[0] }, now))
  if (chance.happens(0.03)) {
    return void (await rejectObstacle(
      store,
      cast.secretary,
      { id, reason: chance.pick(phrases.rejections) },
      now,
    ))
  }
  open.set(id, plot.title)
  const owner = ownerOf(scene)
  const note = chance.happens(0.4) ? chance.pick(phrases.assignNotes) : null
  await assignObstacle(store, cast.secretary, { id, ownerId: owner.id, note }, now)

  now = chance.happens(0.9) ? later(now, 30, 600) : later(now, 850, 1_500)
  yield now
  await acknowledgeObstacle(store, owner, { id }, now)

  const { deadlines } = await recordOf(scene, id)
  const due = deadlines.find(({ kind }) => kind === 'RESOLVE')?.due_at ?? later(now, 2_000, 4_000)
  const whole = Math.max(calendar.elapsed(now, due), 300 * MINUTE)
  const onTime = plot.subjectKind === 'SINGLE_WINDOW' ? 0.58 : 0.72
  const pace = chance.happens(onTime) ? chance.between(0.25, 0.95) : chance.between(1.05, 3.2)
  const steps = [...middleSteps(scene, owner), { at: 1, take: finish }].sort((a, b) => a.at - b.at)
  let origin = plot.loggedAt
  for (const { at, take } of steps) {
    const planned = Math.max(now + MINUTE, calendar.add(origin, Math.floor(whole * pace * at)))
    now = planned
    yield now
    const step = take(scene, id, owner, now)
    if (step instanceof Promise) await step
    else {
      for await (const next of step) {
        now = next
        yield now
      }
    }
    origin = calendar.add(origin, calendar.elapsed(planned, now))
  }
  open.delete(id)
}

type Take = (
  scene: Scene,
  id: number,
  owner: Actor,
  now: number,
) => AsyncGenerator<number, void, void> | Promise<void>

/** What may come between the owner's answer and the solution, each at its share of the way. */
function middleSteps({ chance, plot }: Scene, owner: Actor): { at: number; take: Take }[] {
  const steps: { at: number; take: Take }[] = []
  if (chance.happens(0.8)) steps.push({ at: chance.between(0.05, 0.3), take: start })
  for (let n = chance.whole(0, 3); n > 0; n--) steps.push({ at: chance.between(0.1, 0.98), take: comment })
  if (plot.subjectKind === 'SINGLE_WINDOW') {
    for (let n = chance.happens(0.5) ? chance.whole(1, 4) : 0; n > 0; n--)
      steps.push({ at: chance.between(0.05, 0.7), take: join })
  }
  if (chance.happens(plot.subjectKind === 'SINGLE_WINDOW' ? 0.5 : 0.35)) {
    steps.push({ at: chance.between(0.3, 0.7), take: wait })
  }
  if (owner.role === 'OFFICIAL' && chance.happens(0.16))
    steps.push({ at: chance.between(0.75, 0.97), take: extend })
  return steps
}

async function start(scene: Scene, id: number, owner: Actor, now: number): Promise<void> {
  const { store, cast, extras } = scene
  await startObstacle(store, owner, { id }, now)
  if (!extras.happens(0.5)) return
  const { calendar } = await loadRules(store.db, cast.secretary.provinceId)
  const steps = extras.pick(phrases.plans).map((text, place) => ({
    text,
    done: false,
    plannedFor: addDays(calendar.dateAt(now), 5 * (place + 1)),
  }))
  await setSolutionSteps(store, owner, { id, steps }, now)
}

async function comment(scene: Scene, id: number, owner: Actor, now: number): Promise<void> {
  const { store, chance, extras, cast } = scene
  const text = chance.pick(phrases.comments)
  const { secretary } = cast
  const way = extras.next()
  if (way < 0.2) await tell(scene, id, secretary, owner, extras.pick(phrases.questions), now)
  else if (way < 0.4) await tell(scene, id, owner, secretary, extras.pick(phrases.reports), now)
  else await commentObstacle(store, owner, { id, text }, now)
  if (extras.happens(0.3)) await attach(scene, id, owner, now)
  if (extras.happens(0.6)) await tickStep(scene, id, owner, now, 1)
}

/** A comment that names somebody else. */
async function tell(
  { store }: Scene,
  id: number,
  from: Actor,
  to: Actor,
  text: string,
  now: number,
): Promise<void> {
  if (from.id === to.id) return
  await commentObstacle(store, from, { id, text: `@${to.name}، ${text}`, mentionIds: [to.id] }, now)
}

async function attach({ store, extras, files }: Scene, id: number, by: Actor, now: number): Promise<void> {
  const { name, mime, content } = extras.pick(papers)
  const received = await files.receive(Readable.from([content]), content.length)
  if (!received) throw new Error('a paper of the demo is larger than itself')
  await attachFile(store, by, { id, name, mime, ...received }, now)
  files.settle(received.file)
}

/** Ticks the next `count` steps of the solution, where there are any. */
async function tickStep(scene: Scene, id: number, owner: Actor, now: number, count: number): Promise<void> {
  const { store, cast } = scene
  const rows = (await solutionStepsOf(store.db, cast.secretary.provinceId, [id])).get(id) ?? []
  const next = rows.filter(({ done_at }) => done_at === null).slice(0, count)
  if (next.length === 0) return
  const steps = rows.map((row) => ({
    id: row.id,
    text: row.text,
    done: row.done_at !== null || next.includes(row),
    plannedFor: row.planned_for,
  }))
  await setSolutionSteps(store, owner, { id, steps }, now)
}

async function join(scene: Scene, id: number, _owner: Actor, now: number): Promise<void> {
  const { store, chance, cast } = scene
  const record = await recordOf(scene, id)
  const joiner = chance.pick([...cast.officials.values()])
  if (!may(joiner, 'JOIN', factsOf(record))) return
  await joinObstacle(store, joiner, { id }, now)
}

async function* wait(
  scene: Scene,
  id: number,
  _owner: Actor,
  now: number,
): AsyncGenerator<number, void, void> {
  const { store, chance, cast } = scene
  const { calendar } = await loadRules(store.db, cast.secretary.provinceId)
  const until = addDays(calendar.dateAt(now), chance.whole(6, 34))
  await waitObstacle(store, cast.secretary, { id, ...chance.pick(phrases.waitings), until }, now)
  const lookedAt = calendar.nextOpening(calendar.startOfDay(civilDayOf(until))) + MINUTE
  const answered = chance.happens(0.3) ? calendar.add(now, chance.whole(300, 900) * MINUTE) : lookedAt
  yield answered
  if ((await recordOf(scene, id)).obstacle.status === 'WAITING')
    await resumeObstacle(store, cast.secretary, { id }, answered)
}

async function* extend(
  scene: Scene,
  id: number,
  owner: Actor,
  now: number,
): AsyncGenerator<number, void, void> {
  const { store, chance, extras, cast } = scene
  const { calendar } = await loadRules(store.db, owner.provinceId)
  const deadline = (await recordOf(scene, id)).deadlines.find(({ kind }) => kind === 'RESOLVE')
  if (!deadline) return
  const from = Math.max(deadline.due_at, now)
  const until = calendar.dateAt(calendar.closeOfWorkingDay(from, chance.whole(2, 7)))
  await requestExtension(
    store,
    owner,
    { id, kind: 'RESOLVE', until, reason: chance.pick(phrases.extensionReasons) },
    now,
  )
  const usual = calendar.add(now, chance.whole(60, 500) * MINUTE)
  // Some decisions wait for the next meeting.
  const decided = extras.happens(0.3) ? calendar.add(usual, extras.whole(1_200, 2_400) * MINUTE) : usual
  yield decided
  const request = (await recordOf(scene, id)).extensions.find(({ decision }) => decision === 'PENDING')
  if (!request) return
  const approve = chance.happens(0.7)
  const note = approve ? null : chance.pick(phrases.extensionRefusals)
  await decideExtension(store, cast.leader, { extensionId: request.id, approve, note }, decided)
}

async function* finish(
  scene: Scene,
  id: number,
  owner: Actor,
  now: number,
): AsyncGenerator<number, void, void> {
  const { store, chance, cast, plot } = scene
  const { calendar } = await loadRules(store.db, owner.provinceId)
  const solution = plot.solution || phrases.solutions[plot.category]
  await tickStep(scene, id, owner, now, Infinity)
  await resolveObstacle(store, owner, { id, solution }, now)
  let looked = calendar.add(now, chance.whole(60, 1_200) * MINUTE)
  yield looked
  if (chance.happens(0.07)) {
    await reopenObstacle(store, cast.secretary, { id, reason: chance.pick(phrases.reopenings) }, looked)
    const mended = calendar.add(looked, chance.whole(300, 1_500) * MINUTE)
    yield mended
    await resolveObstacle(store, owner, { id, solution }, mended)
    looked = calendar.add(mended, chance.whole(60, 800) * MINUTE)
    yield looked
  }
  await verifyObstacle(store, cast.secretary, { id }, looked)
}

async function recordOf({ store, cast }: Scene, id: number): Promise<ObstacleRecord> {
  const record = (await loadRecords(store.db, cast.secretary.provinceId, [id])).get(id)
  if (!record) throw new Error(`the story has lost obstacle ${id}`)
  return record
}

/** The letter that an obstacle came with, and the step of the single window where it stands. */
function lettersOf({ plot, extras }: Scene, date: JalaliDate): Partial<LogObstacleInput> {
  const windowStep =
    plot.subjectKind === 'SINGLE_WINDOW' && extras.happens(0.6) ? extras.pick(phrases.windowSteps) : null
  if (!extras.happens(0.4)) return { windowStep }
  const letterDate = addDays(date, -extras.whole(0, 6))
  const letterNumber = `${extras.whole(201, 289)}/${letterDate.slice(0, 4)}/${extras.whole(1_000, 9_999)}`
  return { windowStep, letterNumber, letterDate }
}
