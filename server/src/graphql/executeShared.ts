import { execute, print, type ExecutionArgs, type ExecutionResult } from 'graphql'
import type { Actor } from '../records/Actor.ts'
import { createContext, type Context } from './Context.ts'

interface Outcome {
  result: ExecutionResult
  /** It depends on who the viewer is, not only on what he or she may do. */
  isPersonal: boolean
}

/** What came out of an event, by all that it depends on. */
const outcomes = new WeakMap<object, Map<string, Promise<Outcome>>>()

/**
 * Executes a subscription's document for one event, once for all who ask the same with the same rights: a thousand
 * listeners cost as much as their different rights. A result for which the viewer's person was looked at, as for
 * `actions`, is made for each person.
 */
export async function executeShared(args: ExecutionArgs, event: object): Promise<ExecutionResult> {
  const { viewer, language } = args.contextValue as Context
  if (!viewer) return execute({ ...args, rootValue: event })
  const known = outcomes.get(event) ?? new Map<string, Promise<Outcome>>()
  outcomes.set(event, known)
  const once = (key: string) => {
    const outcome = known.get(key) ?? executeWatched(args, event)
    known.set(key, outcome)
    return outcome
  }
  const scope = JSON.stringify([askedBy(args), language, viewer.provinceId, viewer.role, viewer.agencyCode])
  const { result, isPersonal } = await once(scope)
  return isPersonal ? (await once(`${viewer.id} ${scope}`)).result : result
}

async function executeWatched(args: ExecutionArgs, event: object): Promise<Outcome> {
  const context = args.contextValue as Context
  let isPersonal = false
  const personal = <Value extends object>(value: Value, names: (keyof Value)[]): Value =>
    new Proxy(value, {
      get(target, name) {
        if (names.includes(name as keyof Value)) isPersonal = true
        return Reflect.get(target, name)
      },
    })
  const viewer = context.viewer && personal<Actor>(context.viewer, ['id', 'name'])
  const contextValue = personal(createContext({ ...context, viewer }), ['session'])
  const result = await execute({ ...args, contextValue, rootValue: event })
  return { result, isPersonal }
}

const asked = new WeakMap<object, string>()

/** The document and its variables as a text. */
function askedBy(args: ExecutionArgs): string {
  const known = asked.get(args)
  if (known !== undefined) return known
  const text = JSON.stringify([print(args.document), args.operationName, args.variableValues])
  asked.set(args, text)
  return text
}
