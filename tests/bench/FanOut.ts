import type { Socket } from 'node:net'
import { join } from 'node:path'
import type { App } from '../helpers/app.ts'
import { heard } from '../helpers/rawSocket.ts'

export const SUBSCRIBERS = 1_000

/** NODE_OPTIONS of a server that is to be measured. */
export const TELL_MEMORY = `--import ${join(import.meta.dirname, 'tellMemory.ts')}`

export type Measured = Pick<App, 'pid' | 'output'>

/** A thousand who listen to a server, and what a change takes until each has heard of it. */
export class FanOut {
  readonly #server: Measured
  readonly #open: () => Promise<Socket>
  /** Asks for a change. */
  readonly ask: () => Promise<unknown>
  readonly #sockets: Socket[] = []
  #times: number[] = []
  #rounds = 0
  #kilobytes = 0
  #cpu = 0

  constructor(server: Measured, open: () => Promise<Socket>, change: () => Promise<unknown>) {
    this.#server = server
    this.#open = open
    this.ask = change
  }

  async open(): Promise<void> {
    // What is made once, at the first of them, counts for none.
    for (let number = 0; number < 50; number++) (await this.#open()).destroy()
    const before = await usage(this.#server)
    for (let number = 0; number < SUBSCRIBERS; number++) this.#sockets.push(await this.#open())
    this.#kilobytes = ((await usage(this.#server)).kilobytes - before.kilobytes) / SUBSCRIBERS
  }

  /** From here on it counts. */
  async begin(): Promise<void> {
    this.#times = []
    this.#rounds = 0
    this.#cpu = (await usage(this.#server)).cpu
  }

  async change(): Promise<void> {
    const begun = performance.now()
    const all = this.#sockets.map(async (socket) => {
      await heard(socket, 'obstacleChanged')
      this.#times.push(performance.now() - begun)
    })
    await this.ask()
    await Promise.all(all)
    this.#rounds++
  }

  /** Milliseconds of one change until half of them, and all but a hundredth, had heard; of processor time; and kB for each. */
  async end(): Promise<{ p50: number; p99: number; cpu: number; kilobytes: number }> {
    const cpu = ((await usage(this.#server)).cpu - this.#cpu) / this.#rounds
    const sorted = this.#times.toSorted((a, b) => a - b)
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? NaN
    return { p50: at(0.5), p99: at(0.99), cpu, kilobytes: this.#kilobytes }
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy()
  }
}

/** What a process holds without garbage, and the processor time that it took. */
async function usage({ pid, output }: Measured): Promise<{ kilobytes: number; cpu: number }> {
  const told = () => [...output().matchAll(/holds (\d+) kB after (\d+) ms/g)]
  const before = told().length
  process.kill(pid, 'SIGUSR2')
  while (told().length === before) await new Promise((resolve) => setTimeout(resolve, 20))
  const [, kilobytes, cpu] = told().at(-1) ?? []
  return { kilobytes: Number(kilobytes), cpu: Number(cpu) }
}
