import {
  Kind,
  visit,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import type { Context } from './Context.ts'

/** Is said in the ordinary way. */
export class Untold extends Error {}

export interface Asked {
  schema: GraphQLSchema
  operation: OperationDefinitionNode
  fragments: Record<string, FragmentDefinitionNode>
}

export interface Key {
  key: string
  isFirst: boolean
}

/** By the name that the answer gives it, where each field is asked for; in the order of asking. */
export function fieldsOf(
  { fragments }: Asked,
  type: GraphQLObjectType,
  sets: SelectionSetNode[],
): Map<Key, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>()
  const collect = ({ selections }: SelectionSetNode) => {
    for (const selection of selections) {
      if (selection.directives?.length) throw new Untold('a directive')
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value
        fields.set(key, [...(fields.get(key) ?? []), selection])
        continue
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection
      const condition = fragment?.typeCondition?.name.value ?? type.name
      if (!fragment || condition !== type.name) throw new Untold('a fragment of another type')
      collect(fragment.selectionSet)
    }
  }
  for (const set of sets) collect(set)
  return new Map([...fields].map(([key, nodes], index) => [{ key, isFirst: index === 0 }, nodes]))
}

/** Whether what is given to a field depends on variables. */
export function namesVariable({ arguments: given }: FieldNode): boolean {
  let found = false
  const noticed = () => {
    found = true
  }
  for (const argument of given ?? []) visit(argument, { Variable: noticed })
  return found
}

/** What resolvers look at to see what is asked for below them; what changes from one to the next is not at hand. */
export function infoOf(
  { schema, operation, fragments }: Asked,
  parentType: GraphQLObjectType,
  { name: fieldName, type: returnType }: GraphQLField<unknown, Context>,
  fieldNodes: FieldNode[],
): GraphQLResolveInfo {
  return {
    fieldName,
    fieldNodes,
    returnType,
    parentType,
    schema,
    fragments,
    operation,
    rootValue: undefined,
    get path(): never {
      throw new Untold('the path')
    },
    get variableValues(): never {
      throw new Untold('the variables')
    },
  }
}
