import { openStatuses } from '@goshayesh/shared/workflow'
import type {
  AgencyField,
  Category,
  DeadlineKind,
  ExtensionDecision,
  ObstacleFilter,
  ObstacleStatus,
  SlaState,
} from '../gql/graphql.ts'

export const tracks = ['single-window', 'agencies', 'all'] as const
export type Track = (typeof tracks)[number]
export const views = ['board', 'list', 'calendar'] as const
export type BoardView = (typeof views)[number]

/** What a person narrows the board by. */
const chosen = ['sla', 'agency', 'field', 'category', 'owner', 'level', 'q', 'status'] as const

/** What a link from a figure narrows the list by, each with what goes along with it. */
export const narrowings = {
  place: [],
  top: [],
  milestone: [],
  extension: ['since'],
  stopped: ['since'],
  dueFrom: [],
  dueTo: [],
  resolvedFrom: ['resolvedTo'],
} as const satisfies Record<string, readonly string[]>
export type Narrowing = keyof typeof narrowings

type ParamName =
  | (typeof chosen)[number]
  | Narrowing
  | (typeof narrowings)[Narrowing][number]
  | 'view'
  | 'month'
  | 'peek'

/** What the address of a board says. Everything is text, as it stands there. */
export type BoardParams = Partial<Record<ParamName, string>>

/** The SLA filters by their name in the address. */
export const slaStates = {
  over: 'OVERDUE',
  soon: 'DUE_SOON',
  paused: 'PAUSED',
  ok: 'ON_TRACK',
} as const satisfies Record<string, SlaState>
export type SlaName = keyof typeof slaStates

/** Several statuses under one name, as figures count them. */
export const statusGroups = {
  open: openStatuses,
  unresolved: ['LOGGED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING'],
  done: ['RESOLVED', 'CLOSED'],
  counted: [...openStatuses, 'CLOSED'],
} as const satisfies Record<string, readonly ObstacleStatus[]>

export function trackOf(text: string | undefined): Track {
  return tracks.find((track) => track === text) ?? 'single-window'
}

export function viewOf(params: BoardParams): BoardView {
  return views.find((view) => view === params.view) ?? 'board'
}

export function slaNamesOf(params: BoardParams): SlaName[] {
  const names = params.sla?.split(',') ?? []
  return (Object.keys(slaStates) as SlaName[]).filter((name) => names.includes(name))
}

/** The server's filter for an address. */
export function filterOf(track: Track, params: BoardParams): ObstacleFilter {
  const filter: ObstacleFilter = {}
  if (track === 'single-window') filter.subjectKind = ['SINGLE_WINDOW']
  if (track === 'agencies') filter.subjectKind = ['AGENCY', 'SERVICE']
  const sla = slaNamesOf(params).map((name) => slaStates[name])
  if (sla.length > 0) filter.slaState = sla
  if (params.agency) filter.agencyCode = [params.agency]
  if (params.field) filter.agencyField = [params.field as AgencyField]
  if (params.place) filter.subjectAgencyCode = [params.place]
  if (params.category) filter.category = [params.category as Category]
  if (params.owner === 'mine') filter.mine = true
  if (params.owner === 'followed') filter.followed = true
  const ownerId = ownerIdOf(params.owner)
  if (ownerId !== undefined) filter.ownerId = ownerId
  // The owner is rung 1: the level shown is one more than the level counted.
  if (Number(params.level) > 1) filter.minEscalationLevel = Number(params.level) - 1
  const words = params.q?.trim()
  if (words) filter.search = words
  if (viewOf(params) === 'list' && params.status) filter.status = statusesOf(params.status)
  if (params.top) filter.maxEscalationLevel = Number(params.top) - 1
  if (params.milestone) filter.milestoneId = params.milestone
  const after = params.since
  if (params.extension === 'pending') filter.extensionPending = true
  else if (params.extension && after)
    filter.extension = { after, decision: [params.extension.toUpperCase() as ExtensionDecision] }
  const stopped = stoppedOf(params)
  if (stopped && after) filter.stopped = { ...stopped, after }
  if (params.dueFrom) filter.dueAfter = params.dueFrom
  if (params.dueTo) filter.dueBefore = params.dueTo
  if (params.resolvedFrom) filter.resolvedAfter = params.resolvedFrom
  if (params.resolvedTo) filter.resolvedBefore = params.resolvedTo
  return filter
}

/** The person that an address names as owner, unless it says 'mine' or the like. */
export function ownerIdOf(owner: string | undefined): string | undefined {
  return owner && /^\d+$/.test(owner) ? owner : undefined
}

/** The clocks that a figure counts: 'RESOLVE.late' in the address. */
export function stoppedOf(params: BoardParams): { kind: DeadlineKind; inTime: boolean } | undefined {
  const [kind = '', way] = params.stopped?.split('.') ?? []
  return way === undefined ? undefined : { kind: kind as DeadlineKind, inTime: way !== 'late' }
}

/** The changes to an address that lift a narrowing, with what goes along with it. */
export function lifted(name: Narrowing): Record<string, string> {
  return Object.fromEntries([name, ...narrowings[name]].map((param) => [param, '']))
}

/** The changes to an address that lift every filter. */
export function nothingFiltered(): Record<string, string> {
  const names = Object.keys(narrowings) as Narrowing[]
  return Object.assign(Object.fromEntries(chosen.map((name) => [name, ''])), ...names.map(lifted))
}

/** Whether anything but the track is filtered. */
export function isFiltered(params: BoardParams): boolean {
  return chosen.some((name) => params[name]) || isNarrowed(params)
}

/** Whether a link from a figure has led here. */
export function isNarrowed(params: BoardParams): boolean {
  return narrowingsOf(params).length > 0
}

export function narrowingsOf(params: BoardParams): Narrowing[] {
  return (Object.keys(narrowings) as Narrowing[]).filter((name) => params[name])
}

function statusesOf(name: string): ObstacleStatus[] {
  return Object.hasOwn(statusGroups, name)
    ? [...statusGroups[name as keyof typeof statusGroups]]
    : [name as ObstacleStatus]
}
