import { hash } from 'node:crypto'
import type { RawBuilder } from 'kysely'
import { actorOf, type Actor } from '../records/Actor.ts'
import type { Stamps } from '../records/Rules.ts'
import type { Database } from '../database/connect.ts'
import { anyOf, stateOf } from '../database/dialects.ts'
import { inSameTurn } from '../database/inSameTurn.ts'
import { statement, type Places } from '../database/statement.ts'

/** Who the session's token belongs to, or null: no such session, run out, signed out or suspended. */
export async function viewerOf(db: Database, token: string | null, now: number): Promise<Actor | null> {
  const found = token === null ? null : await seatOf(db, token, now)
  return found?.viewer ?? null
}

/** Whom a session is of, and whether he or she signs in with more than a password. */
export interface Session {
  viewer: Actor
  hasSecondFactor: boolean
}

/** A session, and what stands for all that its person may be answered with. */
export interface Seat extends Session {
  times: SessionTimes
  /** Of the viewer's province. */
  stamps: Stamps
  /** Of the database. */
  state: string
}

/** What the end of a session hangs on. */
export interface SessionTimes {
  created_at: number
  used_at: number | null
  expires_at: number
  password_expires_at: number | null
}

export async function seatOf(db: Database, token: string, now: number): Promise<Seat | null> {
  return seatOfHash(db, { hash: tokenHash(token), now })
}

/** Requests that come in together are one statement. */
const seatOfHash = inSameTurn(
  async (db, asked: { hash: string; now: number }[]): Promise<(Seat | null)[]> => {
    const hashes = [...new Set(asked.map(({ hash }) => hash))]
    const users = await seats(db, { hashes, now: Math.max(...asked.map(({ now }) => now)) })
    const byHash = new Map(users.map((user) => [user.token_hash, user]))
    return asked.map(({ hash }) => {
      const user = byHash.get(hash)
      if (!user) return null
      const { rulesStamp, directoryStamp, state } = user
      return { ...sessionOf(user), times: user, stamps: { rulesStamp, directoryStamp }, state }
    })
  },
)

/** Many at once, by their tokens: those that are over are left out. */
export async function sessionsOf(db: Database, tokens: string[], now: number): Promise<Map<string, Session>> {
  const byHash = new Map(tokens.map((token) => [tokenHash(token), token]))
  const users = await manySessions(db, { hashes: [...byHash.keys()], now })
  return new Map(users.map((user) => [byHash.get(user.token_hash) ?? '', sessionOf(user)]))
}

function sessionOf(user: Parameters<typeof actorOf>[0] & { confirmed_at: number | null }): Session {
  return { viewer: actorOf(user), hasSecondFactor: user.confirmed_at !== null }
}

const seats = statement((db, value: Places<{ hashes: string[]; now: number }>) =>
  usersOfSessions(db, value('now'))
    .innerJoin('province', 'province.id', 'user.province_id')
    .select(['province.rules_stamp as rulesStamp', 'province.directory_stamp as directoryStamp'])
    .select(['session.created_at', 'session.used_at', 'session.expires_at', 'user.password_expires_at'])
    .select(stateOf(db).as('state'))
    .where('session.token_hash', ...anyOf(db, 'text', value('hashes'))),
)

const manySessions = statement((db, value: Places<{ hashes: string[]; now: number }>) =>
  usersOfSessions(db, value('now')).where('session.token_hash', ...anyOf(db, 'text', value('hashes'))),
)

function usersOfSessions(db: Database, now: RawBuilder<number>) {
  return db
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.user_id')
    .leftJoin('second_factor', 'second_factor.user_id', 'user.id')
    .select(['user.id', 'user.name', 'user.role', 'user.agency_code', 'user.province_id'])
    .select(['session.token_hash', 'second_factor.confirmed_at'])
    .where('session.expires_at', '>', now)
    .where('user.suspended_at', 'is', null)
}

export function tokenHash(token: string): string {
  return hash('sha256', token)
}
