import { availableParallelism } from 'node:os'
import { delimiter, join } from 'node:path'
import { say } from './progress.mjs'
import { commandOf, root } from './project.mjs'
import { runNode } from './runChild.mjs'

/** What a check learnt about files that have not changed since. */
const cache = (name) => join('node_modules', '.cache', name)

const tsc = (workspace) => ({
  name: `types of ${workspace}`,
  args: () => [
    commandOf('tests', 'typescript', 'tsc'),
    '-p',
    workspace,
    '--pretty',
    'false',
    // Its threads would each learn the same types.
    '--singleThreaded',
    '--incremental',
    '--tsBuildInfoFile',
    cache(`tsc-${workspace}.json`),
  ],
})

// The longest first.
const CHECKS = [
  {
    name: 'lint',
    args: () => [commandOf('tests', 'oxlint'), '--type-aware', '--deny-warnings', '--format=unix'],
  },
  tsc('tests'),
  tsc('server'),
  {
    name: 'dead code',
    args: () => [
      commandOf('tests', 'knip'),
      '--no-progress',
      '--no-config-hints',
      '--cache',
      '--cache-location',
      cache('knip'),
    ],
  },
  {
    name: 'import floors',
    args: () => [
      commandOf('tests', 'vitest'),
      'run',
      '--project',
      'house',
      '--reporter=dot',
      '--config',
      'tests/vitest.config.ts',
    ],
    // It needs none, and finding one starts it.
    env: { E2E_CHROMIUM: 'no browser' },
  },
  tsc('web'),
  tsc('shared'),
  { name: 'format', args: () => [commandOf('tests', 'oxfmt'), '--check'] },
]

/** `npm run check`: everything that can be known without running the product. Gives the exit code. */
export async function runChecks(node) {
  const { failed } = await check(node, CHECKS)
  return failed === 0 ? 0 : 1
}

/** The checks that aren't tests, for the test run, which has the import floors among its own. Gives { passed, failed }. */
export function runStaticChecks(node) {
  return check(
    node,
    CHECKS.filter(({ name }) => name !== 'import floors'),
  )
}

async function check(node, checks) {
  const waiting = [...checks]
  const tally = { passed: 0, failed: 0 }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  return tally

  async function worker() {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { code, output } = await runNode(node, next.args(), {
        cwd: root,
        env: { ...withTools(), ...next.env },
        capture: true,
      })
      tally[code === 0 ? 'passed' : 'failed']++
      say(code === 0 ? `✓ ${next.name}` : `✗ ${next.name}\n${output.trim()}\n`)
    }
  }
}

// The linter looks for its type-aware half on PATH. That and the compiler are written in Go: they are over before
// clearing up in between, or with threads of their own beside the other checks, would pay.
function withTools() {
  const { NODE_ENV, ...env } = process.env
  const path = [join(root, 'tests', 'node_modules', '.bin'), env.PATH].join(delimiter)
  return { ...env, PATH: path, GOGC: '400', GOMAXPROCS: '1' }
}
