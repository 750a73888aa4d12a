import { openStatuses } from '@goshayesh/shared/workflow'
import { simulatedClock, type Clock } from '../../../server/src/clock.ts'
import { WorkThread } from '../../../server/src/jobs/WorkThread.ts'
import { runEnforcer } from '../../../server/src/jobs/runEnforcer.ts'
import { openDatabaseAt } from '../../helpers/engines.ts'
import { serveHttp } from '../../helpers/serveHttp.ts'
import { answerParent } from './Child.ts'

/** Apart by more than an answer is kept, and soon back, so that hardly anything becomes due meanwhile. */
const STEP = 1_001
const STEPS = 97

/*
 * A server of its own on a database, whose clock stands where it is put. "wander" lets the clock show another second each
 * time that it is asked, so that whatever time changes is made anew, and "stand" lets it stand; "write" writes something, "change" all cards of the board;
 * "tick" lets the enforcer do what is owed, and answers with the milliseconds that it took.
 */
const [location = '', start = ''] = process.argv.slice(2)
let step = 0
let asked = 0
const now = () => Number(start) + step * (asked++ % STEPS)
const clock: Clock = { ...simulatedClock(Number(start)), now }
const { db } = await openDatabaseAt(location, { durable: true })
const thread = new WorkThread(db, location, () => store.committed())
const { url, store } = await serveHttp({ store: { db, committed: () => {}, thread }, clock }, console.error)

answerParent(url, {
  wander: () => void (step = STEP),
  stand: () => void (step = 0),
  async write() {
    await db
      .updateTable('province')
      .set((eb) => ({ last_number: eb('last_number', '+', 1) }))
      .execute()
  },
  async change() {
    for (const status of openStatuses) {
      const column = db
        .selectFrom('obstacle')
        .select('id')
        .where('province_id', '=', 1)
        .where('status', '=', status)
        .orderBy('next_due_at')
        .orderBy('id')
        .limit(50)
      const ids = (await column.execute()).map(({ id }) => id)
      await db
        .updateTable('obstacle')
        .set((eb) => ({ stamp: eb('stamp', '+', 1) }))
        .where('id', 'in', ids)
        .execute()
    }
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
