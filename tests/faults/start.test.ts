import { expect, test } from 'vitest'
import { startApp } from '../helpers/app.ts'

// mkdir says there that /proc is not, and that it is, in turn.
const nowhere = ['/proc/goshayesh.sqlite', '/proc/goshayesh/live.sqlite', '/dev/null/live.sqlite']
test.each(nowhere)('a database at %s is refused in one line', async (path) => {
  const started = startApp({ env: { DATABASE_URL: path } })
  await expect(started).rejects.toThrow(
    /ended before it listened \(1\)[^]*Goshayesh can't start: the database can't be written where DATABASE_URL points: .*\s*$/,
  )
})
