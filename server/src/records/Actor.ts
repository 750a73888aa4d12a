import type { Viewer } from '@goshayesh/shared/permissions'
import type { UserRow } from '../database/tables.ts'

/** The signed-in person on whose behalf something is read or done. */
export interface Actor extends Viewer {
  provinceId: number
  name: string
}

export function actorOf(user: Pick<UserRow, 'id' | 'name' | 'role' | 'agency_code' | 'province_id'>): Actor {
  return {
    id: user.id,
    name: user.name,
    role: user.role,
    agencyCode: user.agency_code,
    provinceId: user.province_id,
  }
}
