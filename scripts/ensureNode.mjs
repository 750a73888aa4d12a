import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from './npm.mjs'
import { progress } from './progress.mjs'
import { Refusal, ensureWritable, root } from './project.mjs'
import { runChild } from './runChild.mjs'

const VERSION = '24.21.0'
const PACKAGES = ['linux-x64', 'linux-arm64', 'win-x64']

/**
 * The path of a Node that runs TypeScript as it stands: the one at hand if it is new enough, else one that npm fetches
 * into .runtime/. Nothing of the server may be loaded before: its database driver crashes under an older Node.
 */
export async function ensureNode() {
  if (runsTypeScript(process.versions.node)) return process.execPath
  const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  if (!PACKAGES.includes(platform) || isMusl()) {
    throw new Refusal(
      `Goshayesh needs Node 24; this is ${process.version}. Please install Node 24 and start again.`,
    )
  }
  const folder = join(root, '.runtime', `node-${VERSION}`)
  const node = join(
    folder,
    'node_modules',
    `node-${platform}`,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  if (!(await isWhole(node))) {
    ensureWritable()
    await progress(`Fetching Node ${VERSION} (this is ${process.version})`, () => fetchNode(folder, node))
  }
  return node
}

/** Whether a Node of this version strips types without being asked: ^22.18 || ^24 || >=26. */
export function runsTypeScript(version) {
  const [major, minor] = version.split('.').map(Number)
  return (major === 22 && minor >= 18) || major === 24 || major >= 26
}

async function fetchNode(folder, node) {
  mkdirSync(folder, { recursive: true })
  for (const name of ['package.json', 'package-lock.json']) {
    copyFileSync(join(root, 'scripts', 'runtime', name), join(folder, name))
  }
  await npm(['ci', '--ignore-scripts', '--include=optional', '--no-audit', '--no-fund'], { cwd: folder })
  // npm passes over a package for one platform that it can't fetch, without an error.
  if (!existsSync(node))
    throw new Refusal(`Node ${VERSION} could not be fetched from the npm registry. Please install Node 24.`)
  if (!(await isWhole(node))) throw new Refusal(`Node ${VERSION} doesn't run here. Please install Node 24.`)
}

async function isWhole(node) {
  if (!existsSync(node)) return false
  const { code, output } = await runChild(node, ['--version'], { capture: true })
  return code === 0 && output.trim() === `v${VERSION}`
}

function isMusl() {
  if (process.platform !== 'linux') return false
  process.report.excludeNetwork = true
  return !process.report.getReport().header.glibcVersionRuntime
}
