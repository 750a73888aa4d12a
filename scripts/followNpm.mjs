import { readFileSync } from 'node:fs'

/** Ends this process, as if asked to, when the npm that runs it is gone: npm doesn't stop what it started. */
export function followNpm() {
  const npm = ancestors()
  setInterval(() => {
    if (ancestors() !== npm) process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}

// A shell may stand between npm and this process and outlive npm, so the parent's parent counts where it can be known.
function ancestors() {
  return `${process.ppid} ${parentOf(process.ppid)}`
}

function parentOf(pid) {
  try {
    return /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  } catch {
    return undefined
  }
}
