import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { processorTimeOfChildren } from './processorTimeOfChildren.ts'

export interface Usage {
  /** Microseconds of processor time since the start, of the database's processes too. */
  cpu: number
  /** Bytes that it holds. */
  memory: number
}

type Script = 'serveOffice' | 'serveLimit' | 'serveManual' | 'servePostgraphile'

/** A process of its own that serves HTTP at `url` and answers questions. */
export class Child {
  readonly url: string
  readonly #process: ChildProcess
  readonly #postmaster: number | null

  private constructor(process: ChildProcess, url: string, postmaster: number | null) {
    this.#process = process
    this.url = url
    this.#postmaster = postmaster
  }

  /** `postmaster`: of the PostgreSQL whose work counts as the child's, for as long as only this child is asked. */
  static async start(script: Script, args: string[], postmaster: number | null = null): Promise<Child> {
    const child = fork(join(import.meta.dirname, `${script}.ts`), args)
    const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${script} ended at once`)))
    const [url] = (await Promise.race([once(child, 'message'), ended])) as [string]
    ended.catch(() => {})
    return new Child(child, url, postmaster)
  }

  async usage(): Promise<Usage> {
    const { cpu, memory } = (await this.ask('usage')) as Usage
    return { cpu: cpu + (this.#postmaster ? processorTimeOfChildren(this.#postmaster) : 0), memory }
  }

  async ask(question: string): Promise<unknown> {
    const answered = once(this.#process, 'message')
    this.#process.send(question)
    return (await answered)[0]
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit')
    this.#process.kill()
    await ended
  }
}

/** In the child: says where it serves, then answers. */
export function answerParent(url: string, answers: Record<string, () => unknown>): void {
  const usage = (): Usage => {
    const { user, system } = process.cpuUsage()
    return { cpu: user + system, memory: process.memoryUsage.rss() }
  }
  const all: Record<string, () => unknown> = { usage, ...answers }
  process.on('message', (question: string) => {
    void Promise.resolve(all[question]?.()).then((answer) => process.send?.(answer ?? null))
  })
  process.on('disconnect', () => process.exit())
  process.send?.(url)
}
