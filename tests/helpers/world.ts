import { inspect } from 'node:util'
import type { Database } from '../../server/src/database/connect.ts'
import { createContext, type Context } from '../../server/src/graphql/Context.ts'
import { formatError } from '../../server/src/graphql/formatError.ts'
import { schema } from '../../server/src/graphql/schema.ts'
import { Feed } from '../../server/src/graphql/Feed.ts'
import { questionOf } from '../../server/src/graphql/executeShared.ts'
import { feedOf, tellShared } from '../../server/src/graphql/tellShared.ts'
import { Audience } from '../../server/src/guard/Audience.ts'
import type { Actor } from '../../server/src/records/Actor.ts'
import type { Store } from '../../server/src/commands/transact.ts'
import { createLive } from '../../server/src/live.ts'
import { Refusal, type Language } from '@goshayesh/shared/refusal'
import {
  execute,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
} from 'graphql'
import { at, holidays, officeWeek, TEHRAN } from './calendars.ts'
import { openDatabase } from './engines.ts'
import { expectKnownAsStored } from './expectKnownAsStored.ts'
import { expectSameBytes } from './expectSameBytes.ts'

/** One of each role in Golestan, a second official of another agency, and the secretary of another province. */
export type Someone =
  | 'administrator'
  | 'secretary'
  | 'leader'
  | 'viewer'
  | 'official'
  | 'neighbour'
  | 'stranger'
  | 'nobody'

export interface Answer {
  data: Record<string, unknown> | null
  errors: GraphQLFormattedError[]
}

/** A database of its own with a province, its calendar, agencies and people; and a clock that is set by hand. */
export interface World {
  db: Database
  /** Where another connection finds it, if it is in a file. */
  location: string
  store: Store
  clock: { now: number; set: (text: string) => void }
  /** The SQL statements since it was last emptied. */
  statements: string[]
  /** What the server would have logged. */
  reported: unknown[]
  as: (who: Someone) => Actor | null
  /** From now on the person is signed out, subscriptions included. */
  signOut: (who: Someone) => void
  actor: (who: Exclude<Someone, 'nobody'>) => Actor
  execute: (
    who: Someone,
    document: string,
    variables?: Record<string, unknown>,
    language?: Language,
  ) => Promise<Answer>
  /** The results of a subscription, each with a fresh context, as the server makes it. */
  subscribe: (who: Someone, document: string, variables?: Record<string, unknown>) => Promise<Subscription>
  /** Does as execute, and throws if there are errors. */
  ask: <Data>(
    who: Someone,
    document: string,
    variables?: Record<string, unknown>,
    language?: Language,
  ) => Promise<Data>
  close: () => Promise<void>
}

export interface Subscription {
  refused: GraphQLFormattedError[]
  next: () => Promise<Answer>
  end: () => Promise<void>
}

const parsed = new Map<string, DocumentNode>()

/** 1405-04-20 is a Saturday. */
export async function createWorld(): Promise<World> {
  const statements: string[] = []
  const reported: unknown[] = []
  const database = await openDatabase({ onQuery: (sql) => statements.push(sql) })
  const { db } = database
  const people = await settle(db)
  const live = await createLive(db, (error) => reported.push(error))
  const store: Store = { db, committed: () => live.wake() }
  const clock = { now: at('1405-04-20 10:15'), set: (text: string) => (clock.now = at(text)) }
  const gone = new Set<Someone>(['nobody'])
  const as = (who: Someone) => (who === 'nobody' || gone.has(who) ? null : people[who])

  const audience = new Audience({
    now: () => clock.now,
    viewers: async (tokens) =>
      new Map(
        (tokens as Someone[]).flatMap((who) => {
          const viewer = as(who)
          return viewer ? [[who, viewer] as const] : []
        }),
      ),
    report: (error) => reported.push(error),
  })
  live.listen(audience)

  const contextOf = (who: Someone, language: Language): Context => {
    return createContext({
      store,
      viewer: as(who),
      language,
      now: clock.now,
      deviceNow: clock.now,
      clock: { simulated: true, speed: 1 },
      trace: {
        operation: null,
        code: null,
        userId: null,
        requestId: null,
        report: (cause) => reported.push(cause),
      },
      session: {
        token: null,
        signIn: async ({ email }) => {
          const person = Object.values(people).find(({ name }) => `${name}@example.org` === email)
          if (!person) throw new Refusal('UNAUTHENTICATED')
          return { viewer: person }
        },
        signOut: async () => {},
      },
    })
  }
  const told = (result: ExecutionResult, language: Language): Answer => ({
    data: result.data ?? null,
    errors: (result.errors ?? []).map((error) =>
      formatError(error, language, (cause) => reported.push(cause)),
    ),
  })
  const prepare = (source: string, language: Language) => {
    try {
      const document = parsed.get(source) ?? parse(source)
      parsed.set(source, document)
      return { document, refused: told({ errors: validate(schema, document) }, language).errors }
    } catch (error) {
      const formatted = formatError(error, language, (cause) => reported.push(cause))
      return { document: null, refused: [formatted] }
    }
  }

  const world: World = {
    db,
    location: database.location,
    store,
    clock,
    statements,
    reported,
    as,
    signOut: (who) => gone.add(who),
    actor: (who) => people[who],
    async execute(who, source, variables = {}, language = 'fa') {
      const { document, refused } = prepare(source, language)
      if (!document || refused.length > 0) return { data: null, errors: refused }
      const contextValue = contextOf(who, language)
      const result = await execute({ schema, document, contextValue, variableValues: variables })
      const { length } = statements
      await expectSameBytes(document, variables, () => contextOf(who, language), result)
      statements.length = length
      return told(result, language)
    },
    async ask<Data>(who: Someone, source: string, variables?: Record<string, unknown>, language?: Language) {
      const { data, errors } = await world.execute(who, source, variables, language)
      if (errors.length > 0) throw new Error(`${JSON.stringify(errors)} ${inspect(reported.at(-1))}`)
      return data as Data
    },
    async subscribe(who, source, variables = {}) {
      const { document, refused } = prepare(source, 'fa')
      const contextValue = contextOf(who, 'fa')
      const none: Subscription = {
        refused,
        next: () => Promise.reject(new Error('the subscription was refused')),
        end: async () => {},
      }
      if (!document || refused.length > 0) return none
      const args = { schema, document, contextValue, variableValues: variables }
      const feed = await feedOf(args)
      if (!(feed instanceof Feed)) return { ...none, refused: told(feed, 'fa').errors }
      const asked = { args, question: questionOf(args) }
      /** Null: the end. */
      const results: (ExecutionResult | null)[] = []
      let wake = () => {}
      const end = () => {
        results.push(null)
        forget()
        wake()
      }
      const forget = audience.add({
        token: who,
        async hear(moment) {
          results.push(...(await tellShared(asked, feed, moment)))
          if (moment.viewer) wake()
          else end()
          return undefined
        },
        lose: end,
      })
      return {
        refused: [],
        async next() {
          while (results.length === 0) await new Promise<void>((resume) => (wake = resume))
          const [result] = results
          if (!result) throw new Error('the subscription has ended')
          results.shift()
          return told(result, 'fa')
        },
        end: async () => end(),
      }
    },
    async close() {
      await expectKnownAsStored(db)
      await live.close()
      await database.close()
    },
  }
  return world
}

async function settle(db: Database): Promise<Record<Exclude<Someone, 'nobody'>, Actor>> {
  await db.insertInto('installation').values({ id: 1, demo: 1 }).execute()
  const golestan = await province(db, 'استان گلستان', 'Golestan Province')
  const fars = await province(db, 'استان فارس', 'Fars Province')
  await db
    .insertInto('agency')
    .values([
      agency(golestan, 'ict', 'اداره کل ارتباطات و فناوری اطلاعات', 'ICT Directorate', 'OPERATING'),
      agency(golestan, 'gaz', 'شرکت گاز', 'Gas Company', 'OPERATING'),
      agency(golestan, 'sabt', 'اداره کل ثبت اسناد و املاک', 'Deeds and Properties', 'LOADED'),
      agency(fars, 'gaz', 'شرکت گاز فارس', 'Gas Company of Fars', 'OPERATING'),
    ])
    .execute()
  await db
    .insertInto('service')
    .values([
      service(golestan, 'gaz-01', 'gaz', 'انشعاب گاز', 'Gas connection', 1),
      service(golestan, 'gaz-02', 'gaz', 'نقشه حریم', 'Map of the right of way', 0),
      service(golestan, 'ict-01', 'ict', 'پروانه ارتباطی', 'Communication licence', 1),
      service(fars, 'gaz-09', 'gaz', 'انشعاب گاز', 'Gas connection', 1),
    ])
    .execute()
  return {
    administrator: await person(db, golestan, 'administrator', 'ADMINISTRATOR'),
    secretary: await person(db, golestan, 'secretary', 'SECRETARY'),
    leader: await person(db, golestan, 'leader', 'LEADER'),
    viewer: await person(db, golestan, 'viewer', 'VIEWER'),
    official: await person(db, golestan, 'official', 'OFFICIAL', 'gaz'),
    neighbour: await person(db, golestan, 'neighbour', 'OFFICIAL', 'ict'),
    stranger: await person(db, fars, 'stranger', 'SECRETARY'),
  }
}

async function province(db: Database, name_fa: string, name_en: string): Promise<number> {
  const row = { name_fa, name_en, timezone: TEHRAN, rules_stamp: crypto.randomUUID(), last_number: 100 }
  const { id } = await db.insertInto('province').values(row).returning('id').executeTakeFirstOrThrow()
  const hours = officeWeek.map(({ from, to, ...rest }) => ({
    province_id: id,
    from_date: from,
    to_date: to,
    ...rest,
  }))
  await db.insertInto('weekly_hours').values(hours).execute()
  await db
    .insertInto('closure')
    .values(holidays.map((closure) => ({ ...closure, province_id: id })))
    .execute()
  return id
}

function agency(
  province_id: number,
  code: string,
  name_fa: string,
  name_en: string,
  stage: 'LOADED' | 'OPERATING',
) {
  return { province_id, code, name_fa, name_en, kind: 'directorate', stage }
}

function service(
  province_id: number,
  code: string,
  agency_code: string,
  name_fa: string,
  name_en: string,
  in_single_window: 0 | 1,
) {
  return {
    province_id,
    code,
    agency_code,
    name_fa,
    name_en,
    audience: 'citizen',
    channel: 'online',
    in_single_window,
  }
}

async function person(
  db: Database,
  provinceId: number,
  name: string,
  role: Actor['role'],
  agencyCode: string | null = null,
): Promise<Actor> {
  const { id } = await db
    .insertInto('user')
    .values({
      province_id: provinceId,
      email: `${name}@example.org`,
      name,
      role,
      agency_code: agencyCode,
      password_hash: null,
      suspended_at: null,
      created_at: 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, name, role, agencyCode, provinceId }
}
