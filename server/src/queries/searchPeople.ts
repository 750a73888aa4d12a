import { searchKey } from '@goshayesh/shared/persianText'
import { invalid } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import type { Person } from './peopleByIds.ts'

const MOST_LOOKED_AT = 5_000
const LONGEST = 200

/** People of a province, active ones unless all are asked for, whose name, address or agency has every word of the text, by name. */
export async function searchPeople(
  db: Database,
  provinceId: number,
  text: string,
  first: number,
  includeSuspended = false,
): Promise<Person[]> {
  if (text.length > LONGEST) throw invalid('search', 'TOO_LONG', LONGEST)
  const words = searchKey(text).split(' ')
  const everybody = db
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
  const asked = includeSuspended ? everybody : everybody.where('user.suspended_at', 'is', null)
  const people = await asked.execute()
  return people
    .filter(({ name, email, name_fa, name_en }) => {
      const key = searchKey(`${name} ${email} ${name_fa ?? ''} ${name_en ?? ''}`)
      return words.every((word) => key.includes(word))
    })
    .slice(0, first)
}
