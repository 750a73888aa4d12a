import type { Context } from './Context.ts'
import type { Loaders } from './Loaders.ts'
import { watchViewer } from './watchViewer.ts'

/** What a field may look at beside its parent, the names in the directory and the language. */
export const PERSON = 1
export const ELSE = 2

/** A context that knows what was looked at through it: what a field answers follows from that. */
export class Watch implements Context {
  /** PERSON, ELSE or both. */
  looked = 0
  readonly language: Context['language']
  readonly viewer: Context['viewer']
  readonly #context: Context
  #scope: string | null = null

  constructor(context: Context) {
    this.#context = context
    this.language = context.language
    this.viewer = watchViewer(context.viewer, () => {
      this.looked |= PERSON
    })
  }

  /** Names all in which a field that has looked at nothing answers the same; null while the directory is not at hand. */
  get scope(): string | null {
    const directory = this.#context.loaders?.knownDirectory
    if (directory) this.#scope ??= `${directory.number} ${this.language}`
    return this.#scope
  }

  get stamps(): Context['stamps'] {
    return this.#else().stamps
  }

  get newcomer(): Context['newcomer'] {
    return this.#else().newcomer
  }

  get names(): Context['names'] {
    return this.#context.names
  }

  get now(): number {
    return this.#else().now
  }

  get deviceNow(): number {
    return this.#else().deviceNow
  }

  get clock(): Context['clock'] {
    return this.#else().clock
  }

  get store(): Context['store'] {
    return this.#else().store
  }

  get session(): Context['session'] {
    return this.#else().session
  }

  get trace(): Context['trace'] {
    return this.#else().trace
  }

  get loaders(): Loaders | null {
    return this.#else().loaders
  }

  set loaders(loaders: Loaders | null) {
    this.#context.loaders = loaders
  }

  #else(): Context {
    this.looked |= ELSE
    return this.#context
  }
}
