import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Database } from './database/connect.ts'
import type { Metrics } from './metrics.ts'

export interface HealthParts {
  db: Database
  /** Whether what happens unasked has come to a stop. */
  isStuck: () => boolean
  metrics: Metrics
  /** Who bears it may read the figures; null: nobody may. */
  metricsToken: string | null
}

/** "/healthz": the process answers. "/readyz": it can do its work. "/metrics": figures, for who bears the token. */
export function serveHealth(app: FastifyInstance, { db, isStuck, metrics, metricsToken }: HealthParts): void {
  let draining = false
  app.addHook('preClose', async () => {
    draining = true
  })
  app.get('/healthz', () => ({ status: 'ok' }))
  app.get('/readyz', async (request, reply) => {
    // Migrations are done before this listens, so a database that answers is one of this version.
    const answers = await db
      .selectFrom('installation')
      .select('id')
      .executeTakeFirst()
      .catch((error: unknown) => {
        request.log.error(error)
      })
    const failing = [
      ...(answers ? [] : ['database']),
      ...(isStuck() ? ['enforcer'] : []),
      ...(draining ? ['draining'] : []),
    ]
    if (failing.length === 0) return { status: 'ok' }
    return reply.code(503).send({ status: 'unavailable', failing })
  })
  if (metricsToken === null) return
  app.get('/metrics', async (request, reply) => {
    if (!isSame(request.headers.authorization ?? '', `Bearer ${metricsToken}`))
      return reply.code(401).header('www-authenticate', 'Bearer').send({ error: 'METRICS_TOKEN is expected' })
    const { type, text } = await metrics.text()
    return reply.header('cache-control', 'no-store').type(type).send(text)
  })
}

/** In a time that says nothing of where they differ. */
function isSame(given: string, expected: string): boolean {
  const [one, other] = [given, expected].map((text) => createHash('sha256').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}
