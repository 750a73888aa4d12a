import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path/posix'

/** A file of the product: its path from the project's folder and its text. */
export interface Source {
  path: string
  text: string
}

/** One breach of the house's rules, in words that say what to do instead. */
export type Violation = string

/** All sources of the product, without what is generated. */
export function readSources(root: string): Source[] {
  return ['shared/src', 'server/src', 'web/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name.replaceAll('\\', '/')))
      .filter((path) => /\.(tsx?|css)$/.test(path) && !path.startsWith('web/src/gql/'))
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
  )
}

/** Imports that don't point down, leave their package, or go round in a circle. */
export function importViolations(sources: Source[]): Violation[] {
  const graph = new Map(sources.map((source) => [source.path, importsOf(source)]))
  const upward = [...graph].flatMap(([path, imports]) =>
    imports.flatMap((target) => refuseImport(path, target) ?? []),
  )
  return [...upward, ...circles(graph)]
}

/** Words and names nobody may use; each names its replacement. */
export function banViolations(sources: Source[]): Violation[] {
  return sources.flatMap((source) =>
    bans
      .filter(({ where, except }) => where.test(source.path) && !except?.test(source.path))
      .flatMap(({ find, instead }) => {
        const found = find(source)
        return found === null ? [] : [`${source.path}: ${found.trim()} — ${instead}`]
      }),
  )
}

/** Commands that don't bear the name of their export, rules with one export that don't. */
export function nameViolations(sources: Source[]): Violation[] {
  return sources.flatMap(({ path, text }) => {
    const name = /([^/]+)\.tsx?$/.exec(path)?.[1]
    if (name === undefined) return []
    const exports = exportsOf(text)
    const isMissing = path.startsWith('server/src/commands/')
      ? !exports.includes(name)
      : path.startsWith('shared/src/') &&
        exports.length === 1 &&
        exports[0]?.toLowerCase() !== name.toLowerCase()
    return isMissing
      ? [`${path}: exports ${exports.join(', ') || 'nothing'} — name the file after its main export`]
      : []
  })
}

interface Ban {
  find: (source: Source) => string | null
  where: RegExp
  except?: RegExp
  instead: string
}

const code = /\.tsx?$/
const inCode = (pattern: RegExp) => (source: Source) =>
  pattern.exec(withoutComments(source.text))?.[0] ?? null
const inText = (pattern: RegExp) => (source: Source) => pattern.exec(source.text)?.[0] ?? null

const bans: Ban[] = [
  {
    find: inCode(
      /\bDate\.now\b|\bnew Date\(\s*\)|\bnew Date\b(?!\()|\bperformance\.now\b|\bprocess\.hrtime\b|\bTemporal\.Now\b/,
    ),
    where: code,
    except: /^(server\/src\/clock|web\/src\/now)\.ts$/,
    instead: 'take `now` as an argument; only server/src/clock.ts and web/src/now.ts read the time',
  },
  {
    find: ({ path }) => /(^|\/)(utils?|helpers?|index)(?=[./])/i.exec(path)?.[0] ?? null,
    where: /^/,
    instead: 'name the file after its main export and import it from there',
  },
  {
    find: inCode(/:\s*any\b|\bas any\b|<any>|\bany\[\]|<any,|,\s*any>/),
    where: code,
    instead: 'use the type it has, or unknown and a check',
  },
  { find: inText(/@ts-(ignore|nocheck)/), where: code, instead: 'mend the type' },
  {
    find: inCode(
      /\b(margin|padding|border)-(left|right)\b|text-align:\s*(left|right)\b|float:\s*(left|right)\b/,
    ),
    where: /^web\/src\/.*\.css$/,
    instead: 'use the logical property (-inline-start, -inline-end): the page runs in both directions',
  },
  {
    find: inCode(/\b(margin|padding|border)(Left|Right)\b|['"](margin|padding|border)-(left|right)['"]/),
    where: /^web\/src\/.*\.tsx?$/,
    instead: 'use the logical property (-inline-start, -inline-end): the page runs in both directions',
  },
  {
    find: inCode(/\bconsole\.log\b/),
    where: code,
    except: /^server\/src\/(main|account|backup|verifyAudit|restore|migrateToPostgres)\.ts$/,
    instead:
      'write to the log: only what is started by hand (main, account, backup, restore) talks to the terminal',
  },
  {
    find: inCode(
      /\.transaction\(\)[\s\S]{0,80}?\.execute\(\s*(?:async\s+)?(?:\(\s*(?!db\b)\w[^)]*\)|(?!(?:db|async)\b)\w+)\s*=>/,
    ),
    where: code,
    instead: 'call the parameter db, so that the outer db, which hangs inside a transaction, can not be used',
  },
  {
    find: inCode(/\bMath\.random\b/),
    where: /^(shared|server)\//,
    instead: 'use randomUUID or randomBytes of node:crypto, or take the value as an argument',
  },
]

// Higher floors may import lower ones; rooms on one floor don't know each other.
const serverFloors: Record<string, number> = {
  main: 10,
  account: 10,
  migrateToPostgres: 10,
  backup: 10,
  verifyAudit: 10,
  restore: 10,
  http: 9,
  serveGraphql: 8.5,
  serveSubscriptions: 8,
  serveAttachments: 8,
  serveHealth: 8,
  traceRequests: 8,
  sendPacked: 8,
  guard: 7.5,
  graphql: 7,
  demo: 6,
  jobs: 5,
  commands: 4,
  queries: 3,
  records: 2,
  registry: 2,
  backups: 2,
  live: 2,
  metrics: 0,
  runCommand: 0,
  explainFault: 0,
  makeFolder: 0,
  database: 1,
  files: 1,
  clock: 0,
  config: 0,
}

const webFloors: Record<string, number> = {
  main: 4,
  routes: 3,
  pages: 2,
  data: 1,
  ui: 1,
  format: 0,
  gql: 0,
  i18n: 0,
  loading: 0,
  routing: 0,
  now: 0,
  styles: 0,
  appearance: 0,
  appearances: 0,
}

// The shell is the frame around the pages and gives them their parts: one floor, whose files may not go in circles.
const pages = ['agencies', 'boards', 'inbox', 'myWork', 'obstacles', 'people', 'review', 'settings', 'shell']

function refuseImport(path: string, target: string): Violation | null {
  const reason = reasonAgainst(path, target)
  return reason === null ? null : `${path} imports ${target} — ${reason}`
}

function reasonAgainst(path: string, target: string): string | null {
  const isPackage = !/^(shared|server|web|tests|\.\.)(\/|$)/.test(target)
  const [from] = path.split('/')
  if (from === 'shared') {
    if (isPackage)
      return target === 'jalaali-js' ? null : 'the rules are pure: shared knows nothing but jalaali-js'
    return target.startsWith('shared/src/') ? null : 'the rules know nobody above them'
  }
  if (isPackage) {
    if (/^@goshayesh\/(?!shared\/)/.test(target))
      return 'server and web meet in the contract and in shared only'
    const isDomain =
      target.startsWith('@goshayesh/shared/') && !/\/(persianText|jalali|jalaliNames|digits)$/.test(target)
    return path.startsWith('web/src/ui/') && isDomain
      ? 'no domain word in ui: put the component beside its page'
      : null
  }
  if (!target.startsWith(`${from}/src/`))
    return 'server, web and shared meet in the contract and in shared only'
  const [room, other] = [roomOf(path), roomOf(target)]
  if (room === other) return null
  const floors = from === 'server' ? serverFloors : webFloors
  const [floor, otherFloor] = [floors[room], floors[other]]
  if (floor === undefined) return `give ${room} a floor in tests/helpers/architecture.ts`
  if (otherFloor === undefined) return `give ${other} a floor in tests/helpers/architecture.ts`
  if (floor === 0 && otherFloor === 0) return null
  return otherFloor < floor ? null : `${room} doesn't stand above ${other}: imports point down`
}

function roomOf(path: string): string {
  const room = path.split('/')[2]?.replace(/\.\w+$/, '') ?? ''
  return path.startsWith('web/') && pages.includes(room) ? 'pages' : room
}

function importsOf({ path, text }: Source): string[] {
  if (!code.test(path)) return []
  const plain = withoutComments(text)
  const patterns = [
    /(?:^|\n)\s*(?:import|export)\s+(?:type\s+)?(?:[\w$]+\s*,?\s*)?(?:\*(?:\s*as\s+[\w$]+)?|\{[^}]*\})?\s*from\s*['"]([^'"]+)['"]/g,
    /(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g,
    /\bimport\(\s*['"]([^'"]+)['"]/g,
  ]
  const targets = patterns.flatMap((pattern) => [...plain.matchAll(pattern)].map((match) => match[1] ?? ''))
  return targets.map((target) => (target.startsWith('.') ? normalize(join(dirname(path), target)) : target))
}

function circles(graph: Map<string, string[]>): Violation[] {
  const done = new Set<string>()
  const found: Violation[] = []
  const visit = (path: string, trail: string[]) => {
    if (trail.includes(path))
      found.push(`${[...trail.slice(trail.indexOf(path)), path].join(' → ')} — a circle`)
    if (done.has(path)) return
    done.add(path)
    for (const target of graph.get(path) ?? []) visit(target, [...trail, path])
  }
  for (const path of graph.keys()) visit(path, [])
  return found
}

function exportsOf(text: string): string[] {
  const declared = withoutComments(text).matchAll(
    /(?:^|\n)export\s+(?:default\s+)?(?:async\s+)?(?:function\*?|const|let|class)\s+([\w$]+)/g,
  )
  return [...declared].map((match) => match[1] ?? '')
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[\s;{}(,])\/\/.*$/gm, '$1')
}
