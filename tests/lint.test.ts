import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

// A linter whose rules don't reach the files passes everything, so violations are planted in a tree of the same shape.
const root = join(import.meta.dirname, '..')
const planted: [path: string, text: string, rule: string][] = [
  [
    'server/src/planted.ts',
    'async function work(): Promise<void> {}\nexport function start(): void {\n  work()\n}\n',
    'no-floating-promises',
  ],
  [
    'server/src/loose.ts',
    'export function loose(x: any): string {\n  return String(x)\n}\n',
    'no-explicit-any',
  ],
  ['shared/src/sure.ts', 'export const sure = (x: string | null): string => x!\n', 'no-non-null-assertion'],
  [
    'web/src/ui/Planted.tsx',
    'export function Planted({ name }: { name: string }) {\n  return <p>{name}</p>\n}\n',
    'no-destructure',
  ],
  ['web/src/left.ts', 'const left = 1\n', 'no-unused-vars'],
]

let tree: string
let output: string

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'goshayesh-lint-'))
  for (const file of ['.oxlintrc.json', 'tsconfig.json']) cpSync(join(root, file), join(tree, file))
  for (const workspace of ['shared', 'server', 'web', 'tests']) {
    mkdirSync(join(tree, workspace, 'src'), { recursive: true })
    cpSync(join(root, workspace, 'tsconfig.json'), join(tree, workspace, 'tsconfig.json'))
    symlinkSync(join(root, workspace, 'node_modules'), join(tree, workspace, 'node_modules'), 'junction')
  }
  for (const [path, text] of planted) {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), text)
  }
  output = lint()
})
afterAll(() => rmSync(tree, { recursive: true, force: true }))

test.each(planted)('%s is found', (path, _text, rule) => {
  expect(output.split('\n').filter((line) => line.startsWith(path))).toEqual([expect.stringContaining(rule)])
})

// One package that asks for newer ones would bring them to all files, and an office with Windows 7 would see no page.
test.each(['web', 'shared'])('%s knows nothing of the language that Chromium 109 has not', (workspace) => {
  const compiler = join(root, 'tests', 'node_modules', 'typescript', 'bin', 'tsc')
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', join(root, workspace), '--listFilesOnly'], {
    encoding: 'utf8',
  })
  expect(stdout).toContain('lib.es2022.d.ts')
  expect(stdout).not.toMatch(/lib\.es(202[3-9]|next)/)
})

function lint(): string {
  const tools = join(root, 'tests', 'node_modules')
  const result = spawnSync(
    process.execPath,
    [
      join(tools, 'oxlint', 'bin', 'oxlint'),
      '--type-aware',
      '--format=unix',
      ...planted.map(([path]) => path),
    ],
    {
      cwd: tree,
      encoding: 'utf8',
      env: { ...process.env, PATH: [join(tools, '.bin'), process.env['PATH']].join(delimiter) },
    },
  )
  return result.stdout + result.stderr
}
