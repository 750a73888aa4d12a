import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { npm, pathWith } from './npm.mjs'
import { progress } from './progress.mjs'
import { ensureWritable, hashOf, readStamp, root, writeStamp } from './project.mjs'

const PNPM = 'pnpm@12.21.0'
const STAMP = join(root, 'node_modules', '.goshayesh-installed')
const PACKAGES = ['shared', 'server', 'web', 'tests']
const SOURCES = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...PACKAGES.map((name) => `${name}/package.json`)]
// The tests bring a browser of 100 MB, which a server has no use for.
const WITHOUT_TESTS = ['shared', 'server', 'web'].map((name) => `--filter=./${name}`)

/** Installs what the lockfile says, unless that was done before; without the tests' packages if they aren't needed. */
export async function installPackages(node, { withTests }) {
  const hash = hashOf(SOURCES, [root, process.platform, process.arch].join())
  const whole = `${hash} with tests`
  const stamp = withTests ? whole : `${hash} without tests`
  if ([stamp, whole].includes(readStamp(STAMP))) return
  ensureWritable()
  await progress('Installing packages', () => install(node, withTests))
  writeStamp(STAMP, stamp)
}

async function install(node, withTests) {
  try {
    await pnpmInstall(node, withTests)
  } catch (error) {
    // Somebody else installed here before: their packages are linked from a store of their own.
    if (!/ERR_PNPM_UNEXPECTED_STORE/.test(error.message)) throw error
    for (const folder of ['.', ...PACKAGES]) {
      rmSync(join(root, folder, 'node_modules'), { recursive: true, force: true })
    }
    await pnpmInstall(node, withTests)
  }
}

function pnpmInstall(node, withTests) {
  return npm(
    [
      'exec',
      '--yes',
      `--package=${PNPM}`,
      '--',
      'pnpm',
      'install',
      '--frozen-lockfile',
      // The lockfile was reviewed when it was written: its packages don't have to come of age again.
      '--config.minimumReleaseAge=0',
      '--config.confirmModulesPurge=false',
      '--reporter=append-only',
      ...(withTests ? [] : WITHOUT_TESTS),
    ],
    { env: { PATH: pathWith(node) } },
  )
}
