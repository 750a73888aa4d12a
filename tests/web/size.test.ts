import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { firstLoad } from '../helpers/firstLoad.ts'

const dist = join(import.meta.dirname, '..', '..', 'web', 'dist')
const LIMIT = 35_000

test('the board needs at most 35 kB of JavaScript before it shows, compressed', () => {
  const files = firstLoad('src/boards/BoardPage.tsx')
  const total = files.reduce((sum, { size }) => sum + size, 0)
  expect(total, JSON.stringify(files, null, 2)).toBeLessThanOrEqual(LIMIT)
  expect(total).toBeGreaterThan(10_000)
})

test('every script and style sheet of some size lies compressed beside itself', () => {
  const bare = globSync('assets/{app,BoardPage}-*.{js,css}', { cwd: dist })
  expect(bare.length).toBeGreaterThan(0)
  for (const file of bare)
    for (const ending of ['br', 'gz'])
      expect(existsSync(join(dist, `${file}.${ending}`)), `${file}.${ending}`).toBe(true)
})
