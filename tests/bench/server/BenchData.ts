import { copyFileSync, constants, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isPostgresUrl } from '../../../server/src/database/dialects.ts'
import { asAdmin, createDatabase } from '../../helpers/postgresDatabases.ts'
import { startPostgres, type Postgres } from '../../helpers/startPostgres.ts'
import { fillCountry } from './fillCountry.ts'
import { fillDue } from './fillDue.ts'

export const engines = ['SQLite', 'PostgreSQL'] as const
export type Engine = (typeof engines)[number]

/** 31 provinces with history; one province in which all is open; one in which 100,000 breach at one instant. */
export type Kind = 'country' | 'province' | 'due'

const fill: Record<Kind, (location: string, size: number) => Promise<number>> = {
  country: (location, size) => fillCountry(location, { obstacles: size, provinces: 31 }),
  province: (location, size) => fillCountry(location, { obstacles: size, provinces: 1, open: true }),
  due: (location, size) => fillDue(location, Math.min(size, 100_000), size),
}

/** What is measured, made once: in the folder BENCH_DATA it stays for the next run, else it goes with this one. */
export class BenchData {
  readonly #folder: string
  readonly #isKept: boolean
  readonly #postgres: Postgres | null

  static async open(wanted: Engine[]): Promise<BenchData> {
    const given = process.env['BENCH_DATA']
    const folder = given ?? mkdtempSync(join(tmpdir(), 'goshayesh-bench-'))
    mkdirSync(folder, { recursive: true })
    const kept = given === undefined ? {} : { data: join(folder, 'postgres') }
    const postgres = wanted.includes('PostgreSQL') ? await startPostgres({ durable: true, ...kept }) : null
    return new BenchData(folder, given !== undefined, postgres)
  }

  private constructor(folder: string, isKept: boolean, postgres: Postgres | null) {
    this.#folder = folder
    this.#isKept = isKept
    this.#postgres = postgres
  }

  /** Of the process whose children serve PostgreSQL's connections. */
  get postmaster(): number | null {
    return this.#postgres?.pid ?? null
  }

  /** Where the data is, to be read. Tells `made` how many obstacles were made in how many seconds, if they weren't there. */
  async take(
    engine: Engine,
    kind: Kind,
    size: number,
    made: (obstacles: number, seconds: number) => void = () => {},
  ): Promise<string> {
    const name = `${kind}_${size}`
    const make = async (location: string) => {
      const begun = performance.now()
      const obstacles = await fill[kind](location, size)
      made(obstacles, (performance.now() - begun) / 1000)
    }
    return engine === 'SQLite' ? this.#takeFile(name, make) : this.#takeDatabase(name, make)
  }

  /** A copy of the data, to be written to; `leave` removes it. */
  async copy(engine: Engine, kind: Kind, size: number): Promise<string> {
    const original = await this.take(engine, kind, size)
    const copy = engine === 'SQLite' ? join(this.#folder, 'copy.sqlite') : this.#databaseAt('copy')
    // Left by a run that was killed.
    await this.leave(copy)
    if (engine === 'SQLite') {
      // What a run that was killed left in the log belongs to it.
      for (const end of ['', '-wal', '.key'].filter((end) => existsSync(original + end)))
        copyFileSync(original + end, copy + end, constants.COPYFILE_FICLONE)
      return copy
    }
    await this.#admin(`create database copy template ${kind}_${size} strategy file_copy`)
    return copy
  }

  /** An empty database of PostgreSQL, to be written to; `leave` removes it. */
  async empty(): Promise<string> {
    await this.leave(this.#databaseAt('copy'))
    return createDatabase(this.#server, 'copy', { bare: true })
  }

  async leave(copy: string): Promise<void> {
    if (isPostgresUrl(copy)) await this.#admin('drop database if exists copy with (force)')
    else for (const end of fileEnds) rmSync(copy + end, { force: true })
  }

  async close(): Promise<void> {
    await this.#postgres?.stop()
    if (!this.#isKept) rmSync(this.#folder, { recursive: true })
  }

  async #takeFile(name: string, make: (location: string) => Promise<void>): Promise<string> {
    const file = join(this.#folder, `${name}.sqlite`)
    if (existsSync(file)) return file
    const part = join(this.#folder, 'part.sqlite')
    for (const end of fileEnds) rmSync(part + end, { force: true })
    await make(part)
    renameSync(`${part}.key`, `${file}.key`)
    renameSync(part, file)
    return file
  }

  async #takeDatabase(name: string, make: (location: string) => Promise<void>): Promise<string> {
    const found = `select from pg_database where datname = '${name}'`
    const isThere = await asAdmin(this.#server, async (client) => (await client.query(found)).rowCount)
    if (isThere) return this.#databaseAt(name)
    await this.#admin('drop database if exists part with (force)')
    const part = await createDatabase(this.#server, 'part', { bare: true })
    await make(part)
    await asAdmin(part, (client) => client.query('vacuum analyze'))
    await this.#admin(`alter database part rename to ${name}`)
    return this.#databaseAt(name)
  }

  get #server(): string {
    return this.#postgres?.url ?? ''
  }

  async #admin(statement: string): Promise<void> {
    await asAdmin(this.#server, (client) => client.query(statement))
  }

  #databaseAt(name: string): string {
    return this.#server.replace(/[^/]*$/, name)
  }
}

const fileEnds = ['', '-wal', '-shm', '.key']
