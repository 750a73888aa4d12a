import type { Database } from '../database/connect.ts'
import type { AgencyRow, ServiceRow } from '../database/tables.ts'
import { agenciesOf } from '../queries/agenciesOf.ts'
import { peopleByIds, type Person } from '../queries/peopleByIds.ts'
import { servicesOf } from '../queries/servicesOf.ts'
import type { ObstacleRecord } from '../records/ObstacleRecord.ts'
import { Batch } from './Batch.ts'

/** The agencies, services and people of a province, as obstacles name them. */
export interface Names {
  agencies: Batch<string, AgencyRow>
  services: Batch<string, ServiceRow>
  people: Batch<number, Person>
}

/** So many, those that are not there included: whoever asks chooses what is looked up. */
const MOST = 20_000
let last = 0

/** Names of a province that were looked up since one of them changed. */
export class Directory implements Names {
  readonly number = ++last
  readonly stamp: number
  readonly agencies: Names['agencies']
  readonly services: Names['services']
  readonly people: Names['people']
  /** All whom these name have been looked up. */
  readonly #named = new WeakSet<Readonly<ObstacleRecord>>()

  constructor(db: Database, provinceId: number, stamp: number) {
    this.stamp = stamp
    this.agencies = new Batch(async (codes) =>
      byKey(await agenciesOf(db, provinceId, { codes }), ({ code }) => code),
    )
    this.services = new Batch(async (codes) =>
      byKey(await servicesOf(db, provinceId, { codes }), ({ code }) => code),
    )
    this.people = new Batch(async (ids) => byKey(await peopleByIds(db, provinceId, ids), ({ id }) => id))
  }

  /**
   * Looks up whom obstacles name that come for the first time: a value that is there costs a resolver nothing, and a
   * promise for each of many cards more than the cards.
   */
  async haveAtHand(records: Readonly<ObstacleRecord>[]): Promise<void> {
    const fresh = records.filter((record) => !this.#named.has(record))
    if (fresh.length === 0) return
    const ids = fresh.flatMap(({ obstacle }) => [
      obstacle.reporter_id,
      obstacle.owner_id ?? obstacle.reporter_id,
    ])
    const people = await this.people.all([...new Set(ids)])
    const codes = new Set(people.flatMap(({ agency_code }) => agency_code ?? []))
    for (const { obstacle, affectedAgencyCodes } of fresh)
      for (const code of [obstacle.agency_code, ...affectedAgencyCodes]) if (code !== null) codes.add(code)
    await this.agencies.all([...codes])
    for (const record of fresh) this.#named.add(record)
  }

  get isFull(): boolean {
    return this.agencies.size + this.services.size + this.people.size > MOST
  }
}

const kept = new WeakMap<Database, Map<number, Directory>>()

/** That of a province under this stamp. */
export function directoryOf(db: Database, provinceId: number, stamp: number): Directory {
  const directories = kept.get(db) ?? new Map<number, Directory>()
  kept.set(db, directories)
  const known = directories.get(provinceId)
  if (known?.stamp === stamp && !known.isFull) return known
  const directory = new Directory(db, provinceId, stamp)
  directories.set(provinceId, directory)
  return directory
}

export function byKey<Key, Value>(values: Value[], key: (value: Value) => Key): Map<Key, Value> {
  return new Map(values.map((value) => [key(value), value]))
}
