import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { normalizePath, type Plugin } from 'vite'

const PREFIX = '\0texts:'

/** Sections of the Persian dictionary that the first screen does without. */
const LATE = [
  'account',
  'agencies',
  'boardEmpty',
  'boardNews',
  'calendar',
  'dateField',
  'dossier',
  'events',
  'files',
  'follow',
  'inbox',
  'keys',
  'list',
  'log',
  'narrowed',
  'notFound',
  'palette',
  'parties',
  'pick',
  'queue',
  'quickView',
  'review',
  'severities',
  'signIn',
  'solutionSteps',
  'stages',
  'steps',
  'units',
  'validation',
  'waitingOn',
  'work',
]

/**
 * Takes the Persian texts of single pages out of the first load: each of these sections becomes a module that puts it
 * back, imported by every file that reads it, as t().section or { section } = t(). English comes as a whole when asked
 * for.
 */
export function splitTexts(): Plugin {
  let home = ''
  let dictionary = { head: '', rest: '', sections: new Map<string, string>() }
  return {
    name: 'split-texts',
    apply: 'build',
    enforce: 'pre',
    configResolved({ root }) {
      home = normalizePath(join(root, 'src/i18n/fa.ts'))
    },
    // Whatever reads its texts may come to be built before the dictionary itself.
    buildStart() {
      dictionary = takeApart(readFileSync(home, 'utf8'))
    },
    resolveId: (id) => (id.startsWith(PREFIX) ? { id, moduleSideEffects: true } : null),
    load(id) {
      if (id === home) return dictionary.rest
      if (!id.startsWith(PREFIX)) return null
      const name = id.slice(PREFIX.length)
      const head = dictionary.head.replaceAll("'./", `'${dirname(home)}/`)
      return {
        code: `${head}\nimport { fa } from '${home}'\nfa.${name} = ${dictionary.sections.get(name)}`,
        moduleType: 'ts',
      }
    },
    transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id) || !code.includes('t()')) return null
      const needed = LATE.filter((name) => reads(code, name))
      return needed.map((name) => `import ${JSON.stringify(PREFIX + name)}\n`).join('') + code
    },
  }
}

function takeApart(code: string) {
  const sections = new Map<string, string>()
  let rest = code
  for (const name of LATE) {
    const found = new RegExp(`^  ${name}: (\\{.*\\}|\\{\\n[\\s\\S]*?\\n  \\}),\\n`, 'm').exec(rest)
    if (!found?.[1]) throw new Error(`The dictionary has no section ${name}`)
    sections.set(name, found[1])
    rest = rest.replace(found[0], '')
  }
  return { head: code.slice(0, code.indexOf('/** Persian')), rest, sections }
}

function reads(code: string, name: string): boolean {
  return new RegExp(`\\bt\\(\\)\\s*\\.${name}\\b|\\{[^{}]*\\b${name}\\b[^{}]*\\} = t\\(\\)`).test(code)
}
