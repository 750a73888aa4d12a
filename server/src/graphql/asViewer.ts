import { Refusal, type FieldProblem } from '@goshayesh/shared/refusal'
import type { Actor } from '../records/Actor.ts'
import { personAtDoor, viewerOf, type Context } from './Context.ts'

type Answer<Args, Result> = (context: Context, args: Args, person: Actor) => Result

/**
 * A field that answers only to somebody who is signed in, and only to readable arguments: UNAUTHENTICATED and
 * INVALID come before all else.
 */
export function asViewer<Args extends object, Result>(answer: Answer<Args, Result>) {
  return answerAs(viewerOf, answer)
}

/** The same, and newcomers are answered, too. */
export function asPersonAtDoor<Args extends object, Result>(answer: Answer<Args, Result>) {
  return answerAs(personAtDoor, answer)
}

function answerAs<Args extends object, Result>(
  who: (context: Context) => Actor,
  answer: Answer<Args, Result>,
) {
  return (_parent: unknown, args: Args, context: Context): Result => {
    const person = who(context)
    checkReadable(args)
    return answer(context, args, person)
  }
}

/** NUL is no character of any text here; SQLite would cut a text there. */
export function checkReadable(args: object): void {
  const problems = Object.entries(args).flatMap(([name, value]) => unreadable(name, value))
  if (problems.length > 0) throw new Refusal('INVALID', problems)
}

function unreadable(path: string, value: unknown): FieldProblem[] {
  if (typeof value === 'string') return value.includes('\u0000') ? [{ path, rule: 'BAD_CHARACTER' }] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => unreadable(`${path}.${name}`, inner))
}
