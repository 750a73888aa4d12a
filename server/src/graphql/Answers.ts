import type { Language } from '@goshayesh/shared/refusal'
import { UntilChange } from '../database/UntilChange.ts'
import type { Actor } from '../records/Actor.ts'
import { rightsOf, watchPerson } from './watchViewer.ts'

/** What is sent for a request. */
export interface Answer {
  body: Buffer
  type: string
  /** "query board", for the log. */
  operation: string | null
  /** It came without an error. */
  isGood: boolean
}

/** All that an answer depends on. */
export interface Asked {
  /** The request as it was read; the same object each time that the same is asked. */
  request: object
  language: Language
  /** The types that are accepted. */
  accept: string
  viewer: Actor | null
  /** Of the viewer's session. */
  token: string | null
  now: number
  /** Of the database, looked at before anything else in it. */
  state: string
}

interface Kept {
  at: number
  /** Null: nothing that others may have. */
  answer: Promise<Answer | null>
}

/** Answers of one state. */
class Era {
  readonly kept = new Map<string, Kept>()
  bytes = 0
}

/** By the clock: so old at most is what time alone changes, such as the minutes that remain. */
const LONGEST_MS = 1_000
const MOST_BYTES = 64 * 1024 * 1024

/**
 * Keeps what was sent for requests that only read, until anything in the database changes and for a second at most, for
 * all who ask the same with the same rights; where the viewer's person was looked at, for that session. Those who ask at
 * the same time wait for one execution. An answer with an error is nobody else's.
 */
export class Answers {
  readonly #eras = new UntilChange(() => new Era())
  readonly #numbers = new WeakMap<object, number>()
  /** Requests whose answers are each person's own, as far as is known. */
  readonly #personal = new WeakSet<object>()
  #last = 0

  async get(asked: Asked, make: (viewer: Actor | null) => Promise<Answer>): Promise<Answer> {
    const era = this.#eras.in(asked.state)
    const rights = `${this.#numberOf(asked.request)} ${asked.language} ${rightsOf(asked.viewer)} ${asked.accept}`
    const person = `${rights} ${asked.viewer && asked.token}`
    for (const key of this.#personal.has(asked.request) ? [person] : [rights, person]) {
      const known = era.kept.get(key)
      if (!known || Math.abs(asked.now - known.at) >= LONGEST_MS)
        return this.#make(era, { key, person }, asked, make)
      const answer = await known.answer
      if (answer) return answer
    }
    return make(asked.viewer)
  }

  async #make(
    era: Era,
    { key, person }: { key: string; person: string },
    { request, viewer, now }: Asked,
    make: (viewer: Actor | null) => Promise<Answer>,
  ): Promise<Answer> {
    let isPersonal = false
    const watched = watchPerson(viewer, () => {
      isPersonal = true
    })
    const made = make(key === person ? viewer : watched)
    const keep = (key: string, answer: Promise<Answer | null>) => era.kept.set(key, { at: now, answer })
    const good = made.then(
      (answer) => (answer.isGood ? answer : null),
      () => null,
    )
    const shared = good.then((answer) => (isPersonal ? null : answer))
    keep(key, shared)
    const answer = await good
    if (!answer) era.kept.delete(key)
    else if (isPersonal) {
      this.#personal.add(request)
      keep(person, good)
    }
    era.bytes += answer?.body.length ?? 0
    if (era.bytes > MOST_BYTES) {
      era.kept.clear()
      era.bytes = 0
    }
    return made
  }

  #numberOf(request: object): number {
    const known = this.#numbers.get(request) ?? ++this.#last
    this.#numbers.set(request, known)
    return known
  }
}
