import { existsSync, realpathSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { Refusal, root } from './project.mjs'
import { runChild } from './runChild.mjs'

/** Runs npm quietly under the Node that is installed; throws a Refusal with all that it said if it fails. */
export async function npm(args, { cwd = root, env = {} } = {}) {
  const { NODE_ENV, ...inherited } = process.env
  const { code, output } = await runChild(process.execPath, [npmScript(), ...args], {
    cwd,
    env: { ...inherited, npm_config_ignore_scripts: 'true', ...env },
    capture: true,
  })
  if (code !== 0) throw new Refusal(`${output.trim()}\nnpm ${args.slice(0, 2).join(' ')} failed (${code}).`)
}

/** PATH with the folder of the given Node before all others. */
export function pathWith(node) {
  return [dirname(node), process.env.PATH].join(delimiter)
}

// npm tells where it is when it runs a script; otherwise it lies beside node or on PATH.
function npmScript() {
  const told = process.env.npm_execpath
  if (told && basename(told) === 'npm-cli.js') return told
  const folders = [dirname(process.execPath), ...(process.env.PATH ?? '').split(delimiter)]
  const script = folders
    .flatMap(npmScriptsNear)
    .find((path) => basename(path) === 'npm-cli.js' && existsSync(path))
  if (!script) throw new Refusal('npm was not found: start with "npm start" instead of running the script.')
  return script
}

function npmScriptsNear(folder) {
  const command = join(folder, 'npm')
  return [
    ...(existsSync(command) ? [realpathSync(command)] : []),
    join(folder, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(folder, 'node_modules/npm/bin/npm-cli.js'),
  ]
}
