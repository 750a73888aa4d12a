import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface Usage {
  /** Microseconds of processor time since the start. */
  cpu: number
  /** Bytes that it holds. */
  memory: number
}

/** A process of its own that serves HTTP at `url` and answers questions. */
export class Child {
  readonly url: string
  readonly #process: ChildProcess

  private constructor(process: ChildProcess, url: string) {
    this.#process = process
    this.url = url
  }

  static async start(script: 'serveOffice' | 'serveLimit', args: string[]): Promise<Child> {
    const child = fork(join(import.meta.dirname, `${script}.ts`), args)
    const [url] = (await once(child, 'message')) as [string]
    return new Child(child, url)
  }

  usage(): Promise<Usage> {
    return this.ask('usage') as Promise<Usage>
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
