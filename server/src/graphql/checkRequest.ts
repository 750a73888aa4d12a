import { invalid } from '@goshayesh/shared/refusal'
import { GraphQLError, parse, type DocumentNode } from 'graphql'
import { measureDocument, type DocumentWeight } from './measureDocument.ts'
import { schema } from './schema.ts'

/** What anybody may ask at once; the client's own documents stay well below. */
export const requestLimits = {
  depth: 12,
  aliases: 30,
  directives: 30,
  operations: 10,
  fields: 1_000,
  cost: 60_000,
} satisfies Partial<Record<keyof DocumentWeight, number>>

/** Above this a document is not even parsed to its end. */
export const MOST_TOKENS = 5_000
/** Levels of lists and objects within variables; inputs have five. */
const DEEPEST_VALUE = 20

/**
 * Whether a request may be answered at all, before it is validated: INVALID where it has not the shape of one, is too
 * heavy in any way, can't be parsed, or asks for another kind of operation than is served. Answers with its weight.
 */
export function checkRequest(request: unknown, served: 'requests' | 'subscriptions'): DocumentWeight {
  if (!isRecord(request)) throw invalid('body', 'BAD_VALUE')
  const weight = weights.get(request) ?? weigh(request)
  weights.set(request, weight)
  if (weight.operations > 0 && weight.subscribes !== (served === 'subscriptions'))
    throw refused('Subscriptions run over the WebSocket, and nothing else does.')
  return weight
}

/** Of requests that may be answered. Nobody changes a request, so its weight stays what it is. */
const weights = new WeakMap<object, DocumentWeight>()

function weigh({ query, variables, extensions, operationName }: Record<string, unknown>): DocumentWeight {
  if (typeof query !== 'string') throw invalid('query', query == null ? 'REQUIRED' : 'BAD_VALUE')
  if (operationName != null && typeof operationName !== 'string') throw invalid('operationName', 'BAD_VALUE')
  for (const [name, values] of Object.entries({ variables, extensions })) {
    if (values != null && !isRecord(values)) throw invalid(name, 'BAD_VALUE')
    if (isTooDeep(values)) throw invalid(name, 'TOO_COMPLEX', DEEPEST_VALUE)
  }
  const weight = measureDocument(schema, readDocument(query), isRecord(variables) ? variables : {})
  for (const [name, most] of Object.entries(requestLimits) as [keyof typeof requestLimits, number][])
    if (weight[name] > most) throw refused(`The document's ${name}: at most ${most}.`, most)
  return weight
}

/** `detail` is for whoever wrote the document. */
function refused(detail: string, most?: number): GraphQLError {
  const refusal = most === undefined ? invalid('query', 'BAD_VALUE') : invalid('query', 'TOO_COMPLEX', most)
  return new GraphQLError(detail, { originalError: refusal })
}

const documents = new Map<string, DocumentNode>()
const MOST_KEPT = 500
const LONGEST_KEPT = 20_000

/** Parsed once for all who send the same text. */
export function readDocument(text: string): DocumentNode {
  const known = documents.get(text)
  if (known) return known
  const document = parse(text, { maxTokens: MOST_TOKENS, noLocation: true })
  if (text.length > LONGEST_KEPT) return document
  if (documents.size >= MOST_KEPT) documents.clear()
  documents.set(text, document)
  return document
}

function isTooDeep(value: unknown): boolean {
  let level = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST_VALUE) return true
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return false
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
