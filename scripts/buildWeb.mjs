import { join } from 'node:path'
import { progress } from './progress.mjs'
import { Refusal, commandOf, ensureWritable, hashOf, readStamp, root, writeStamp } from './project.mjs'
import { runNode } from './runChild.mjs'

const SOURCES = ['web', 'shared/src', 'shared/package.json', 'pnpm-lock.yaml']
const STAMP = join(root, 'web', 'dist', '.built')

/** Builds the web client into web/dist, unless it was built from the same sources before. */
export async function buildWeb(node) {
  const stamp = hashOf(SOURCES)
  if (readStamp(STAMP) === stamp) return
  ensureWritable()
  await progress('Building the web client', async () => {
    const { code, output } = await runNode(node, [commandOf('web', 'vite'), 'build', '--logLevel', 'warn'], {
      cwd: join(root, 'web'),
      env: { ...process.env, NODE_ENV: 'production' },
      capture: true,
    })
    if (code !== 0) throw new Refusal(`${output.trim()}\nThe web client could not be built (${code}).`)
  })
  writeStamp(STAMP, stamp)
}
