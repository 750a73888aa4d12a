import { Client, types, type CustomTypesConfig, type PoolConfig } from 'pg'

/** A server that can't be used; the message is the one line that the user sees, without the password. */
export class DatabaseServerError extends Error {}

const OLDEST = 15

/** Counts, ids and instants are whole numbers that JavaScript holds exactly: int8 and numeric. */
const whole = [types.builtins.INT8, types.builtins.NUMERIC]
const numbers: CustomTypesConfig = {
  getTypeParser: (type, format) => (whole.includes(type) ? Number : types.getTypeParser(type, format)),
}

export function poolConfig(url: string): PoolConfig {
  return {
    connectionString: url,
    application_name: 'goshayesh',
    max: 10,
    pipeline: true,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    types: numbers,
  }
}

/** Throws DatabaseServerError unless the server answers, lets us in and is new enough. */
export async function checkServer(url: string): Promise<void> {
  const place = placeOf(url)
  const client = new Client({ ...poolConfig(url) })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string }>('show server_version_num')
    const version = Math.floor(Number(rows[0]?.version) / 10_000)
    if (version < OLDEST)
      throw new DatabaseServerError(`PostgreSQL ${OLDEST} or later is needed; ${place} is ${version}`)
  } catch (error) {
    if (error instanceof DatabaseServerError) throw error
    throw new DatabaseServerError(`the database server ${place} can't be used: ${reasonOf(error)}`)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Host, port and database of an address: what may be shown of it. */
function placeOf(url: string): string {
  const parsed = URL.parse(url)
  if (!parsed) throw new DatabaseServerError('DATABASE_URL is no address that can be read')
  return `${parsed.hostname || 'localhost'}:${parsed.port || '5432'}${parsed.pathname}`
}

function reasonOf(error: unknown): string {
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error
  return first instanceof Error ? first.message : String(first)
}
