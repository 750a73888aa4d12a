import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import { schema } from '../../server/src/graphql/schema.ts'

const contract = buildSchema(readFileSync(join(import.meta.dirname, 'contract.graphql'), 'utf8'))

describe('the contract', () => {
  const types = namesOf(contract)
  test.each(types)('%s keeps its names, arguments and types', (name) => {
    const promised = contract.getType(name) as GraphQLNamedType
    const kept = schema.getType(name)
    expect(kept, `${name} is missing`).toBeDefined()
    expect(linesOf(kept as GraphQLNamedType)).toEqual(expect.arrayContaining(linesOf(promised)))
  })
})

test('the printed schema is the one in the repository', async () => {
  const printed = `${printSchema(lexicographicSortSchema(schema))}\n`
  await expect(printed).toMatchFileSnapshot('../../server/schema.graphql')
})

function namesOf(source: GraphQLSchema): string[] {
  return Object.values(source.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
    .map(({ name }) => name)
}

/** Everything that a client can hold a type to, one line each. */
function linesOf(type: GraphQLNamedType): string[] {
  const kind = type.constructor.name
  if (isEnumType(type)) return [kind, ...type.getValues().map(({ name }) => name)]
  if (isInputObjectType(type)) return [kind, ...Object.values(type.getFields()).map(inputLine)]
  if (isObjectType(type) || isInterfaceType(type)) {
    return Object.values(type.getFields()).flatMap((field) => [
      kind,
      `${field.name}: ${String(field.type)}`,
      ...field.args.map((argument) => `${field.name}(${inputLine(argument)})`),
    ])
  }
  return [kind]
}

function inputLine({ name, type, defaultValue }: GraphQLArgument | GraphQLInputField): string {
  return `${name}: ${String(type)}${defaultValue === undefined ? '' : ` = ${JSON.stringify(defaultValue)}`}`
}
