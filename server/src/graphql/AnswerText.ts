import {
  getVariableValues,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { bytesOf, type Part } from './bytesOf.ts'
import type { Context } from './Context.ts'
import { Untold, type Asked } from './readSelection.ts'
import { Selection } from './Selection.ts'
import { Watch } from './Watch.ts'
import type { Run } from './writerOf.ts'

/**
 * The answer to a query as it is sent, from the same resolvers and without the objects in between. Only what goes well is
 * told here: whatever goes wrong throws, and the query is to be executed in the ordinary way, which says what.
 */
export class AnswerText {
  readonly #schema: GraphQLSchema
  readonly #operation: OperationDefinitionNode
  readonly #query: Selection

  /** Of a valid document. Throws where it asks for what is not told here: another operation, the schema, a directive. */
  constructor(schema: GraphQLSchema, document: DocumentNode, operationName?: string | null) {
    const fragments: Asked['fragments'] = {}
    let operation: OperationDefinitionNode | null = null
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue
      if (operationName == null || definition.name?.value === operationName) operation = definition
    }
    const root = schema.getQueryType()
    if (!root || operation?.operation !== OperationTypeNode.QUERY) throw new Untold('the operation')
    this.#schema = schema
    this.#operation = operation
    this.#query = new Selection({ schema, operation, fragments }, root, [operation.selectionSet])
  }

  async write(context: Context, values: Record<string, unknown>): Promise<Buffer> {
    const { coerced } = getVariableValues(this.#schema, this.#operation.variableDefinitions ?? [], values)
    if (!coerced) throw new Untold('the variables')
    const run: Run = { context: new Watch(context), variables: coerced, waiting: [] }
    const told: Part[] = ['{"data":']
    this.#query.write(undefined, run, told)
    // Those that are awaited bring more.
    for (const part of run.waiting) await part
    return bytesOf([...told, '}\n'])
  }
}
