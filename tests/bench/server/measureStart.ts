import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isPostgresUrl } from '../../../server/src/database/dialects.ts'
import { startApp } from '../../helpers/app.ts'
import { TEST_AUDIT_KEY } from '../../helpers/engines.ts'
import type { BenchTable } from './BenchTable.ts'
import { Child } from './Child.ts'
import { timed } from './drive.ts'

/** From the command until the whole server has answered once. */
export async function measureStart(table: BenchTable, location: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'goshayesh-start-'))
  const key = isPostgresUrl(location)
    ? { AUDIT_KEY: TEST_AUDIT_KEY, FILES_FOLDER: join(folder, 'files') }
    : {}
  const starts: { stop: () => Promise<void> }[] = []
  try {
    const ours = await timed(async () => {
      const app = await startApp({ folder, env: { DATABASE_URL: location, ...key } })
      starts.push(app)
      await fetch(`${app.url}/readyz`)
    })
    const beside = await timed(async () => {
      const limit = await Child.start('serveLimit', [location])
      starts.push(limit)
      await fetch(`${limit.url}/overdue`)
    })
    table.row({ what: 'cold start of the whole server', ours, beside, unit: 'ms' })
  } finally {
    for (const one of starts) await one.stop()
    rmSync(folder, { recursive: true })
  }
}
