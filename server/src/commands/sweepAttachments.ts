import { realClock } from '../clock.ts'
import { isPostgres } from '../database/dialects.ts'
import type { FileStore } from '../files/FileStore.ts'
import type { Store } from './transact.ts'

const DAY = 86_400_000

/**
 * Mends what a crash or a restored backup left: a file without a row goes, a row without its file is not shown
 * until the file is back. An upload in hand is left alone.
 */
export async function sweepAttachments(store: Store, files: FileStore): Promise<void> {
  const there = new Set(await files.list())
  const rows = await store.db.selectFrom('attachment').select(['id', 'file', 'lost']).execute()
  const known = new Set(rows.map(({ file }) => file))
  // Servers on one PostgreSQL may share the folder: there it could be what another one is just receiving.
  const youngest = isPostgres(store.db) ? realClock.now() - DAY : Infinity
  for (const file of there)
    if (!known.has(file) && (await files.writtenAt(file)) < youngest) await files.discard(file)
  const changed = rows.filter(({ file, lost }) => there.has(file) === (lost === 1))
  if (changed.length === 0) return
  await store.db.transaction().execute(async (db) => {
    for (const { id, lost } of changed)
      await db
        .updateTable('attachment')
        .set({ lost: lost === 1 ? 0 : 1 })
        .where('id', '=', id)
        .execute()
  })
}
