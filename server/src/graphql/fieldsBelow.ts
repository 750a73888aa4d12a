import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql'

/** The names of all fields that are asked for below a field, at any depth. */
export function fieldsBelow({ fieldNodes, fragments }: GraphQLResolveInfo): Set<string> {
  const names = new Set<string>()
  const walk = (selections: SelectionSetNode | undefined) => {
    for (const selection of selections?.selections ?? []) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value)
      walk(
        selection.kind === Kind.FRAGMENT_SPREAD
          ? fragments[selection.name.value]?.selectionSet
          : selection.selectionSet,
      )
    }
  }
  for (const { selectionSet } of fieldNodes) walk(selectionSet)
  return names
}
