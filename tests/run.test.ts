import { expect, test } from 'vitest'
import { runsTypeScript } from '../scripts/ensureNode.mjs'

const versions: [version: string, accepted: boolean][] = [
  ['18.20.8', false],
  ['20.20.2', false],
  ['22.17.1', false],
  ['22.18.0', true],
  ['22.23.0', true],
  ['23.11.0', false],
  ['24.0.0', true],
  ['24.21.0', true],
  ['25.9.0', false],
  ['26.0.0', true],
]
test.each(versions)('Node %s runs TypeScript as it stands: %s', (version, accepted) => {
  expect(runsTypeScript(version)).toBe(accepted)
})
