import { readFileSync } from 'node:fs'

const MICROSECONDS_A_TICK = 10_000

/** Microseconds of processor time that a process's children have had, also those that have ended; 0 where there is no /proc. */
export function processorTimeOfChildren(pid: number): number {
  // Behind the name, which may hold anything: the state, and the rest.
  const stat = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /, '')
    .split(' ')
  const ended = (Number(stat[13] ?? 0) + Number(stat[14] ?? 0)) * MICROSECONDS_A_TICK
  const living = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean)
  return living.reduce(
    (sum, child) => sum + Number(read(`/proc/${child}/schedstat`).split(' ')[0]) / 1000,
    ended,
  )
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // Ended meanwhile: its time is its parent's now.
    return ''
  }
}
