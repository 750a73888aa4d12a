import { existsSync } from 'node:fs'
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

// npm tells where it is when it runs a script; otherwise it lies beside node.
function npmScript() {
  const told = process.env.npm_execpath
  if (told && basename(told) === 'npm-cli.js') return told
  const bin = dirname(process.execPath)
  const script = ['../lib/node_modules', 'node_modules', '../share/nodejs']
    .map((folder) => join(bin, folder, 'npm/bin/npm-cli.js'))
    .find((path) => existsSync(path))
  if (!script) throw new Refusal('npm was not found: start with "npm start" instead of running the script.')
  return script
}
