import { createSecretKey } from 'node:crypto'
import { Client } from 'pg'
import { connect } from '../../server/src/database/connect.ts'

const TEMPLATE = 'template_world'

/** Makes the database that those of the tests are copies of: the schema of the product, and a way to empty it. */
export async function createTemplate(server: string): Promise<void> {
  await asAdmin(server, (client) => client.query(`create database ${TEMPLATE}`))
  const location = databaseAt(server, TEMPLATE)
  // Nothing is sealed in it yet.
  await (await connect(location, { auditKey: createSecretKey(Buffer.alloc(32)) })).destroy()
  await asAdmin(location, (client) => client.query(EMPTY_ALL))
}

/** A database of this name, with the product's schema unless `bare`; one that is there already is taken as it is. */
export async function createDatabase(server: string, name: string, { bare = false } = {}): Promise<string> {
  await asAdmin(server, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount) return
    const template = bare ? '' : `template ${TEMPLATE} strategy file_copy`
    await client.query(`create database ${name} ${template}`)
  })
  return databaseAt(server, name)
}

export async function asAdmin<Result>(
  location: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: location })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function databaseAt(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

const EMPTY_ALL = `
  create function empty_all() returns void language plpgsql as $$
  declare name text;
  begin
    perform set_config('session_replication_role', 'replica', true);
    for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
      execute format('delete from %I', name);
    end loop;
    for name in select sequencename from pg_sequences where schemaname = 'public' loop
      perform setval(format('%I', name), 1, false);
    end loop;
  end $$`
