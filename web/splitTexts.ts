import type { Plugin } from 'vite'

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
  'notFound',
  'notices',
  'palette',
  'parties',
  'pick',
  'queue',
  'quickView',
  'review',
  'settings',
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
  const sections = new Map<string, string>()
  let head = ''
  let home = ''
  return {
    name: 'split-texts',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(PREFIX) ? { id, moduleSideEffects: true } : null),
    load(id) {
      if (!id.startsWith(PREFIX)) return null
      const name = id.slice(PREFIX.length)
      const body = sections.get(name)
      if (body === undefined) throw new Error(`The dictionary has no section ${name}`)
      return { code: `${head}\nimport { fa } from '${home}'\nfa.${name} = ${body}`, moduleType: 'ts' }
    },
    transform(code, id) {
      if (id.endsWith('/src/i18n/fa.ts')) {
        home = id
        head = code
          .slice(0, code.indexOf('/** Persian'))
          .replaceAll("'./", `'${id.slice(0, -'fa.ts'.length)}`)
        return LATE.reduce((rest, name) => takeOut(rest, name, sections), code)
      }
      if (!/\/src\/.*\.tsx?$/.test(id) || !code.includes('t()')) return null
      const needed = LATE.filter((name) => reads(code, name))
      return needed.map((name) => `import ${JSON.stringify(PREFIX + name)}\n`).join('') + code
    },
  }
}

function takeOut(code: string, name: string, sections: Map<string, string>): string {
  const found = new RegExp(`^  ${name}: (\\{.*\\}|\\{\\n[\\s\\S]*?\\n  \\}),\\n`, 'm').exec(code)
  if (!found) return code
  sections.set(name, found[1] ?? '')
  return code.replace(found[0], '')
}

function reads(code: string, name: string): boolean {
  return new RegExp(`\\bt\\(\\)\\s*\\.${name}\\b|\\{[^{}]*\\b${name}\\b[^{}]*\\} = t\\(\\)`).test(code)
}
