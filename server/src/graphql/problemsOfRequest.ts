import type { FieldProblem, FieldRule } from '@goshayesh/shared/refusal'
import { Kind, parse, visit, type ASTNode, type GraphQLError, type Source } from 'graphql'

/**
 * Which argument a fault of the request lies in, as far as that can be told: the path of the argument that a
 * variable is given to ("input.title"), or of a value written into the document.
 */
export function problemsOfRequest(error: GraphQLError): FieldProblem[] {
  const path = variablePath(error) ?? literalPath(error)
  return path === null ? [] : [{ path, rule: ruleOf(error.message) }]
}

// The value in between is the client's own text, so the path is looked for where graphql puts it and nowhere else.
const VARIABLE = /^Variable "\$(\w+)" /
const PLACE = / at "(\w+)((?:\.\w+|\[\d+\])*)"; /
const FIELD = /; Field "(\w+)" (?:of required type|is not defined by type)/

function variablePath({ message, source }: GraphQLError): string | null {
  const name = VARIABLE.exec(message)?.[1]
  if (name === undefined) return null
  const place = PLACE.exec(message)
  const within = place?.[1] === name ? (place[2] ?? '').replaceAll(/\[(\d+)\]/g, '.$1') : ''
  const field = FIELD.exec(message)?.[1]
  const argument = argumentAt(source, (node, inside) => isUse(node, name) && !isDefinition(inside)) ?? name
  return `${argument}${within}${field === undefined ? '' : `.${field}`}`
}

function isUse(node: ASTNode, name: string): boolean {
  return node.kind === Kind.VARIABLE && node.name.value === name
}

function isDefinition(parent: ASTNode | readonly ASTNode[]): boolean {
  return 'kind' in parent && parent.kind === Kind.VARIABLE_DEFINITION
}

function ruleOf(message: string): FieldRule {
  if (/of required type|of non-null type|not to be null/.test(message)) return 'REQUIRED'
  return /Expected (?:value of )?type "JalaliDate!?"/.test(message) ? 'BAD_DATE' : 'BAD_VALUE'
}

function literalPath({ source, positions }: GraphQLError): string | null {
  const position = positions?.[0]
  return position === undefined ? null : argumentAt(source, (node) => node.loc?.start === position)
}

/** The names of the argument and the input fields around the last place in the document that is meant. */
function argumentAt(
  source: Source | undefined,
  isMeant: (node: ASTNode, parent: ASTNode | readonly ASTNode[]) => boolean,
): string | null {
  if (!source) return null
  let found: string | null = null
  try {
    visit(parse(source), {
      enter: (node, _key, parent, path, ancestors) => {
        if (parent && isMeant(node, parent)) found = nameOf(path, [...ancestors, parent, node]) ?? found
      },
    })
  } catch {
    return null
  }
  return found
}

/** `way` holds the document and then what each key of the path leads to. */
function nameOf(
  path: readonly (string | number)[],
  way: readonly (ASTNode | readonly ASTNode[])[],
): string | null {
  const names = path.flatMap((key, index) => {
    if (path[index - 1] === 'values') return [String(key)]
    const node = way[index + 1]
    return node && 'kind' in node && (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD)
      ? [node.name.value]
      : []
  })
  return names.length === 0 ? null : names.join('.')
}
