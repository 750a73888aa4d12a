#!/usr/bin/env node
// The door of the project, in plain JavaScript for any Node from 18 on:
//   start · serve · build · dev · test · test:faults · check · bench · generate · account · verify-audit · backup · restore ·
//   migrate-to-postgres
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildWeb } from './buildWeb.mjs'
import { ensureNode } from './ensureNode.mjs'
import { followNpm } from './followNpm.mjs'
import { installPackages } from './installPackages.mjs'
import { installPeer } from './installPeer.mjs'
import { Refusal, commandOf, root } from './project.mjs'
import { forwardSignals, runNode, stoppedBy } from './runChild.mjs'
import { runChecks } from './runChecks.mjs'
import { runTests } from './runTests.mjs'

const SERVER = join(root, 'server', 'src', 'main.ts')

const commands = {
  start: (args) => serve(['--demo', ...args]),
  serve: (args) => serve(args),
  build: async () => {
    await buildWeb(await prepare({ withTests: false }))
    return 0
  },
  dev,
  test: async (args) => runTests(await prepare({ withTests: true }), args),
  'test:faults': testFaults,
  check: async () => runChecks(await prepare({ withTests: true })),
  bench,
  generate,
  account: (args) => administer('account.ts', args),
  'verify-audit': (args) => administer('verifyAudit.ts', args),
  backup: (args) => administer('backup.ts', args),
  restore: (args) => administer('restore.ts', args),
  'migrate-to-postgres': (args) => administer('migrateToPostgres.ts', args),
}

async function main([name, ...args]) {
  const command = Object.hasOwn(commands, name ?? '') ? commands[name] : null
  if (!command) throw new Refusal(`Say what to do: ${Object.keys(commands).join(', ')}.`)
  return command(args)
}

async function serve(args) {
  const node = await prepare({ withTests: false })
  await buildWeb(node)
  return foreground(node, [SERVER, ...args], { NODE_ENV: 'production' })
}

async function dev(args) {
  const node = await prepare({ withTests: true })
  const codes = await Promise.all([
    foreground(node, ['--watch', '--watch-preserve-output', SERVER, '--demo', ...args], {
      NODE_ENV: 'development',
    }),
    foreground(node, [commandOf('web', 'vite')], { NODE_ENV: 'development' }, 'web'),
  ])
  return Math.max(...codes)
}

/** The tests with killed, starved and flooded servers, five times as long as in `npm test`. */
async function testFaults() {
  process.env.FAULT_ROUNDS ??= '100'
  return runTests(await prepare({ withTests: true }), ['faults/'])
}

async function bench(filters) {
  const node = await prepare({ withTests: true })
  await buildWeb(node)
  const files = readdirSync(join(root, 'tests', 'bench'))
    .filter((name) => name.endsWith('.bench.ts'))
    .filter((name) => filters.every((filter) => name.includes(filter)))
  const peer = files.includes('server.bench.ts') ? await installPeer(node) : {}
  const codes = []
  for (const file of files)
    codes.push(
      await foreground(node, [join(root, 'tests', 'bench', file)], { NODE_ENV: 'production', ...peer }),
    )
  return Math.max(0, ...codes)
}

async function generate(args) {
  return foreground(
    await prepare({ withTests: true }),
    [join(root, 'tests', 'bench', 'generate.ts'), ...args],
    {
      NODE_ENV: 'production',
    },
  )
}

async function administer(script, args) {
  const node = await prepare({ withTests: false })
  return foreground(node, [join(root, 'server', 'src', script), ...args], { NODE_ENV: 'production' })
}

async function prepare(scope) {
  const node = await ensureNode()
  await installPackages(node, scope)
  return node
}

async function foreground(node, args, env, folder = '.') {
  const { code } = await runNode(node, args, { cwd: join(root, folder), env: { ...process.env, ...env } })
  return code
}

forwardSignals()
if (process.env.npm_lifecycle_event) followNpm()
try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!stoppedBy()) console.error(error instanceof Refusal ? error.message : error)
  process.exitCode = stoppedBy() ? 130 : 1
}
