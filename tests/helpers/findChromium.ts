import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { chromium, type LaunchOptions } from '@playwright/test'

const VERSION = '153.0.0'
const OWN = 'playwright'
const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
const runtimeFolder = join(import.meta.dirname, '..', '..', '.runtime')
const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))

if (import.meta.main) {
  try {
    process.stdout.write(`${await findChromium()}\n`)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}

/**
 * A Chromium that was seen to start: a value for E2E_CHROMIUM, to be turned into options by launchOptionsFor. Throws an
 * error that lists all that was tried.
 */
export async function findChromium(): Promise<string> {
  const tried: string[] = []
  for (const candidate of candidates()) {
    try {
      const found = await candidate.get()
      if (found === null) continue
      await prove(found)
      return found
    } catch (error) {
      const [reason] = String(error instanceof Error ? error.message : error).split('\n')
      tried.push(`  ${candidate.name}: ${reason}`)
    }
  }
  throw new Error(
    [
      'No Chromium could be started for the tests. Tried:',
      ...tried,
      'Install one with: npx playwright install --with-deps --only-shell chromium',
    ].join('\n'),
  )
}

/** How to start the Chromium that findChromium gave. */
export function launchOptionsFor(found: string | undefined): LaunchOptions {
  if (!found) throw new Error('E2E_CHROMIUM is not set: run the tests with "npm test".')
  return found === OWN ? {} : { executablePath: found, args: ['--no-sandbox'] }
}

interface Candidate {
  name: string
  get: () => Promise<string | null> | string | null
}

function candidates(): Candidate[] {
  const chosen = process.env.E2E_CHROMIUM
  if (chosen) return [{ name: 'E2E_CHROMIUM', get: () => chosen }]
  return [
    { name: "Playwright's own", get: () => OWN },
    ...installed().map((path) => ({ name: path, get: () => path })),
    { name: '@sparticuz/chromium', get: () => bundled('chromium.sh', '') },
    // A bare machine lacks libraries such as libnss3, which the package brings too; elsewhere they may clash.
    {
      name: '@sparticuz/chromium with its own libraries',
      get: () => bundled('chromium-libraries.sh', 'al2023/lib'),
    },
  ]
}

function installed(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return [...COMMANDS.flatMap((name) => folders.map((folder) => join(folder, name))), ...APPLICATIONS].filter(
    (path) => existsSync(path),
  )
}

async function prove(found: string): Promise<void> {
  const browser = await chromium.launch({ ...launchOptionsFor(found), timeout: 30_000 })
  try {
    const page = await browser.newPage()
    await page.setContent('<p>گشایش</p><input value="گشایش" /><button>گشایش</button>')
    await page.screenshot()
  } finally {
    await browser.close()
  }
}

/** The Chromium inside the npm package, unpacked once, behind a script that gives it its fonts and libraries. */
async function bundled(name: string, libraries: string): Promise<string> {
  const folder = join(runtimeFolder, `chromium-${VERSION}`)
  if (!existsSync(folder)) await unpack(folder)
  // The package's own settings look for its fonts in other folders, and without any font Chromium crashes.
  await writeFile(join(folder, 'fonts', 'fonts.conf'), fontSettings(join(folder, 'fonts')))
  const script = join(folder, name)
  const environment = [
    `export FONTCONFIG_PATH="${folder}/fonts"`,
    ...(libraries ? [`export LD_LIBRARY_PATH="${folder}/${libraries}"`] : []),
  ]
  await writeFile(script, ['#!/bin/sh', ...environment, `exec "${folder}/chromium" "$@"`, ''].join('\n'), {
    mode: 0o755,
  })
  return script
}

function fontSettings(folder: string): string {
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `  <dir>${folder}</dir>`,
    '  <dir>/usr/share/fonts</dir>',
    `  <cachedir>${folder}/cache</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n')
}

// Unpacked beside its place and moved there whole, so that an interruption leaves nothing half done.
async function unpack(folder: string): Promise<void> {
  await mkdir(runtimeFolder, { recursive: true })
  const draft = await mkdtemp(join(runtimeFolder, 'unpacking-'))
  const temporary = process.env.TMPDIR
  try {
    // The package unpacks to the temporary folder, whichever that is.
    process.env.TMPDIR = draft
    const { inflate } = await import('@sparticuz/chromium')
    const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
    await Promise.all(archives.map((name) => inflate(join(packageFolder, 'bin', name))))
    await rename(draft, folder)
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = temporary
    await rm(draft, { recursive: true, force: true })
  }
}
