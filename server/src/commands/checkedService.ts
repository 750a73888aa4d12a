import { limits } from '@goshayesh/shared/obstacleInput'
import { invalid } from '@goshayesh/shared/refusal'
import type { ServiceRow } from '../database/tables.ts'
import { cleanText } from './cleanText.ts'

const audiences = ['citizen', 'business', 'investor', 'government']
const channels = ['online', 'in-person', 'both']

export interface ServiceFields {
  nameFa: string
  nameEn: string
  audience: string
  channel: string
  inSingleWindow: boolean
}

/** A service as it is stored; INVALID for names out of bounds, and for an audience or channel that is none. */
export function checkedService({
  nameFa,
  nameEn,
  audience,
  channel,
  inSingleWindow,
}: ServiceFields): Pick<ServiceRow, 'name_fa' | 'name_en' | 'audience' | 'channel' | 'in_single_window'> {
  if (!audiences.includes(audience)) throw invalid('input.audience', 'BAD_VALUE')
  if (!channels.includes(channel)) throw invalid('input.channel', 'BAD_VALUE')
  return {
    name_fa: cleanText('input.nameFa', nameFa, limits.party),
    name_en: cleanText('input.nameEn', nameEn, limits.party),
    audience,
    channel,
    in_single_window: inSingleWindow ? 1 : 0,
  }
}
