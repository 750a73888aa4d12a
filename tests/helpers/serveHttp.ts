import type { AddressInfo } from 'node:net'
import { readTrustedProxies } from '../../server/src/config.ts'
import { FileStore } from '../../server/src/files/FileStore.ts'
import { createHttp, type HttpParts } from '../../server/src/http.ts'
import { createLive } from '../../server/src/live.ts'
import { Metrics } from '../../server/src/metrics.ts'

/** The real web server on a port of its own; what `given` leaves out is as quiet and as open as it can be. */
export async function serveHttp(
  given: Pick<HttpParts, 'store' | 'clock'> & Partial<HttpParts>,
  report: (error: unknown) => void = () => {},
) {
  const live = await createLive(given.store.db, report)
  const committed = () => {
    given.store.committed()
    live.wake()
  }
  const store = { ...given.store, committed }
  const app = await createHttp({
    live,
    files: new FileStore(''),
    metrics: new Metrics(),
    metricsToken: null,
    isStuck: () => false,
    publicUrl: null,
    requestRate: null,
    secondFactorRoles: [],
    trustedProxies: readTrustedProxies(undefined),
    openSchema: true,
    logLevel: 'silent',
    webFolder: '',
    ...given,
    store,
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    store,
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    close: async () => {
      await live.close()
      await app.close()
    },
  }
}
