import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql'

export interface GarbageRequest {
  query: string
  variables: Record<string, unknown>
}

const texts = [
  '',
  ' ',
  '1',
  '0',
  '-1',
  '999999999999999',
  '1e9',
  'OB-1',
  'م-۱۰۱',
  '1405-04-31',
  '1405-13-01',
  '2026-07-11T06:45:00.000Z',
  "' or 1=1 --",
  '"*" NEAR(x)',
  '%_%',
  '\u0000',
  '\ud800',
  '\u202e\u200f',
  '../../etc/passwd',
  '${7*7}',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  'گاز',
  'ک'.repeat(300),
  'x '.repeat(3_000),
]
const numbers = [0, -1, 1, 2, 5, 100, 101, 2_147_483_647, -2_147_483_648, 1e21, 0.5]
const strange = [null, true, false, [], {}, [[]], [null], { a: { b: [1] } }, { __proto__: null }]

/** Requests that are right in part: fields and arguments of the schema with values that are seldom what they should be. */
export class Garbage {
  readonly #schema: GraphQLSchema
  readonly #random: () => number

  constructor(schema: GraphQLSchema, random: () => number) {
    this.#schema = schema
    this.#random = random
  }

  next(): GarbageRequest {
    const mutates = this.#chance(0.5)
    const root = mutates ? this.#schema.getMutationType() : this.#schema.getQueryType()
    const fields = Object.values(root?.getFields() ?? {}).filter(({ name }) => name !== 'signOut')
    const variables: Record<string, unknown> = {}
    const definitions: string[] = []
    const chosen = Array.from({ length: this.#chance(0.8) ? 1 : 3 }, () => this.#pick(fields))
    const selections = chosen.map((field, n) => `f${n}: ${this.#field(field, 0, variables, definitions)}`)
    const head = definitions.length > 0 ? `(${definitions.join(', ')})` : ''
    const query = `${mutates ? 'mutation' : 'query'} ${head} { ${selections.join(' ')} }`
    return { query: this.#chance(0.1) ? this.#torn(query) : query, variables }
  }

  #field(
    field: GraphQLField<unknown, unknown>,
    depth: number,
    variables: Record<string, unknown>,
    definitions: string[],
  ): string {
    const given = field.args
      .filter(({ type }) => isNonNullType(type) || this.#chance(0.4))
      .map((argument) => this.#argument(argument, variables, definitions))
    const type = getNamedType(field.type)
    const within =
      isObjectType(type) && isCompositeType(type)
        ? ` { __typename ${this.#inner(Object.values(type.getFields()), depth, variables, definitions)} }`
        : ''
    return `${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${within}`
  }

  #inner(
    fields: GraphQLField<unknown, unknown>[],
    depth: number,
    variables: Record<string, unknown>,
    definitions: string[],
  ): string {
    if (depth > 3) return ''
    const chosen = fields.filter(() => this.#chance(0.3)).slice(0, 6)
    return chosen
      .map(
        (field) =>
          `g${definitions.length}${depth}${field.name}: ${this.#field(field, depth + 1, variables, definitions)}`,
      )
      .join(' ')
  }

  #argument(
    { name, type }: GraphQLArgument,
    variables: Record<string, unknown>,
    definitions: string[],
  ): string {
    const variable = `v${definitions.length}`
    definitions.push(`$${variable}: ${String(type)}`)
    variables[variable] = this.#value(type)
    return `${name}: $${variable}`
  }

  #value(type: GraphQLInputType): unknown {
    if (this.#chance(0.03)) return this.#pick(strange)
    if (isNonNullType(type)) return this.#value(type.ofType)
    if (this.#chance(0.1)) return null
    if (isListType(type))
      return Array.from({ length: this.#chance(0.95) ? 2 : 300 }, () => this.#value(type.ofType))
    if (isEnumType(type)) return this.#chance(0.95) ? this.#pick(type.getValues()).name : this.#pick(texts)
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || this.#chance(0.5),
      )
      return Object.fromEntries(fields.map((field) => [field.name, this.#value(field.type)]))
    }
    if (type.name === 'Int' || type.name === 'Float') return this.#pick(numbers)
    if (type.name === 'Boolean') return this.#chance(0.5)
    if (type.name === 'ID')
      return this.#chance(0.7) ? String(1 + Math.floor(this.#random() * 9)) : this.#pick(texts)
    if (type.name === 'JalaliDate') return this.#chance(0.7) ? '1405-05-12' : this.#pick(texts)
    return this.#chance(0.4) ? 'متنی درست و خوانا' : this.#pick(texts)
  }

  /** A piece is missing, or stands twice. */
  #torn(text: string): string {
    const [from, to] = [this.#random() * text.length, this.#random() * text.length].sort((a, b) => a - b)
    return this.#chance(0.5) ? text.slice(0, from) + text.slice(to) : text.slice(0, to) + text.slice(from)
  }

  #chance(share: number): boolean {
    return this.#random() < share
  }

  #pick<Value>(values: readonly Value[]): Value {
    return values[Math.floor(this.#random() * values.length)] as Value
  }
}
