import type { Role } from '@goshayesh/shared/permissions'
import { searchKey } from '@goshayesh/shared/persianText'
import { invalid } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import type { Person } from './peopleByIds.ts'

const MOST_LOOKED_AT = 5_000
const LONGEST = 200

export interface PeopleSearch {
  /** Each of its words is part of the name, address or agency. */
  text: string
  first: number
  /** One of these; any where nothing is said. */
  roles?: readonly Role[] | undefined
  agencyCode?: string | undefined
  includeSuspended?: boolean
}

/** People of a province by name, active ones unless all are asked for. */
export async function searchPeople(
  db: Database,
  provinceId: number,
  { text, first, roles, agencyCode, includeSuspended = false }: PeopleSearch,
): Promise<Person[]> {
  if (text.length > LONGEST) throw invalid('search', 'TOO_LONG', LONGEST)
  const words = searchKey(text).split(' ')
  if (roles?.length === 0) return []
  let asked = db
    .selectFrom('user')
    .leftJoin('agency', (join) =>
      join.onRef('agency.province_id', '=', 'user.province_id').onRef('agency.code', '=', 'user.agency_code'),
    )
    .select([
      'user.id',
      'user.name',
      'user.email',
      'user.role',
      'user.agency_code',
      'user.suspended_at',
      'agency.name_fa',
      'agency.name_en',
    ])
    .where('user.province_id', '=', provinceId)
    .orderBy('user.name')
    .orderBy('user.id')
    .limit(MOST_LOOKED_AT)
  if (!includeSuspended) asked = asked.where('user.suspended_at', 'is', null)
  if (roles) asked = asked.where('user.role', 'in', roles)
  if (agencyCode !== undefined) asked = asked.where('user.agency_code', '=', agencyCode)
  const people = await asked.execute()
  return people
    .filter(({ name, email, name_fa, name_en }) => {
      const key = searchKey(`${name} ${email} ${name_fa ?? ''} ${name_en ?? ''}`)
      return words.every((word) => key.includes(word))
    })
    .slice(0, first)
}
