import { simulatedClock, type Clock } from '../../../server/src/clock.ts'
import { runEnforcer } from '../../../server/src/jobs/runEnforcer.ts'
import { openDatabaseAt } from '../../helpers/engines.ts'
import { serveHttp } from '../../helpers/serveHttp.ts'
import { answerParent } from './Child.ts'

/** How far the clock moves on with each request, once it moves: what is kept for a second is made anew. */
const STRIDE = 1_001

/*
 * A server of its own on a database, whose clock stands where it is put. "move" and "stand" tell whether it moves on with
 * each request; "write" writes something; "tick" lets the enforcer do what is owed until then, and answers with the
 * milliseconds that it took.
 */
const [location = '', start = ''] = process.argv.slice(2)
let now = Number(start)
let stride = 0
const clock: Clock = { ...simulatedClock(now), now: () => now }
const { db } = await openDatabaseAt(location, { durable: true })
const { app, url, store } = await serveHttp({ store: { db, committed: () => {} }, clock }, console.error)
app.server.prependListener('request', () => (now += stride))

answerParent(url, {
  move: () => void (stride = STRIDE),
  stand: () => void (stride = 0),
  async write() {
    await db
      .updateTable('province')
      .set((eb) => ({ last_number: eb.ref('last_number') }))
      .execute()
  },
  async tick() {
    const started = performance.now()
    const enforcer = runEnforcer(store, clock, console.error)
    const owed = db.selectFrom('deadline').select('id').where('next_at', '<=', clock.now()).limit(1)
    while (await owed.executeTakeFirst()) await new Promise((resolve) => setTimeout(resolve, 20))
    await enforcer.stop()
    return performance.now() - started
  },
})
