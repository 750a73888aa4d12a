import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'

const dist = join(import.meta.dirname, '..', '..', 'web', 'dist')

interface Chunk {
  file: string
  imports?: string[]
}

export interface LoadedFile {
  file: string
  /** Bytes, compressed by gzip. */
  size: number
}

/** The JavaScript that a page needs before it shows: the entry, the page's own part, and all that these import. */
export function firstLoad(page: string): LoadedFile[] {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >
  const files = new Set<string>()
  const visit = (name: string): void => {
    const chunk = manifest[name]
    if (!chunk) throw new Error(`The build knows no ${name}`)
    if (files.has(chunk.file)) return
    files.add(chunk.file)
    chunk.imports?.forEach(visit)
  }
  visit(entryOf(manifest))
  visit(page)
  return [...files].map((file) => ({ file, size: sizeOf(file) }))
}

/** The bytes of a file of the build, compressed by gzip. */
export function sizeOf(file: string): number {
  return gzipSync(readFileSync(join(dist, file)), { level: 9 }).length
}

/** Every script that a page asks for from now on. */
export function scriptsOf(page: Page): Set<string> {
  const scripts = new Set<string>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.endsWith('.js')) scripts.add(pathname)
  })
  return scripts
}

/** What the page itself asks for, under the name that the build gives it. */
function entryOf(manifest: Record<string, Chunk>): string {
  const [, entry] =
    /<script type="module"[^>]* src="\/([^"]+)"/.exec(readFileSync(join(dist, 'index.html'), 'utf8')) ?? []
  const [name] = Object.entries(manifest).find(([, { file }]) => file === entry) ?? []
  if (!name) throw new Error(`The build knows no ${entry}`)
  return name
}
