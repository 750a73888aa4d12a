import { Client, type ClientConfig } from 'pg'

type Query = (asked: unknown, ...rest: unknown[]) => unknown

/** Each connection keeps the plans of so many texts. */
const MOST = 500
const names = new Map<string, string>()

/**
 * A connection to PostgreSQL that lets the server keep what it made of a statement: to plan one costs more than to look
 * up a few rows. A statement's name tells its text, on every connection.
 */
export class PreparingClient extends Client {
  constructor(config?: ClientConfig) {
    super(config)
    // A lost connection is told to whoever asks it something; unheard, it would end the process.
    this.on('error', () => {})
    const query = this.query.bind(this) as Query
    const prepared: Query = (text, values, ...rest) => {
      const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined
      return name === undefined ? query(text, values, ...rest) : query({ name, text, values }, ...rest)
    }
    this.query = prepared as typeof this.query
  }
}

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST || !/^\s*(select|insert|update|delete)\b/i.test(text))
    return known
  const name = `statement ${names.size + 1}`
  names.set(text, name)
  return name
}
