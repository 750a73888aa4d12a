import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { banViolations, importViolations, nameViolations, readSources } from './helpers/architecture.ts'

const sources = readSources(join(import.meta.dirname, '..'))

describe('the house', () => {
  test('has sources in each package', () => {
    const packages = new Set(sources.map(({ path }) => path.split('/')[0]))
    expect(packages).toEqual(new Set(['shared', 'server', 'web']))
  })
  test('imports point down, without circles', () => expect(importViolations(sources)).toEqual([]))
  test('nobody uses what is banned', () => expect(banViolations(sources)).toEqual([]))
  test('files bear the names of their exports', () => expect(nameViolations(sources)).toEqual([]))
})

// The checks themselves: planted sources, and what must be said of them ('' for nothing).
describe('imports', () => {
  const rows: [path: string, text: string, complaint: string][] = [
    ['shared/src/a.ts', "import { toJalaali } from 'jalaali-js'", ''],
    ['shared/src/a.ts', "import { b } from './b.ts'", ''],
    ['shared/src/a.ts', "import { readFileSync } from 'node:fs'", 'the rules are pure'],
    [
      'shared/src/a.ts',
      "import type { Database } from '../../server/src/database/connect.ts'",
      'nobody above',
    ],
    ['server/src/main.ts', "import { http } from './http.ts'", ''],
    ['server/src/http.ts', "import { schema } from './graphql/schema.ts'", ''],
    ['server/src/graphql/schema.ts', "import { logObstacle } from '../commands/logObstacle.ts'", ''],
    ['server/src/graphql/schema.ts', "import { boardOf } from '../queries/boardOf.ts'", ''],
    ['server/src/graphql/schema.ts', "import { http } from '../http.ts'", 'imports point down'],
    ['server/src/jobs/enforce.ts', "import { schema } from '../graphql/schema.ts'", 'imports point down'],
    ['server/src/commands/logObstacle.ts', "import { may } from '@goshayesh/shared/permissions'", ''],
    [
      'server/src/commands/logObstacle.ts',
      "import { schema } from '../graphql/schema.ts'",
      'imports point down',
    ],
    [
      'server/src/commands/logObstacle.ts',
      "import { enforce } from '../jobs/enforce.ts'",
      'imports point down',
    ],
    ['server/src/queries/boardOf.ts', "import type { Database } from '../database/connect.ts'", ''],
    [
      'server/src/queries/boardOf.ts',
      "export { logObstacle } from '../commands/logObstacle.ts'",
      'imports point down',
    ],
    [
      'server/src/queries/boardOf.ts',
      "const x = await import('../commands/logObstacle.ts')",
      'imports point down',
    ],
    ['server/src/queries/boardOf.ts', "import '../http.ts'", 'imports point down'],
    [
      'server/src/queries/boardOf.ts',
      "import {\n  a,\n  b,\n} from '../commands/logObstacle.ts'",
      'imports point down',
    ],
    ['server/src/queries/boardOf.ts', "// import { a } from '../commands/logObstacle.ts'", ''],
    ['server/src/attic/a.ts', "import { connect } from '../database/connect.ts'", 'give attic a floor'],
    ['server/src/http.ts', "import { App } from '../../web/src/routes.tsx'", 'meet in the contract'],
    ['web/src/routes.tsx', "import { may } from '@goshayesh/server/permissions'", 'meet in the contract'],
    ['web/src/routes.tsx', "import { http } from '../../server/src/http.ts'", 'meet in the contract'],
    ['web/src/routes.tsx', "import { Board } from './boards/Board.tsx'", ''],
    ['web/src/boards/Board.tsx', "import { Button } from '../ui/Button.tsx'", ''],
    ['web/src/boards/Board.tsx', "import { StepDialog } from '../obstacles/StepDialog.tsx'", ''],
    ['web/src/ui/Button.tsx', "import { t } from '../i18n/t.ts'", ''],
    ['web/src/ui/DateField.tsx', "import { parseJalaliDate } from '@goshayesh/shared/jalali'", ''],
    ['web/src/ui/Button.tsx', "import { SlaChip } from '../obstacles/SlaChip.tsx'", 'imports point down'],
    ['web/src/ui/Button.tsx', "import { session } from '../data/session.ts'", 'imports point down'],
    [
      'web/src/ui/Button.tsx',
      "import { statusAfter } from '@goshayesh/shared/workflow'",
      'no domain word in ui',
    ],
  ]
  test.each(rows)('%s: %s', (path, text, complaint) => {
    expectComplaint(importViolations([{ path, text }]), complaint)
  })

  test('circles are found, through types too', () => {
    const found = importViolations([
      { path: 'shared/src/a.ts', text: "import { b } from './b.ts'" },
      { path: 'shared/src/b.ts', text: "import type { C } from './c.ts'" },
      { path: 'shared/src/c.ts', text: "import { a } from './a.ts'" },
    ])
    expect(found).toEqual([
      'shared/src/a.ts → shared/src/b.ts → shared/src/c.ts → shared/src/a.ts — a circle',
    ])
  })
})

describe('bans', () => {
  const rows: [path: string, text: string, complaint: string][] = [
    ['server/src/jobs/enforce.ts', 'const t = Date.now()', 'take `now`'],
    ['server/src/jobs/enforce.ts', 'const t = new Date()', 'take `now`'],
    ['web/src/boards/Board.tsx', 'const t = performance.now()', 'take `now`'],
    ['shared/src/calendar.ts', 'const t = new Date(now)', ''],
    ['shared/src/calendar.ts', '// never Date.now()', ''],
    ['server/src/clock.ts', 'return Date.now()', ''],
    ['web/src/now.ts', 'return Date.now()', ''],
    ['shared/src/utils.ts', '', 'name the file'],
    ['server/src/helpers/dates.ts', '', 'name the file'],
    ['web/src/boards/index.ts', '', 'name the file'],
    ['shared/src/a.ts', 'function f(x: any) {}', 'unknown'],
    ['shared/src/a.ts', 'return x as any', 'unknown'],
    ['shared/src/a.ts', 'const many: anyone = 1', ''],
    ['server/src/a.ts', '// @ts-ignore', 'mend the type'],
    ['web/src/styles/a.css', '.a { margin-left: 1rem }', 'logical'],
    ['web/src/styles/a.css', '.a { left: 0 } /* placed by measured coordinates */', ''],
    ['web/src/styles/a.css', '.a { text-align: right }', 'logical'],
    ['web/src/styles/a.css', '.a { margin-inline-start: 1rem; inset-inline-end: 0 }', ''],
    ['web/src/ui/Menu.tsx', "style={{ 'padding-right': '1rem' }}", 'logical'],
    ['server/src/commands/a.ts', "console.log('x')", 'write to the log'],
    ['server/src/main.ts', "console.log('x')", ''],
    ['server/src/commands/a.ts', 'db.transaction().execute(async (trx) => {})', 'call the parameter db'],
    ['server/src/commands/a.ts', 'db\n  .transaction()\n  .execute((t) => f(t))', 'call the parameter db'],
    ['server/src/commands/a.ts', 'db.transaction().execute(async (db) => {})', ''],
    ['shared/src/a.ts', 'Math.random()', 'randomUUID'],
    ['web/src/ui/Confetti.tsx', 'Math.random()', ''],
  ]
  test.each(rows)('%s: %s', (path, text, complaint) => {
    expectComplaint(banViolations([{ path, text }]), complaint)
  })
})

describe('names', () => {
  const rows: [path: string, text: string, complaint: string][] = [
    ['server/src/commands/logObstacle.ts', 'export async function logObstacle() {}', ''],
    ['server/src/commands/logObstacle.ts', 'export async function createObstacle() {}', 'name the file'],
    ['server/src/commands/logObstacle.ts', '', 'exports nothing'],
    ['shared/src/zone.ts', 'export class Zone {}', ''],
    ['shared/src/zone.ts', 'export class Offsets {}', 'name the file'],
    ['shared/src/permissions.ts', 'export const roles = []\nexport function may() {}', ''],
  ]
  test.each(rows)('%s: %s', (path, text, complaint) => {
    expectComplaint(nameViolations([{ path, text }]), complaint)
  })
})

function expectComplaint(found: string[], complaint: string) {
  if (complaint === '') expect(found).toEqual([])
  else expect(found).toEqual([expect.stringContaining(complaint)])
}
