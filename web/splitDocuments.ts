import type { Plugin } from 'vite'

const DOCUMENT =
  /export const (\w+) = new TypedDocumentString\(`([\s\S]*?)`(?:, \{[^}]*\})?\) as unknown as [^;]+;/g
const PREFIX = '\0document:'

/**
 * Takes the generated documents apart, one module each, so that every page brings only those it uses; of a document
 * only its text is left, without the white space that only people need.
 */
export function splitDocuments(): Plugin {
  const texts = new Map<string, string>()
  return {
    name: 'split-documents',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(PREFIX) ? { id, moduleSideEffects: false } : null),
    load(id) {
      const name = id.startsWith(PREFIX) ? id.slice(PREFIX.length) : ''
      const text = texts.get(name)
      return text === undefined ? null : `export const ${name} = ${JSON.stringify(text)}`
    },
    transform(code, id) {
      if (!id.endsWith('/src/gql/graphql.ts')) return null
      return code.replaceAll(DOCUMENT, (_, name: string, text: string) => {
        texts.set(name, text.replaceAll(/\s+/g, ' ').trim())
        return `export { ${name} } from ${JSON.stringify(PREFIX + name)}`
      })
    },
  }
}
