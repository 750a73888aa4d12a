import {
  defaultFieldResolver,
  getArgumentValues,
  getNamedType,
  getVariableValues,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNonNull,
  type GraphQLNullableType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { bytesOf, type Part } from './bytesOf.ts'
import type { Context } from './Context.ts'
import { fieldsOf, infoOf, namesVariable, Untold, type Asked, type Key } from './readSelection.ts'
import { ELSE, PERSON, Watch } from './Watch.ts'

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

interface Run {
  context: Watch
  variables: Record<string, unknown>
  /** What is still to come, each to be put where it belongs. */
  waiting: Promise<void>[]
}

type Write = (value: unknown, run: Run, told: Part[]) => void

/** What is kept of an object: what stays the same, and the fields that are to be asked each time. */
type Piece = Same | Field | OfPerson

/** Types whose values never change: the same object has the same fields. */
const STEADY = 'steady'
const kept = new WeakMap<object, Map<object, Piece[]>>()
/** Of one object: selections, in a language; or of one of its fields: people. */
const MOST_KEPT = 32
const MOST_KEYS = 200

/** What was looked at for what is written, and whether some of it is still to come. */
function watch({ context, waiting }: Run, write: () => void): { looked: number; waits: boolean } {
  const before = { looked: context.looked, waiting: waiting.length }
  context.looked = 0
  write()
  const { looked } = context
  context.looked |= before.looked
  return { looked, waits: waiting.length > before.waiting }
}

/** The fields that are asked of objects of one type. */
class Selection {
  readonly #fields: Field[]
  readonly #isSteady: boolean
  /** By scope, what stands for this selection in it. */
  readonly #keys = new Map<string, object>()

  constructor(asked: Asked, type: GraphQLObjectType, sets: SelectionSetNode[]) {
    if (type.isTypeOf) throw new Untold('a type that is found out')
    this.#fields = [...fieldsOf(asked, type, sets)].map(([key, nodes]) => new Field(asked, type, key, nodes))
    this.#isSteady = type.extensions[STEADY] === true
  }

  /** Whether it asks for the same whatever the variables are. */
  get isFixed(): boolean {
    return this.#fields.every(({ isFixed }) => isFixed)
  }

  write(value: unknown, run: Run, told: Part[]): void {
    const { scope } = run.context
    if (this.#isSteady && scope !== null) return this.#writeSteady(value as object, run, told, scope)
    told.push('{')
    for (const field of this.#fields) field.write(value, run, told)
    told.push('}')
  }

  #writeSteady(value: object, run: Run, told: Part[], scope: string): void {
    const known = kept.get(value) ?? new Map<object, Piece[]>()
    kept.set(value, known)
    const key = this.#keyIn(scope)
    const pieces = known.get(key)
    if (!pieces) {
      if (known.size >= MOST_KEPT) known.clear()
      return this.#writeAndKeep(value, run, told, (found) => known.set(key, found))
    }
    for (const piece of pieces) piece.write(value, run, told)
  }

  /** Finds out which fields will say the same again; the others are asked each time. */
  #writeAndKeep(value: object, run: Run, told: Part[], keep: (pieces: Piece[]) => void): void {
    const pieces: Piece[] = []
    let same: Part[] = ['{']
    let isAtHand = true
    told.push('{')
    for (const field of this.#fields) {
      const part: Part[] = []
      const { looked, waits } = watch(run, () => field.write(value, run, part))
      told.push(part)
      if (waits) isAtHand = false
      if (looked === 0 && field.isFixed) same.push(part)
      else {
        pieces.push(new Same(same), looked === PERSON && field.isFixed ? new OfPerson(field) : field)
        same = []
      }
    }
    told.push('}')
    // What had to be looked up first will be at hand another time.
    if (isAtHand) keep([...pieces, new Same([...same, '}'])])
  }

  #keyIn(scope: string): object {
    const known = this.#keys.get(scope)
    if (known) return known
    if (this.#keys.size >= MOST_KEYS) this.#keys.clear()
    const key = {}
    this.#keys.set(scope, key)
    return key
  }
}

/** One field of an object, with its name before it and a comma between it and the one before. */
class Field {
  readonly isFixed: boolean
  readonly #name: string
  readonly #resolve: NonNullable<GraphQLField<unknown, Context>['resolve']>
  readonly #args: (variables: Record<string, unknown>) => Record<string, unknown>
  readonly #info: ReturnType<typeof infoOf>
  readonly #write: Write

  constructor(asked: Asked, type: GraphQLObjectType, { key, isFirst }: Key, nodes: FieldNode[]) {
    const [node] = nodes
    const definition = node && type.getFields()[node.name.value]
    if (!definition) throw new Untold('the type, or the schema')
    const below = nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
    const named = getNamedType(definition.type)
    const selection = isObjectType(named) ? new Selection(asked, named, below) : null
    const given = namesVariable(node) ? null : getArgumentValues(definition, node)
    this.isFixed = given !== null && (selection?.isFixed ?? true)
    this.#name = `${isFirst ? '' : ','}${JSON.stringify(key)}:`
    this.#resolve = definition.resolve ?? defaultFieldResolver
    this.#args = given ? () => given : (variables) => getArgumentValues(definition, node, variables)
    this.#info = infoOf(asked, type, definition, nodes)
    this.#write = writerOf(definition.type, selection)
  }

  write(value: unknown, run: Run, told: Part[]): void {
    told.push(this.#name)
    const result = this.#resolve(value, this.#args(run.variables), run.context, this.#info)
    writeAwaited(this.#write, result, run, told)
  }
}

/** Becomes bytes when it is told again: what changes before that is never made into any. */
class Same {
  #parts: Part[]
  #isMade = false

  constructor(parts: Part[]) {
    this.#parts = parts
  }

  write(_value: unknown, _run: Run, told: Part[]): void {
    if (!this.#isMade) this.#parts = [bytesOf(this.#parts)]
    this.#isMade = true
    told.push(this.#parts)
  }
}

/** A field of one object that says something else to each person. */
class OfPerson {
  readonly #field: Field
  readonly #kept = new Map<number, Same>()

  constructor(field: Field) {
    this.#field = field
  }

  write(value: unknown, run: Run, told: Part[]): void {
    const id = run.context.viewer?.id ?? 0
    const known = this.#kept.get(id)
    if (known) return known.write(value, run, told)
    const part: Part[] = []
    const { looked, waits } = watch(run, () => this.#field.write(value, run, part))
    told.push(part)
    if (waits || (looked & ELSE) !== 0) return
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear()
    this.#kept.set(id, new Same(part))
  }
}

/** A promise for each of many fields would cost more than the fields. */
function writeAwaited(write: Write, value: unknown, run: Run, told: Part[]): void {
  if (!(value instanceof Promise)) return write(value, run, told)
  const part: Part[] = []
  told.push(part)
  const written = value.then((awaited) => write(awaited, run, part))
  // After the first fault nobody waits for another.
  written.catch(() => {})
  run.waiting.push(written)
}

function writerOf(type: GraphQLOutputType, selection: Selection | null): Write {
  if (isNonNullType(type)) {
    const write = writerOf(type.ofType as GraphQLOutputType, selection)
    return (value, run, told) => {
      if (value === null || value === undefined) throw new Untold('null')
      write(value, run, told)
    }
  }
  const write = writerOfSome(type, selection)
  return (value, run, told) => {
    if (value instanceof Error) throw value
    if (value === null || value === undefined) told.push('null')
    else write(value, run, told)
  }
}

function writerOfSome(
  type: Exclude<GraphQLOutputType, GraphQLNonNull<GraphQLNullableType>>,
  selection: Selection | null,
): Write {
  if (isListType(type)) return listWriter(writerOf(type.ofType, selection))
  if (isEnumType(type)) {
    const names = new Map(type.getValues().map(({ name, value }) => [value as unknown, JSON.stringify(name)]))
    return (value, _run, told) => told.push(names.get(value) ?? JSON.stringify(type.serialize(value)))
  }
  if (isLeafType(type)) return (value, _run, told) => told.push(JSON.stringify(type.serialize(value)))
  if (!selection) throw new Untold('a type that is found out')
  return (value, run, told) => selection.write(value, run, told)
}

function listWriter(write: Write): Write {
  return (value, run, told) => {
    if (!Array.isArray(value)) throw new Untold('what is no list')
    told.push('[')
    for (const [index, item] of value.entries()) {
      if (index > 0) told.push(',')
      writeAwaited(write, item, run, told)
    }
    told.push(']')
  }
}
