import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'

/** What answering a document takes, in the worst case. */
export interface DocumentWeight {
  operations: number
  /** Levels of fields; introspection, which graphql bounds by itself, is not counted. */
  depth: number
  aliases: number
  directives: number
  /** Fields as written; a fragment's once, wherever it is spread. */
  fields: number
  /** Fields as answered: those of a list once for each row that it may have, a change of the rules for all that it moves. */
  cost: number
  introspects: boolean
  subscribes: boolean
  /** Some operation in it changes something. */
  writes: boolean
  /** Selections looked at: never more than there are in the document, whatever its fragments do. */
  visits: number
}

/** Lists that take no size: how many rows are reckoned with. Those of a connection are sized where it is asked for. */
export const rowsOfList: Record<string, number> = {
  'Query.agencies': 100,
  'Query.services': 400,
  'Query.sessions': 10,
  'Query.milestones': 10,
  'Query.overdueSummary': 100,
  'Query.previewDeadlines': 4,
  'Agency.services': 10,
  'Agency.stageChanges': 20,
  'Agency.openByCategory': 8,
  'Board.columns': 6,
  'BoardColumn.obstacles': 1,
  'ConfirmSecondFactorPayload.recoveryCodes': 10,
  'EventConnection.edges': 1,
  'NoticeConnection.edges': 1,
  'ObstacleConnection.edges': 1,
  'Event.changes': 5,
  'Event.mentions': 2,
  'DeadlineWhy.counted': 30,
  'DeadlineWhy.extensions': 2,
  'DeadlineWhy.pauses': 2,
  'DeadlineWhy.skipped': 30,
  'Installation.demoAccounts': 5,
  'Obstacle.actions': 8,
  'Obstacle.affectedAgencies': 5,
  'Obstacle.attachments': 20,
  'Obstacle.deadlines': 5,
  'Obstacle.extensions': 3,
  'Obstacle.solutionSteps': 20,
  'Review.burnup': 60,
  'Review.definitions': 20,
  'Review.onTime': 5,
  'Review.resistanceTrend': 12,
  'Review.upcoming': 14,
  'SlaPolicy.ladder': 10,
  'SlaPolicy.rules': 50,
  'SlaPolicy.warnAtPercent': 10,
  'SlaRule.targets': 5,
  'WorkingCalendar.closures': 400,
  'WorkingCalendar.dates': 100,
  'WorkingCalendar.hours': 50,
}

/** What weighs a field that tells how many deadlines move: all that run are reckoned anew for it. */
const OF_ALL_THAT_RUN = 10_000
const OF_ANY_OTHER_LIST = 10
/** No list gives more at once (`pageSize`). */
const LARGEST_PAGE = 100
const sizes = ['last', 'first', 'perColumn']

interface Weight {
  depth: number
  aliases: number
  cost: number
}

const nothing: Weight = { depth: 0, aliases: 0, cost: 0 }

/** Measures a document before it is validated: it may be wrong in any way that can be parsed. */
export function measureDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown>,
): DocumentWeight {
  const fragments = new Map<string, FragmentDefinitionNode>()
  /** Each fragment is measured once, so doubled fragments don't double the work; one inside itself weighs nothing. */
  const measured = new Map<string, Weight>()
  const found = { fields: 0, directives: 0, visits: 0, introspects: false }

  const ofSelections = (set: SelectionSetNode, parent: GraphQLNamedType | undefined): Weight => {
    let { depth, aliases, cost } = nothing
    for (const selection of set.selections) {
      found.visits++
      found.directives += selection.directives?.length ?? 0
      const weight =
        selection.kind === Kind.FIELD
          ? ofField(selection, parent)
          : selection.kind === Kind.FRAGMENT_SPREAD
            ? ofFragment(selection.name.value)
            : ofSelections(
                selection.selectionSet,
                selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : parent,
              )
      depth = Math.max(depth, weight.depth)
      aliases += weight.aliases
      cost += weight.cost
    }
    return { depth, aliases, cost }
  }

  const ofField = (node: FieldNode, parent: GraphQLNamedType | undefined): Weight => {
    const name = node.name.value
    const isIntrospection = name === '__schema' || name === '__type'
    found.fields++
    found.introspects ||= isIntrospection
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined
    const within = node.selectionSet
      ? ofSelections(node.selectionSet, field ? getNamedType(field.type) : introspected(schema, name))
      : nothing
    return {
      depth: isIntrospection ? 0 : within.depth + 1,
      aliases: within.aliases + (node.alias ? 1 : 0),
      cost: ownCost(field) + within.cost * rowsOf(node, parent, field, variables),
    }
  }

  const ofFragment = (name: string): Weight => {
    const known = measured.get(name)
    const fragment = fragments.get(name)
    if (known || !fragment) return known ?? nothing
    measured.set(name, nothing)
    const weight = ofSelections(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value))
    measured.set(name, weight)
    return weight
  }

  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  }
  let total = nothing
  let operations = 0
  let subscribes = false
  let writes = false
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    operations++
    subscribes ||= definition.operation === OperationTypeNode.SUBSCRIPTION
    writes ||= definition.operation === OperationTypeNode.MUTATION
    found.directives += definition.directives?.length ?? 0
    const weight = ofSelections(
      definition.selectionSet,
      schema.getRootType(definition.operation) ?? undefined,
    )
    total = {
      depth: Math.max(total.depth, weight.depth),
      aliases: total.aliases + weight.aliases,
      cost: total.cost + weight.cost,
    }
  }
  // Fragments that nothing spreads are validated like all others.
  for (const name of fragments.keys()) ofFragment(name)
  return { ...total, ...found, operations, subscribes, writes }
}

/** The meta fields are of no type's own. */
function introspected(schema: GraphQLSchema, name: string): GraphQLNamedType | undefined {
  return name === '__schema'
    ? schema.getType('__Schema')
    : name === '__type'
      ? schema.getType('__Type')
      : undefined
}

function ownCost(field: GraphQLField<unknown, unknown> | undefined): number {
  const type = field && getNamedType(field.type)
  return isObjectType(type) && 'movedDeadlines' in type.getFields() ? OF_ALL_THAT_RUN : 1
}

function rowsOf(
  node: FieldNode,
  parent: GraphQLNamedType | undefined,
  field: GraphQLField<unknown, unknown> | undefined,
  variables: Record<string, unknown>,
): number {
  if (!field || !parent) return 1
  const size = sizes.find((name) => field.args.some((argument) => argument.name === name))
  if (size) return pageOf(node, field, variables)
  if (!isListType(getNullableType(field.type))) return 1
  return rowsOfList[`${parent.name}.${field.name}`] ?? OF_ANY_OTHER_LIST
}

function pageOf(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  variables: Record<string, unknown>,
): number {
  for (const name of sizes) {
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value
    if (value?.kind !== Kind.INT && value?.kind !== Kind.VARIABLE) continue
    const asked = value.kind === Kind.INT ? Number(value.value) : variables[value.name.value]
    return typeof asked === 'number' ? Math.max(1, Math.min(asked, LARGEST_PAGE)) : LARGEST_PAGE
  }
  const usual = field.args.find(({ name }) => sizes.includes(name) && name !== 'last')?.defaultValue
  return typeof usual === 'number' ? usual : LARGEST_PAGE
}
