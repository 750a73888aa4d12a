import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isPostgresUrl } from '../../server/src/database/dialects.ts'
import { tokenHash } from '../../server/src/queries/viewerOf.ts'
import type { App } from './app.ts'
import { openDatabaseAt, postgresUrl, TEST_AUDIT_KEY } from './engines.ts'
import { Office, type Who } from './office.ts'
import { createDatabase } from './postgresDatabases.ts'

/** A database for startApp({ folder }): the province and its people, each signed in. */
export interface PreparedOffice {
  folder: string
  /** The SQLite file, or the address of the PostgreSQL database. */
  file: string
  /** For startApp, beside the folder. */
  env: Record<string, string>
  people: Office['people']
  cookie: (who: Who) => string
  remove: () => Promise<void>
}

/** `given`: an empty database of PostgreSQL to take, in the place of one of its own on the engine of this run. */
export async function prepareOffice(
  fill: (office: Office) => Promise<void> = async () => {},
  prepareFolder: (folder: string) => void = () => {},
  given?: string,
): Promise<PreparedOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'goshayesh-office-'))
  prepareFolder(folder)
  const file = given ?? (await placeFor(folder))
  const office = await Office.in(await openDatabaseAt(file))
  const cookie = await furnish(office)
  await fill(office)
  await office.close()
  return {
    folder,
    file,
    env: isPostgresUrl(file)
      ? { DATABASE_URL: file, AUDIT_KEY: TEST_AUDIT_KEY, FILES_FOLDER: join(folder, 'files') }
      : {},
    people: office.people,
    cookie,
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

async function placeFor(folder: string): Promise<string> {
  if (postgresUrl === null) return join(folder, 'goshayesh.db')
  return createDatabase(postgresUrl, `office_${randomBytes(6).toString('hex')}`)
}

/** What a server of the demo needs in its database; everybody is signed in then. */
export async function furnish({ db, people, now }: Office): Promise<(who: Who) => string> {
  await db.insertInto('installation').values({ id: 1, demo: 1 }).execute()
  const tokens = new Map<string, string>()
  for (const [who, { id }] of Object.entries(people)) {
    const token = randomBytes(32).toString('base64url')
    tokens.set(who, token)
    const session = { token_hash: tokenHash(token), user_id: id, created_at: 0, expires_at: 2 * now }
    await db.insertInto('session').values(session).execute()
  }
  return (who) => `goshayesh=${tokens.get(who)}`
}

export interface GraphqlAnswer<Data> {
  data?: Data | null
  errors?: { message: string; extensions: { code: string } }[]
}

/** One GraphQL request over HTTP. Rejects where the server can't be reached or is cut off. */
export async function post<Data = unknown>(
  app: Pick<App, 'url'>,
  cookie: string,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<GraphqlAnswer<Data>> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, ...headers },
    body: JSON.stringify({ query, variables }),
  })
  return (await response.json()) as GraphqlAnswer<Data>
}
