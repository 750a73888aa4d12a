import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { buildWeb } from './buildWeb.mjs'
import { pathWith } from './npm.mjs'
import { progress, say } from './progress.mjs'
import { Refusal, commandOf, root } from './project.mjs'
import { runNode, stoppedBy } from './runChild.mjs'
import { runStaticChecks } from './runChecks.mjs'

const tests = join(root, 'tests')
const artifacts = join(root, 'artifacts')

/**
 * `npm test`: checks, then unit, API and component tests, then the end-to-end tests in a browser. The last line is
 * "N passed, N failed" over all of them. `npm test -- rules` runs the matching unit tests only, `npm test -- e2e [name]`
 * the matching end-to-end tests only. Gives the exit code.
 */
export async function runTests(node, filters) {
  const onlyE2e = filters[0] === 'e2e'
  const all = filters.length === 0
  mkdirSync(artifacts, { recursive: true })
  const env = await prepareBrowser(node)
  const results = []
  if (all) results.push(['checks', await runStaticChecks(node)])
  if (!onlyE2e) results.push(['unit, API and components', await runVitest(node, env, filters)])
  if (all || onlyE2e) results.push(['end to end', await runPlaywright(node, env, filters.slice(1))])
  if (stoppedBy()) return 1
  return report(results)
}

async function prepareBrowser(node) {
  const { NODE_ENV, ...env } = process.env
  await buildWeb(node)
  const found = await progress('Looking for a browser', () =>
    runNode(node, [join(tests, 'helpers', 'findChromium.ts')], { cwd: tests, env, capture: true }),
  )
  if (found.code !== 0) throw new Refusal(found.output.trim())
  return { ...env, PATH: pathWith(node), E2E_CHROMIUM: found.output.trim().split('\n').at(-1) }
}

async function runVitest(node, env, filters) {
  const file = join(artifacts, 'vitest.json')
  rmSync(file, { force: true })
  const { code } = await runNode(
    node,
    [
      commandOf('tests', 'vitest'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...filters,
    ],
    { cwd: tests, env },
  )
  return tally(code, file, (found) => ({
    passed: found.numPassedTests,
    failed: found.numFailedTests,
    skipped: found.numPendingTests + found.numTodoTests,
    faults: found.testResults.flatMap(faultsOfFile),
  }))
}

function faultsOfFile({ name, status, message, assertionResults }) {
  const file = relative(tests, name)
  const failed = assertionResults.filter((test) => test.status === 'failed')
  if (failed.length === 0) return status === 'failed' ? [`${file}\n${message}`] : []
  return failed.map((test) => `${file}: ${test.fullName}\n${test.failureMessages.join('\n')}`)
}

async function runPlaywright(node, env, filters) {
  const file = join(artifacts, 'e2e.json')
  rmSync(file, { force: true })
  const { code } = await runNode(
    node,
    [
      commandOf('tests', '@playwright/test', 'playwright'),
      'test',
      '--config',
      'playwright.config.ts',
      ...filters,
    ],
    { cwd: tests, env },
  )
  return tally(code, file, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }))
}

// A runner that leaves no report, or fails although none of its tests did (a crash, an unhandled error, no tests at
// all), counts as one failure.
function tally(code, file, read) {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const result = read(JSON.parse(readFileSync(file, 'utf8')))
  return code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result
}

function report(results) {
  const total = { passed: 0, failed: 0 }
  // Thousands of lines may stand between a fault and the end, and who reads from afar often gets no more than the end.
  for (const [, { faults = [] }] of results) for (const fault of faults) say(`\nFailed: ${fault}`)
  say('')
  for (const [name, { passed, failed, skipped = 0 }] of results) {
    total.passed += passed
    // What was skipped hasn't been shown to work.
    total.failed += failed + skipped
    say(
      `${name}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped (counted as failed)` : ''}`,
    )
  }
  say(`${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 && total.passed > 0 ? 0 : 1
}
