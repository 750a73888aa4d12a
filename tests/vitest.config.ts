import { globSync } from 'node:fs'
import { join } from 'node:path'
import { playwright } from '@vitest/browser-playwright'
import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'
import { findChromium, launchOptionsFor } from './helpers/findChromium.ts'

const root = import.meta.dirname

/**
 * house: who may import whom, what nobody may use, whether the tools look. rules, server: what they are named after.
 * faults: real server processes that are killed, starved and flooded.
 * web: what of the client needs no screen (.ts). components: what needs one (.tsx), in a real Chromium.
 */
export default defineConfig(async () => ({
  test: {
    root,
    allowOnly: false,
    // For two cores: tests of processes often wait for them.
    maxWorkers: 3,
    projects: [
      node('house', '*.test.ts'),
      // Properties reckon thousands of cases.
      node('rules', 'rules/**/*.test.ts', { testTimeout: 30_000 }),
      node('faults', 'faults/**/*.test.ts', PROCESSES),
      node('server on SQLite', 'server/**/*.test.ts', SERVERS),
      onPostgres(),
      node('web', 'web/**/*.test.ts'),
      ...(globSync('web/**/*.test.tsx', { cwd: root }).length > 0 ? [await components()] : []),
    ],
  },
}))

/** Starting a server takes seconds on a busy machine. */
const PROCESSES = { testTimeout: 60_000, hookTimeout: 60_000 }
/** And so does much work in one process. */
const SERVERS = { testTimeout: 30_000, hookTimeout: 30_000 }

function node(name: string, include: string, timeouts: { testTimeout?: number; hookTimeout?: number } = {}) {
  return {
    // Vite would take graphql's .mjs and the packages of the server its .js: two realms that don't know each other.
    resolve: {
      alias: [{ find: /^graphql$/, replacement: join(root, 'node_modules', 'graphql', 'index.js') }],
    },
    test: {
      name,
      root,
      include: [include],
      environment: 'node' as const,
      // To load all anew for each file takes as long as the tests of many; what the product keeps, it keeps for a database.
      isolate: false,
      ...timeouts,
    },
  }
}

/** The same suites once more, but for those of no database, and those about SQLite itself: its files, its plans, its way to commit. */
function onPostgres() {
  const { test, ...rest } = node('server on PostgreSQL', '{server,postgres}/**/*.test.ts', SERVERS)
  return {
    ...rest,
    test: {
      ...test,
      include: [...test.include, 'faults/kill.test.ts'],
      exclude: [
        'server/{requestLimits,graphqlOverHttp,backup,backups,migrations,plans,seedDemo,sqliteLog,sqliteSessions,storage,terminal}.test.ts',
      ],
      env: { TEST_ENGINE: 'PostgreSQL' },
      // A process names so many statements for PostgreSQL to keep, and a connection tells of all it was ever asked.
      isolate: true,
      hookTimeout: 120_000,
      globalSetup: join(root, 'helpers', 'providePostgres.ts'),
    },
  }
}

async function components() {
  const chromium = process.env.E2E_CHROMIUM ?? (await findChromium())
  return {
    plugins: [solid()],
    test: {
      name: 'components',
      root,
      include: ['web/**/*.test.tsx'],
      api: { host: '127.0.0.1' },
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: launchOptionsFor(chromium) }),
        instances: [{ browser: 'chromium' as const }],
      },
    },
  }
}
