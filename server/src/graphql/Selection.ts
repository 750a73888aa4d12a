import {
  defaultFieldResolver,
  getArgumentValues,
  getNamedType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type SelectionSetNode,
} from 'graphql'
import { bytesOf, type Part } from './bytesOf.ts'
import type { Context } from './Context.ts'
import { fieldsOf, infoOf, namesVariable, Untold, type Asked, type Key } from './readSelection.ts'
import { ELSE, PERSON } from './Watch.ts'
import { writeAwaited, writerOf, type Run, type Write } from './writerOf.ts'

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
export class Selection {
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
