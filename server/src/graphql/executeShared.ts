import { execute, print, type DocumentNode, type ExecutionArgs, type ExecutionResult } from 'graphql'
import type { Actor } from '../records/Actor.ts'
import { createContext, NO_SESSION, type Context } from './Context.ts'
import type { Moment } from './Feed.ts'
import { rightsOf, watchPerson } from './watchPerson.ts'

interface Outcome {
  result: ExecutionResult
  /** It depends on who the viewer is, not only on what he or she may do. */
  isPersonal: boolean
}

/** What came out of a value of a feed, by all that it depends on. */
const outcomes = new WeakMap<object, Map<string, Promise<Outcome>>>()

/**
 * Executes a subscription's document for one value of its feed, once for all who ask the same with the same rights: a
 * thousand listeners cost as much as their different rights. A result for which the viewer's person was looked at, as
 * for `actions`, is made for each person.
 */
export async function executeShared(
  args: ExecutionArgs,
  value: object,
  { viewer, now }: Omit<Moment<Actor | null>, 'event'>,
): Promise<ExecutionResult> {
  const base = args.contextValue as Context
  const context = () => createContext({ ...base, viewer, now })
  if (!viewer) return execute({ ...args, contextValue: context(), rootValue: value })
  const known = outcomes.get(value) ?? new Map<string, Promise<Outcome>>()
  outcomes.set(value, known)
  const once = (key: string) => {
    const outcome = known.get(key) ?? executeWatched(args, context(), value)
    known.set(key, outcome)
    return outcome
  }
  const scope = `${base.language} ${rightsOf(viewer)} ${askedBy(args)}`
  const { result, isPersonal } = await once(scope)
  return isPersonal ? (await once(`${viewer.id} ${scope}`)).result : result
}

async function executeWatched(args: ExecutionArgs, context: Context, value: object): Promise<Outcome> {
  const { viewer, isPersonal } = watchPerson(context.viewer)
  const contextValue = createContext({ ...context, viewer, session: NO_SESSION })
  const result = await execute({ ...args, contextValue, rootValue: value })
  return { result, isPersonal: isPersonal() }
}

const printed = new WeakMap<DocumentNode, string>()

/** The document and its variables as a text. */
function askedBy({ document, operationName, variableValues }: ExecutionArgs): string {
  const text = printed.get(document) ?? print(document)
  printed.set(document, text)
  if (operationName == null && variableValues == null) return text
  return JSON.stringify([text, operationName, variableValues])
}
