import { defineConfig } from '@playwright/test'
import { launchOptionsFor } from './helpers/findChromium.ts'

/** End-to-end tests: the real server and the real client in the Chromium that the runner found. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './helpers/seedOnce.ts',
  outputDir: '../artifacts/e2e',
  forbidOnly: true,
  retries: 0,
  // For two cores: pages often wait for what they load.
  workers: 3,
  fullyParallel: false,
  // A journey through many hands takes as long on a machine that others use, too.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../artifacts/e2e.json' }]],
  use: {
    browserName: 'chromium',
    locale: 'fa',
    viewport: { width: 1440, height: 900 },
    launchOptions: process.env.E2E_CHROMIUM ? launchOptionsFor(process.env.E2E_CHROMIUM) : {},
    screenshot: 'only-on-failure',
    // A trace of each test costs more than the test: `npm test -- e2e NAME --trace on` draws one.
    trace: 'off',
    // Nothing waits for what only moves; that the product heeds the wish is seen along with it.
    contextOptions: { reducedMotion: 'reduce' },
  },
})
