import { BlockList, isIP, isIPv6 } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { roles, type Role } from '@goshayesh/shared/permissions'

export interface Config {
  mode: 'demo' | 'serve'
  host: string
  port: number
  /** A SQLite file or the URL of a PostgreSQL database. */
  database: string
  /** Where attachments go; null: into the folder beside the SQLite file. */
  files: string | null
  /** Where people reach the installation; decides whether cookies are Secure. */
  publicUrl: URL | null
  logLevel: string
  /** Where the daily copies of a SQLite database go, and how many are kept; null: none are made. */
  backups: { folder: string; keep: number } | null
  /** Who bears it may read /metrics; null: nobody may. */
  metricsToken: string | null
  /** Requests a second that one person may send in the long run; null: as many as they like. */
  requestRate: number | null
  /** The roles that a password alone does not let in. */
  secondFactorRoles: Role[]
  /** Whose word is taken for whom they speak for. */
  trustedProxies: BlockList
  /** Seals the audit trail; null: one from a file beside the database. */
  auditKey: string | null
  /** What the simulated clock shows at the start, and how fast it runs; null = the real clock. */
  clock: { start: number; speed: number } | null
}

/** A setting that can't be used; the message is the one line that the user sees. */
export class ConfigError extends Error {}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** Reads the configuration from the environment; throws ConfigError. */
export function readConfig(mode: Config['mode'], env: NodeJS.ProcessEnv, root: string): Config {
  const logLevel = env['LOG_LEVEL'] ?? (mode === 'demo' ? 'warn' : 'info')
  if (!logLevels.includes(logLevel)) throw new ConfigError(`LOG_LEVEL must be one of ${logLevels.join(', ')}`)
  const database = readDatabase(env['DATABASE_URL'], mode, root)
  return {
    mode,
    host: env['HOST'] || '127.0.0.1',
    port: readPort(env['PORT']),
    database,
    files: readFiles(env, database, root),
    backups: readBackups(mode, env, database, root),
    publicUrl: readPublicUrl(env['PUBLIC_URL']),
    logLevel,
    metricsToken: readToken(env['METRICS_TOKEN']),
    requestRate: readRequestRate(env['REQUEST_RATE']),
    secondFactorRoles: readRoles(env['SECOND_FACTOR']),
    trustedProxies: readTrustedProxies(env['TRUSTED_PROXIES']),
    auditKey: readAuditKey(env['AUDIT_KEY']),
    clock: readClock(mode, env),
  }
}

function readPort(text: string | undefined): number {
  if (!text) return 4000
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new ConfigError(`PORT must be a number from 0 to 65535, not "${text}"`)
  return port
}

function readDatabase(url: string | undefined, mode: Config['mode'], root: string): string {
  if (!url) return resolve(root, 'data', mode === 'demo' ? 'demo.sqlite' : 'goshayesh.sqlite')
  const [, scheme] = /^([a-z][a-z\d+.-]+):\/\//i.exec(url) ?? []
  if (POSTGRES.test(url)) return url
  if (scheme && scheme !== 'sqlite')
    throw new ConfigError(`DATABASE_URL must be a file path, a sqlite: or a postgres: URL, not ${scheme}:`)
  return resolve(root, url.replace(/^sqlite:(\/\/(?=\/))?/, ''))
}

/** Addresses or subnets, separated by commas; this machine alone where nothing is said. */
export function readTrustedProxies(text: string | undefined): BlockList {
  const proxies = new BlockList()
  for (const entry of (text || '127.0.0.0/8, ::1').split(',').map((part) => part.trim())) {
    const [address = '', bits] = entry.split('/')
    const [family, longest] = isIPv6(address) ? (['ipv6', 128] as const) : (['ipv4', 32] as const)
    const prefix = Number(bits ?? longest)
    if (!isIP(address) || !Number.isInteger(prefix) || prefix < 0 || prefix > longest)
      throw new ConfigError(
        `TRUSTED_PROXIES must be addresses or subnets separated by commas, not "${entry}"`,
      )
    proxies.addSubnet(address, prefix, family)
  }
  return proxies
}

function readAuditKey(text: string | undefined): string | null {
  if (!text) return null
  if (text.length < 32) throw new ConfigError('AUDIT_KEY must have at least 32 characters')
  return text
}

const POSTGRES = /^postgres(ql)?:\/\//

/** With PostgreSQL there is no file beside which attachments could lie. */
function readFiles(env: NodeJS.ProcessEnv, database: string, root: string): string | null {
  const folder = env['FILES_FOLDER']
  if (POSTGRES.test(database)) return resolve(root, folder || join('data', 'files'))
  if (folder)
    throw new ConfigError('FILES_FOLDER goes with PostgreSQL; a SQLite file has its folder beside it')
  return null
}

function readRequestRate(text: string | undefined): number | null {
  if (text === 'off') return null
  const rate = Number(text || 30)
  if (!(rate >= 1 && rate <= 100_000))
    throw new ConfigError(`REQUEST_RATE must be a number of requests a second or off, not "${text}"`)
  return rate
}

function readRoles(text: string | undefined): Role[] {
  if (text === 'all') return [...roles]
  const named = (text ?? '').split(',').flatMap((part) => part.trim() || [])
  const unknown = named.find((name) => !(roles as readonly string[]).includes(name))
  if (unknown !== undefined)
    throw new ConfigError(`SECOND_FACTOR must be all, or some of ${roles.join(', ')}, not "${unknown}"`)
  return named as Role[]
}

function readPublicUrl(text: string | undefined): URL | null {
  if (!text) return null
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol))
    throw new ConfigError(`PUBLIC_URL must be an http or https address, not "${text}"`)
  return url
}

/** A real installation makes them unasked; the demo only where it is told a folder. */
function readBackups(
  mode: Config['mode'],
  env: NodeJS.ProcessEnv,
  database: string,
  root: string,
): Config['backups'] {
  const keep = Number(env['BACKUP_KEEP'] || 14)
  if (!Number.isInteger(keep) || keep < 0 || keep > 1000)
    throw new ConfigError(`BACKUP_KEEP must be a number from 0 to 1000, not "${env['BACKUP_KEEP']}"`)
  const folder = env['BACKUP_FOLDER']
  if (POSTGRES.test(database) || keep === 0 || (mode === 'demo' && !folder)) return null
  return { folder: folder ? resolve(root, folder) : join(dirname(database), 'backups'), keep }
}

function readToken(text: string | undefined): string | null {
  if (!text) return null
  if (text.length < 16) throw new ConfigError('METRICS_TOKEN must have at least 16 characters')
  return text
}

/** Saturday 20 Tir 1405, 10:15 in Tehran: where the demo's history ends. */
export const DEMO_NOW = Date.parse('2026-07-11T06:45:00Z')

function readClock(mode: Config['mode'], env: NodeJS.ProcessEnv): Config['clock'] {
  const text = env['CLOCK']
  if (!text) return mode === 'demo' ? { start: DEMO_NOW, speed: 1 } : null
  if (mode === 'serve' && env['ALLOW_SIMULATED_CLOCK'] !== '1') {
    throw new ConfigError(
      'CLOCK simulates the time; a real installation refuses it unless ALLOW_SIMULATED_CLOCK=1',
    )
  }
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z)(?: +x(\d+(?:\.\d+)?))?$/.exec(text.trim())
  const start = Date.parse(match?.[1] ?? '')
  const speed = Number(match?.[2] ?? 1)
  if (!Number.isFinite(start) || !(speed > 0 && speed <= 100_000)) {
    throw new ConfigError(
      `CLOCK must look like 2026-07-11T06:45:00Z or 2026-07-11T06:45:00Z x60, not "${text}"`,
    )
  }
  return { start, speed }
}
