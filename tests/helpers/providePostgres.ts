import { createTemplate } from './postgresDatabases.ts'
import { startPostgres } from './startPostgres.ts'

/** Before all suites that run on PostgreSQL: one server for all of them. Gives what stops it. */
export default async function providePostgres(): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres()
  await createTemplate(url)
  process.env['TEST_POSTGRES'] = url
  return stop
}
