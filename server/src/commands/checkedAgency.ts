import { limits } from '@goshayesh/shared/obstacleInput'
import { searchKey } from '@goshayesh/shared/persianText'
import { invalid } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import type { AgencyRow } from '../database/tables.ts'
import { cleanText } from './cleanText.ts'

const agencyKinds = [
  'general-directorate',
  'organization',
  'company',
  'bank',
  'university',
  'municipality',
  'governorate',
  'judiciary-related',
  'other',
]

/** Names and kind as they are stored; INVALID for what is too short, too long or no kind of agency. */
export function checkedAgency(
  { nameFa, nameEn, kind }: { nameFa: string; nameEn: string; kind: string },
  known?: AgencyRow,
): Pick<AgencyRow, 'name_fa' | 'name_en' | 'kind'> {
  if (kind !== known?.kind && !agencyKinds.includes(kind)) throw invalid('input.kind', 'BAD_VALUE')
  return {
    name_fa: cleanText('input.nameFa', nameFa, limits.party),
    name_en: cleanText('input.nameEn', nameEn, limits.party),
    kind,
  }
}

/** INVALID where another agency of the province goes by the name: nobody could tell which one is meant. */
export async function checkNameIsFree(
  db: Database,
  { province_id, code, name_fa }: Pick<AgencyRow, 'province_id' | 'code' | 'name_fa'>,
): Promise<void> {
  const others = await db
    .selectFrom('agency')
    .select('name_fa')
    .where('province_id', '=', province_id)
    .where('code', '!=', code)
    .execute()
  const key = searchKey(name_fa)
  if (others.some((other) => searchKey(other.name_fa) === key)) throw invalid('input.nameFa', 'TAKEN')
}
