import { execFile } from 'node:child_process'
import type { KeyObject } from 'node:crypto'
import { existsSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { FastifyInstance } from 'fastify'
import { realClock, simulatedClock, type Clock } from './clock.ts'
import { countOwed } from './commands/enforceDeadlines.ts'
import type { Store } from './commands/transact.ts'
import { sweepAttachments } from './commands/sweepAttachments.ts'
import { DEMO_NOW, readConfig, type Config } from './config.ts'
import { readAuditKey } from './database/auditKey.ts'
import { uncommitted } from './database/commit.ts'
import { connect, type Database } from './database/connect.ts'
import { isPostgresUrl } from './database/dialects.ts'
import { listen } from './database/listen.ts'
import { DEMO_PASSWORD, seedDemo } from './demo/seedDemo.ts'
import { explainFault } from './explainFault.ts'
import { FileStore, filesBeside } from './files/FileStore.ts'
import { createHttp } from './http.ts'
import { runBackups, type Backups } from './jobs/runBackups.ts'
import { runEnforcer, type Enforcer } from './jobs/runEnforcer.ts'
import { WorkThread } from './jobs/WorkThread.ts'
import { createLive, type Live } from './live.ts'
import { Metrics } from './metrics.ts'
import { isEmpty, openDemo, openInstallation } from './registry/openInstallation.ts'
import { keepToOwnAccount } from './runCommand.ts'

const root = join(import.meta.dirname, '..', '..')

/*
 * Configuration, database, web server, and all that happens unasked: the enforcer wakes at the next instant
 * owed, live updates follow each commit, of other servers too, and once a day the database is copied.
 */
async function main(): Promise<void> {
  const config = readConfig(process.argv.includes('--demo') ? 'demo' : 'serve', process.env, root)
  const db = await openDatabase(config)
  const clock = await openClock(config, db)
  const live = await createLive(db, (error) => app.log.error(error))
  const metrics = new Metrics()
  const committed = () => {
    live.wake()
    enforcer.wake()
  }
  const thread = new WorkThread(db, config.database, committed)
  const store: Store = { db, committed, thread }
  const files = new FileStore(folderOfFiles(config))
  const app = await createHttp({
    store,
    clock,
    live,
    files,
    metrics,
    metricsToken: config.metricsToken,
    isStuck: () => enforcer.health().stuck,
    publicUrl: config.publicUrl,
    requestRate: config.requestRate,
    secondFactorRoles: config.secondFactorRoles,
    trustedProxies: config.trustedProxies,
    openSchema: config.mode === 'demo',
    logLevel: config.logLevel,
    webFolder: join(root, 'web', 'dist'),
  })
  const enforcer = runEnforcer(store, clock, (error) => app.log.error(error, 'the enforcer will try again'))
  const others = await listen(config.database, committed, (error) => app.log.error(error))
  await app.listen({ host: config.host, port: config.port })
  await sweepAttachments(store, files)
  const backups = config.backups && backUp(config.backups, config, clock, app)
  watch(metrics, { store, clock, live, enforcer, backups })
  closeOnSignal(app, async () => {
    await app.close()
    await others.close()
    await live.close()
    await enforcer.stop()
    await backups?.stop()
    await thread.close()
    await db.destroy()
  })
  await announce(config, app, db)
  // Else it is kept at a gentle end alone, and after a crash all is compiled anew.
  flushCompileCache()
}

async function openDatabase(config: Config): Promise<Database> {
  const auditKey = readAuditKey(config.database, config.auditKey)
  if (config.mode === 'demo' && !(await isMade(config.database, auditKey))) {
    console.log('Replaying the demo history …')
    await seedDemo(config.database, DEMO_NOW, { folderOfFiles: folderOfFiles(config), auditKey })
  }
  const db = await connect(config.database, { auditKey })
  if (config.mode === 'serve') await openInstallation(db)
  else await openDemo(db)
  return db
}

function folderOfFiles({ files, database }: Config): string {
  return files ?? filesBeside(database)
}

async function isMade(location: string, auditKey: KeyObject): Promise<boolean> {
  if (!isPostgresUrl(location)) return existsSync(location)
  const db = await connect(location, { auditKey })
  try {
    return !(await isEmpty(db))
  } finally {
    await db.destroy()
  }
}

/** A simulated clock never shows less than what the database has already recorded. */
async function openClock({ clock }: Config, db: Database): Promise<Clock> {
  if (!clock) return realClock
  const { last } = await db
    .selectFrom('event')
    .select((eb) => eb.fn.max('recorded_at').as('last'))
    .executeTakeFirstOrThrow()
  return simulatedClock(Math.max(clock.start, last ?? clock.start), clock.speed)
}

/** In a process of its own: copying and checking a large file would hold up everybody. */
function backUp(
  plan: NonNullable<Config['backups']>,
  { database }: Config,
  clock: Clock,
  app: FastifyInstance,
): Backups {
  const run = promisify(execFile)
  const copy = async (target: string, earlier: string | undefined, signal: AbortSignal) => {
    const script = join(import.meta.dirname, 'backup.ts')
    await run(process.execPath, [script, target, ...(earlier === undefined ? [] : [earlier])], {
      env: { ...process.env, DATABASE_URL: database },
      signal,
    })
  }
  return runBackups(clock, { ...plan, copy }, (error) => app.log.error(error))
}

interface Watched {
  store: Store
  clock: Clock
  live: Live
  enforcer: Enforcer
  backups: Backups | null
}

/** More than this is a long line, however long. */
const MOST_COUNTED = 10_000

function watch(metrics: Metrics, { store, clock, live, enforcer, backups }: Watched): void {
  metrics.watchProcess()
  metrics.watch('commands_in_hand', 'Commands that wait for their commit.', () => uncommitted(store.db))
  metrics.watch(
    'enforcer_backlog',
    `Clocks on which something is owed by now; ${MOST_COUNTED} stands for that many or more.`,
    () => countOwed(store.db, clock.now(), MOST_COUNTED),
  )
  metrics.watch('live_waiting_events', 'Events that subscriptions have not been told yet.', () =>
    live.waiting(),
  )
  metrics.watch(
    'enforcer_lag_seconds',
    'How late the earliest act owed is.',
    () => enforcer.health().lag / 1000,
  )
  metrics.watch(
    'enforcer_aside',
    'Obstacles on which what is owed fails and is tried again.',
    () => enforcer.health().aside,
  )
  if (backups) {
    const newest = () => (backups.health().newest ?? 0) / 1000
    metrics.watch(
      'backup_newest_timestamp_seconds',
      'When the newest backup was made; 0 without one.',
      newest,
    )
    metrics.watch(
      'backup_failures',
      'How often in a row the daily backup failed.',
      () => backups.health().failures,
    )
  }
  metrics.watch('enforcer_stuck', '1 where the enforcer has come to a stop.', () =>
    Number(enforcer.health().stuck),
  )
}

/** What is in hand is done to its end, if that comes within this; a supervisor kills soon after. */
const GRACE = 4_500

function closeOnSignal(app: FastifyInstance, close: () => Promise<void>): void {
  let closing = false
  const onSignal = () => {
    if (closing) return
    closing = true
    setTimeout(() => {
      app.log.warn('requests in hand were cut: they took too long')
      process.exit(0)
    }, GRACE)
    void close().then(
      () => process.exit(0),
      (error: unknown) => {
        app.log.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

async function announce(config: Config, app: FastifyInstance, db: Database): Promise<void> {
  const address = app.server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  console.log(`Goshayesh listening on http://${config.host}:${port}`)
  if (config.mode === 'demo') {
    console.log(`Demo accounts, password ${DEMO_PASSWORD}:`)
    console.log('  secretary@golestan.example   steers: triages, assigns, verifies')
    console.log('  leader@golestan.example      reviews, decides on extensions')
    console.log('  ict@golestan.example         official of an agency; so is <agency-code>@golestan.example')
    console.log('  admin@golestan.example       administers')
    console.log('  viewer@golestan.example      reads')
    return
  }
  const anybody = await db.selectFrom('user').select('id').limit(1).executeTakeFirst()
  if (!anybody) {
    console.log('Nobody can sign in yet. Create the first administrator:')
    console.log('  npm run account -- add admin@your.domain "Name" ADMINISTRATOR')
  }
}

keepToOwnAccount()
try {
  await main()
} catch (error) {
  console.error(`Goshayesh can't start: ${explainFault(error)}`)
  process.exit(1)
}
