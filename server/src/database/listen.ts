import { Client } from 'pg'
import { isPostgresUrl, NEWS } from './dialects.ts'
import { poolConfig } from './postgresServer.ts'

export interface Listening {
  close(): Promise<void>
}

const FIRST_WAIT = 100
const LONGEST_WAIT = 5_000
const HEARTBEAT = 10_000

/**
 * Calls `heard` whenever another server on this database has committed something, on a connection of its own. A lost
 * connection is made again, and then `heard` is called for what may have been told meanwhile.
 */
export async function listen(
  location: string,
  heard: () => void,
  report: (error: unknown) => void,
): Promise<Listening> {
  if (!isPostgresUrl(location)) return { close: async () => {} }
  const listener = new Listener(location, heard, report)
  await listener.start()
  return listener
}

class Listener implements Listening {
  readonly #location: string
  readonly #heard: () => void
  readonly #report: (error: unknown) => void
  #client: Client | null = null
  #timer: NodeJS.Timeout | undefined
  #wait = FIRST_WAIT
  #closed = false

  constructor(location: string, heard: () => void, report: (error: unknown) => void) {
    this.#location = location
    this.#heard = heard
    this.#report = report
  }

  async start(): Promise<void> {
    const client = new Client({
      ...poolConfig(this.#location),
      application_name: 'goshayesh listener',
      query_timeout: HEARTBEAT,
    })
    client.on('notification', () => this.#heard())
    client.on('error', (error) => this.#lost(client, error))
    client.on('end', () => this.#lost(client, null))
    try {
      await client.connect()
      await client.query(`listen ${NEWS}`)
    } catch (error) {
      client.end().catch(() => {})
      throw error
    }
    // Closed meanwhile.
    if (this.#closed) return client.end()
    this.#client = client
    this.#wait = FIRST_WAIT
    this.#beat(client)
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    await this.#client?.end().catch(() => {})
  }

  /** A connection that died without a word is found out by asking. */
  #beat(client: Client): void {
    this.#timer = setTimeout(() => {
      client.query('select 1').then(
        () => client === this.#client && this.#beat(client),
        (error: unknown) => this.#lost(client, error),
      )
    }, HEARTBEAT)
  }

  #lost(client: Client, error: unknown): void {
    if (this.#closed || client !== this.#client) return
    if (error) this.#report(error)
    this.#client = null
    client.end().catch(() => {})
    this.#comeBack()
  }

  #comeBack(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.start().then(
        () => !this.#closed && this.#heard(),
        () => {
          this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT)
          if (!this.#closed) this.#comeBack()
        },
      )
    }, this.#wait)
  }
}
