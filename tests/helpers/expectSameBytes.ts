import { Kind, OperationTypeNode, type DocumentNode, type ExecutionResult } from 'graphql'
import { expect } from 'vitest'
import { AnswerText } from '../../server/src/graphql/AnswerText.ts'
import type { Context } from '../../server/src/graphql/Context.ts'
import { schema } from '../../server/src/graphql/schema.ts'
import { postgresUrl } from './engines.ts'

/** Null: not told as bytes. */
const known = new WeakMap<DocumentNode, AnswerText | null>()

/**
 * What is sent to whoever only reads is the ordinary answer, to the byte, whether it is put together anew or from what was
 * kept; and where something goes wrong, nothing is told. Held on one engine: the resolvers don't know which it is.
 */
export async function expectSameBytes(
  document: DocumentNode,
  variables: Record<string, unknown>,
  createContext: () => Context,
  { data, errors }: ExecutionResult,
): Promise<void> {
  if (postgresUrl !== null) return
  if (!known.has(document)) known.set(document, isTold(document) ? new AnswerText(schema, document) : null)
  const answer = known.get(document)
  if (!answer) return
  for (let time = 1; time <= 2; time++) {
    const body = await answer.write(createContext(), variables).catch(() => null)
    const ordinary = errors ? null : `${JSON.stringify({ data })}\n`
    expect(body?.toString() ?? null, `as bytes, the ${time}. time`).toBe(ordinary)
  }
}

/** Not where it is about the schema itself. */
function isTold({ definitions }: DocumentNode): boolean {
  const [first] = definitions
  if (first?.kind !== Kind.OPERATION_DEFINITION || first.operation !== OperationTypeNode.QUERY) return false
  return !JSON.stringify(definitions).includes('"__')
}
