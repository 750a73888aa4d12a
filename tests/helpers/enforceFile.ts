import { enforceDeadlines } from '../../server/src/commands/enforceDeadlines.ts'
import { openDatabaseAt } from './engines.ts'

const [location = '', now = '', batch = ''] = process.argv.slice(2)

/** A process of its own that does what is owed in a database up to an instant, and tells of each batch. */
const { db, close } = await openDatabaseAt(location)
const store = { db, committed: () => {} }
process.stdout.write('ready\n')
for (let done = 1; done > 0;) {
  done = await enforceDeadlines(store, Number(now), Number(batch))
  process.stdout.write(`${done}\n`)
}
await close()
