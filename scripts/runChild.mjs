import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { root } from './project.mjs'

const GRACE_MS = 10_000
const FOLLOW_PARENT = new URL('./followParent.mjs', import.meta.url).href
const COMPILED = join(root, '.runtime', 'compiled')
const OWN_GROUP = process.platform !== 'win32'

const children = new Set()
let stopping = null

/** Runs a script under the given Node, which keeps what it has compiled; see runChild. */
export function runNode(node, args, { env = process.env, ...options } = {}) {
  const kept = { NODE_COMPILE_CACHE: COMPILED, ...env }
  return runChild(node, ['--import', FOLLOW_PARENT, ...args], { env: kept, ...options })
}

/**
 * Runs a command to its end and gives { code, output }: the exit code (128 + n after signal n) and, if captured, what
 * it wrote; otherwise it writes to the terminal. A signal to this process is passed on to it and to its children.
 */
export function runChild(command, args, { cwd, env = process.env, capture = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      detached: OWN_GROUP,
      windowsHide: true,
    })
    children.add(child)
    if (stopping) passOn(child, stopping)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    child.once('error', (error) => {
      children.delete(child)
      reject(error)
    })
    child.once('close', (code, signal) => {
      children.delete(child)
      resolve({ code: signal ? 128 + constants.signals[signal] : code, output })
    })
  })
}

/** From now on signals reach the children first; this process ends when they have. */
export function forwardSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (stopping) return
      stopping = signal
      if (children.size === 0) process.exit(128 + constants.signals[signal])
      for (const child of children) passOn(child, signal)
      setTimeout(() => {
        for (const child of children) passOn(child, 'SIGKILL')
      }, GRACE_MS).unref()
    })
  }
}

/** The signal that asked this process to stop, or null. */
export function stoppedBy() {
  return stopping
}

function passOn(child, signal) {
  try {
    if (OWN_GROUP) process.kill(-child.pid, signal)
    else child.kill(signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}
