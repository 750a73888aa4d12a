import type { AddressInfo } from 'node:net'
import { simulatedClock, type Clock } from '../../../server/src/clock.ts'
import { FileStore } from '../../../server/src/files/FileStore.ts'
import { readTrustedProxies } from '../../../server/src/config.ts'
import { createHttp } from '../../../server/src/http.ts'
import { runEnforcer } from '../../../server/src/jobs/runEnforcer.ts'
import { createLive } from '../../../server/src/live.ts'
import { Metrics } from '../../../server/src/metrics.ts'
import { openDatabaseAt } from '../../helpers/engines.ts'
import { answerParent } from './Child.ts'

/*
 * A server of its own on a database, whose clock stands where it is put. "tick" lets the enforcer do what is owed
 * until then, and answers with the milliseconds that it took; "write" writes something.
 */
const [location = '', now = ''] = process.argv.slice(2)
const clock: Clock = { ...simulatedClock(Number(now)), now: () => Number(now) }
const { db } = await openDatabaseAt(location, { durable: true })
const live = await createLive(db, console.error)
const app = await createHttp({
  store: { db, committed: () => live.wake() },
  clock,
  live,
  files: new FileStore(''),
  metrics: new Metrics(),
  metricsToken: null,
  isStuck: () => false,
  publicUrl: null,
  requestRate: null,
  trustedProxies: readTrustedProxies(undefined),
  openSchema: true,
  logLevel: 'silent',
  webFolder: '',
})
await app.listen({ host: '127.0.0.1', port: 0 })

answerParent(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}`, {
  async write() {
    await db
      .updateTable('province')
      .set((eb) => ({ last_number: eb.ref('last_number') }))
      .execute()
  },
  async tick() {
    const started = performance.now()
    const enforcer = runEnforcer({ db, committed: () => live.wake() }, clock, console.error)
    const owed = db.selectFrom('deadline').select('id').where('next_at', '<=', clock.now()).limit(1)
    while (await owed.executeTakeFirst()) await new Promise((resolve) => setTimeout(resolve, 20))
    await enforcer.stop()
    return performance.now() - started
  },
})
