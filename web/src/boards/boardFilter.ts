import { openStatuses } from '@goshayesh/shared/workflow'
import type { Category, ObstacleFilter, ObstacleStatus, SlaState } from '../gql/graphql.ts'

export const tracks = ['single-window', 'agencies', 'all'] as const
export type Track = (typeof tracks)[number]
export const views = ['board', 'list', 'calendar'] as const
export type BoardView = (typeof views)[number]

/** What the address of a board says. Everything is text, as it stands there. */
export type BoardParams = Partial<
  Record<
    | 'view'
    | 'sla'
    | 'agency'
    | 'category'
    | 'owner'
    | 'level'
    | 'q'
    | 'status'
    | 'top'
    | 'milestone'
    | 'extension'
    | 'dueFrom'
    | 'dueTo'
    | 'resolvedFrom'
    | 'month'
    | 'peek',
    string | string[]
  >
>

/** The SLA filters by their name in the address. */
export const slaStates = {
  over: 'OVERDUE',
  soon: 'DUE_SOON',
  paused: 'PAUSED',
  ok: 'ON_TRACK',
} as const satisfies Record<string, SlaState>
export type SlaName = keyof typeof slaStates

/** What a link from a figure narrows the list to, beside the filters that a person sets. */
export const narrowings = ['top', 'milestone', 'extension', 'dueFrom', 'dueTo', 'resolvedFrom'] as const

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
  return views.find((view) => view === one(params.view)) ?? 'board'
}

export function slaNamesOf(params: BoardParams): SlaName[] {
  const names = one(params.sla).split(',')
  return (Object.keys(slaStates) as SlaName[]).filter((name) => names.includes(name))
}

/** The server's filter for an address. */
export function filterOf(track: Track, params: BoardParams): ObstacleFilter {
  const filter: ObstacleFilter = {}
  if (track === 'single-window') filter.subjectKind = ['SINGLE_WINDOW']
  if (track === 'agencies') filter.subjectKind = ['AGENCY', 'SERVICE']
  const sla = slaNamesOf(params).map((name) => slaStates[name])
  if (sla.length > 0) filter.slaState = sla
  if (one(params.agency)) filter.agencyCode = [one(params.agency)]
  if (one(params.category)) filter.category = [one(params.category) as Category]
  if (one(params.owner) === 'mine') filter.mine = true
  // The owner is rung 1: the level shown is one more than the level counted.
  if (Number(one(params.level)) > 1) filter.minEscalationLevel = Number(one(params.level)) - 1
  if (one(params.q).trim()) filter.search = one(params.q).trim()
  if (viewOf(params) === 'list' && one(params.status)) filter.status = statusesOf(one(params.status))
  if (one(params.top)) filter.maxEscalationLevel = Number(one(params.top)) - 1
  if (one(params.milestone)) filter.milestoneId = one(params.milestone)
  if (one(params.extension) === 'pending') filter.extensionPending = true
  if (one(params.dueFrom)) filter.dueAfter = one(params.dueFrom)
  if (one(params.dueTo)) filter.dueBefore = one(params.dueTo)
  if (one(params.resolvedFrom)) filter.resolvedAfter = one(params.resolvedFrom)
  return filter
}

/** Whether anything but the track is filtered. */
export function isFiltered(params: BoardParams): boolean {
  return [
    params.sla,
    params.agency,
    params.category,
    params.owner,
    params.level,
    params.q,
    params.status,
    ...narrowings.map((name) => params[name]),
  ].some(one)
}

function statusesOf(name: string): ObstacleStatus[] {
  return Object.hasOwn(statusGroups, name)
    ? [...statusGroups[name as keyof typeof statusGroups]]
    : [name as ObstacleStatus]
}

/** One value of the address, empty where there is none. */
export function one(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? ''
}
