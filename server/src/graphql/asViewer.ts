import { Refusal, type FieldProblem } from '@goshayesh/shared/refusal'
import type { GraphQLResolveInfo } from 'graphql'
import type { Actor } from '../records/Actor.ts'
import { viewerOf, type Context } from './Context.ts'

/**
 * A field that answers only to somebody who is signed in, and only to readable arguments: UNAUTHENTICATED and
 * INVALID come before all else.
 */
export function asViewer<Args extends object, Result>(
  answer: (context: Context, args: Args, viewer: Actor, info: GraphQLResolveInfo) => Result,
): (parent: unknown, args: Args, context: Context, info: GraphQLResolveInfo) => Result {
  return (_parent, args, context, info) => {
    const viewer = viewerOf(context)
    checkReadable(args)
    return answer(context, args, viewer, info)
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
