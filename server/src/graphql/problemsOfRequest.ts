import type { FieldProblem, FieldRule } from '@goshayesh/shared/refusal'
import { parse, visit, type ASTNode, type GraphQLError } from 'graphql'

/**
 * Which argument a fault of the request lies in, as far as that can be told: the path of a variable
 * ("input.title") or of a value written into the document.
 */
export function problemsOfRequest(error: GraphQLError): FieldProblem[] {
  const path = variablePath(error.message) ?? literalPath(error)
  return path === null ? [] : [{ path, rule: ruleOf(error.message) }]
}

// The value in between is the client's own text, so the path is looked for where graphql puts it and nowhere else.
const VARIABLE = /^Variable "\$(\w+)" /
const PLACE = / at "(\w+(?:\.\w+|\[\d+\])*)"; /
const FIELD = /; Field "(\w+)" (?:of required type|is not defined by type)/

function variablePath(message: string): string | null {
  const name = VARIABLE.exec(message)?.[1]
  if (name === undefined) return null
  const place = PLACE.exec(message)?.[1]
  const path = place?.startsWith(name) ? place : name
  const field = FIELD.exec(message)?.[1]
  return [path.replaceAll(/\[(\d+)\]/g, '.$1'), ...(field === undefined ? [] : [field])].join('.')
}

function ruleOf(message: string): FieldRule {
  if (/of required type|of non-null type|not to be null/.test(message)) return 'REQUIRED'
  return message.includes('Expected type "JalaliDate"') ||
    message.includes('Expected value of type "JalaliDate')
    ? 'BAD_DATE'
    : 'BAD_VALUE'
}

/** The names of the argument and the input fields around the place that the error points to. */
function literalPath({ source, positions }: GraphQLError): string | null {
  const position = positions?.[0]
  if (!source || position === undefined) return null
  let found: string | null = null
  try {
    visit(parse(source), {
      enter: (node, _key, parent, path, ancestors) => {
        if (node.loc?.start === position && parent)
          found = nameOf(path, [...ancestors, parent, node]) ?? found
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
    return node && 'kind' in node && (node.kind === 'Argument' || node.kind === 'ObjectField')
      ? [node.name.value]
      : []
  })
  return names.length === 0 ? null : names.join('.')
}
