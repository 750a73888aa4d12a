import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { npm, pathWith } from './npm.mjs'
import { progress } from './progress.mjs'
import { readStamp, root, writeStamp } from './project.mjs'

const PEER = 'postgraphile@5.1.4'
const FOLDER = join(root, 'artifacts', 'peer')
const STAMP = join(FOLDER, 'installed')

/** Installs what the bench measures beside ours, 300 MB in a folder of its own; answers with what the bench is told of it. */
export async function installPeer(node) {
  try {
    if (readStamp(STAMP) !== PEER) {
      mkdirSync(FOLDER, { recursive: true })
      await progress(`Installing ${PEER} to measure beside it`, () =>
        npm(
          ['install', '--prefix', FOLDER, '--no-save', '--no-package-lock', '--no-audit', '--no-fund', PEER],
          { cwd: FOLDER, env: { PATH: pathWith(node) } },
        ),
      )
      writeStamp(STAMP, PEER)
    }
    return { BENCH_POSTGRAPHILE: FOLDER }
  } catch (error) {
    return { BENCH_POSTGRAPHILE_FAULT: error.message }
  }
}
