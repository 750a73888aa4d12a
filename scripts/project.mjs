import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** A failure that is told in one line, without a stack. */
export class Refusal extends Error {}

/** Throws a Refusal if nothing can be written in the project's folder. */
export function ensureWritable() {
  try {
    accessSync(root, constants.W_OK)
  } catch (error) {
    throw new Refusal(
      `Goshayesh must install and build in its folder, but ${root} can't be written (${error.code}).`,
    )
  }
}

/** The script behind a command of an installed package, for `node <script>`: commandOf('tests', 'vitest'). */
export function commandOf(workspace, name, command = name) {
  const folder = join(root, workspace, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[command])
}

/** SHA-256 over names and contents of files and folders (relative to the project; absent ones count as absent). */
export function hashOf(paths, salt = '') {
  const hash = createHash('sha256').update(salt)
  for (const path of paths.flatMap((path) => filesUnder(join(root, path)))) {
    hash.update(`\0${relative(root, path)}\0`).update(readFileSync(path))
  }
  return hash.digest('hex')
}

/** What writeStamp left in the file, or null. */
export function readStamp(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

/** Leaves a mark that a step is done for a state of its sources. */
export function writeStamp(path, stamp) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, stamp)
}

function filesUnder(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .filter((name) => name !== 'node_modules' && name !== 'dist')
    .flatMap((name) => filesUnder(join(path, name)))
}
