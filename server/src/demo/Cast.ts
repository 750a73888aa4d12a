import type { Category, Severity, SubjectKind } from '@goshayesh/shared/policy'
import type { Actor } from '../records/Actor.ts'
import type { Chance } from './Chance.ts'

export interface Cast {
  secretary: Actor
  leader: Actor
  officials: Map<string, Actor>
}

/** A row of the obstacles' list, as the demo tells of it. */
export interface Plot {
  ref: string
  subjectKind: SubjectKind
  agencyCode: string | null
  serviceCode: string | null
  title: string
  description: string
  category: Category
  severity: Severity
  affectedAgencyCodes: string[]
  solution: string
  loggedAt: number
}

interface Casting {
  cast: Cast
  plot: Plot
  chance: Chance
}

/** Officials log for their own agency; what others tell the secretariat, the secretary logs. */
export function reporterOf({ plot, cast, chance }: Casting): Actor {
  if (plot.subjectKind === 'SINGLE_WINDOW') {
    return officialOf(
      cast,
      chance.pick([...plot.affectedAgencyCodes, 'eghtesad', 'samt', 'shahrak', 'inche', 'ostandari']),
    )
  }
  return chance.happens(0.5) ? officialOf(cast, plot.agencyCode ?? '') : cast.secretary
}

const windowOwners: Record<Category, readonly string[]> = {
  HARDWARE: ['ict', 'ostandari'],
  SOFTWARE: ['ict', 'eghtesad'],
  CONNECTIVITY: ['ict', 'mokhaberat'],
  INTEGRATION: ['ict', 'sabt', 'maliat', 'tamin'],
  DATA_QUALITY: ['sabt', 'manabe', 'rah-shahrsazi'],
  TRAINING: ['ostandari', 'eghtesad'],
  RESISTANCE: ['ostandari', 'eghtesad'],
  REGULATION: ['eghtesad', 'samt', 'mohit'],
  PROCESS: ['eghtesad', 'samt', 'shahrak'],
  STAFFING: ['samt', 'eghtesad'],
  BUDGET: ['mpo'],
  PUBLIC_AWARENESS: ['sedasima', 'ostandari'],
}

export function ownerOf({ plot, cast, chance }: Casting): Actor {
  if (plot.agencyCode) return officialOf(cast, plot.agencyCode)
  const affected = plot.affectedAgencyCodes
  return officialOf(
    cast,
    chance.pick(affected.length > 0 && chance.happens(0.6) ? affected : windowOwners[plot.category]),
  )
}

function officialOf(cast: Cast, agencyCode: string): Actor {
  const official = cast.officials.get(agencyCode)
  if (!official) throw new Error(`nobody works for ${agencyCode}`)
  return official
}
