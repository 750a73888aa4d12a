import { limits } from '@goshayesh/shared/obstacleInput'
import { invalid } from '@goshayesh/shared/refusal'
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
