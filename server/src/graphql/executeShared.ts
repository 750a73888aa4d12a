import { execute, print, type ExecutionArgs, type ExecutionResult } from 'graphql'
import { whenKnown } from '../queries/whenKnown.ts'
import type { Actor } from '../records/Actor.ts'
import { createContext, NO_SESSION, type Context } from './Context.ts'
import type { Moment } from './Feed.ts'
import { rightsOf, watchPerson } from './watchViewer.ts'

/** What a subscription asks at each event, and the same as a text: written once, as it is compared a thousand times. */
export interface Asked {
  args: ExecutionArgs
  question: string
}

interface Outcome {
  result: ExecutionResult
  /** It depends on who the viewer is, not only on what he or she may do. */
  isPersonal: boolean
}

/** What came out of a value of a feed, by what was asked and then by whose rights, or who, asked it. */
const outcomes = new WeakMap<object, Map<string, Map<string, Outcome | Promise<Outcome>>>>()

/**
 * Executes a subscription's document for one value of its feed, once for all who ask the same with the same rights: a
 * thousand listeners cost as much as their different rights. A result for which the viewer's person was looked at, as
 * for `actions`, is made for each person. What is there already is answered at once.
 */
export function executeShared(
  { args, question }: Asked,
  value: object,
  { viewer, now }: Omit<Moment<Actor | null>, 'event'>,
): ExecutionResult | Promise<ExecutionResult> {
  const context = () => createContext({ ...(args.contextValue as Context), viewer, now })
  if (!viewer) return execute({ ...args, contextValue: context(), rootValue: value })
  const known = outcomesOf(value, question)
  const once = (whose: string): Outcome | Promise<Outcome> => {
    const outcome = known.get(whose)
    if (outcome) return outcome
    const coming = executeWatched(args, context(), value).then((made) => {
      known.set(whose, made)
      return made
    })
    known.set(whose, coming)
    return coming
  }
  const rights = rightsOf(viewer)
  return whenKnown(once(rights), ({ result, isPersonal }) =>
    isPersonal ? whenKnown(once(`${viewer.id} ${rights}`), (own) => own.result) : result,
  )
}

function outcomesOf(value: object, question: string): Map<string, Outcome | Promise<Outcome>> {
  const ofValue = outcomes.get(value) ?? new Map<string, Map<string, Outcome | Promise<Outcome>>>()
  outcomes.set(value, ofValue)
  const known = ofValue.get(question) ?? new Map<string, Outcome | Promise<Outcome>>()
  ofValue.set(question, known)
  return known
}

async function executeWatched(args: ExecutionArgs, context: Context, value: object): Promise<Outcome> {
  let isPersonal = false
  const viewer = watchPerson(context.viewer, () => {
    isPersonal = true
  })
  const contextValue = createContext({ ...context, viewer, session: NO_SESSION })
  const result = await execute({ ...args, contextValue, rootValue: value })
  return { result, isPersonal }
}

/** The language, the document and its variables as a text. */
export function questionOf({ document, operationName, variableValues, contextValue }: ExecutionArgs): string {
  const { language } = contextValue as Context
  return JSON.stringify([language, print(document), operationName, variableValues])
}
