import type { Database } from '../database/connect.ts'
import { anyOf } from '../database/dialects.ts'
import { statement, type Places } from '../database/statement.ts'
import type { AgencyRow, Stage } from '../database/tables.ts'

/** The agencies of a province, those of one stage or those with one of the codes. */
export function agenciesOf(
  db: Database,
  provinceId: number,
  { stage, codes }: { stage?: Stage | null | undefined; codes?: string[] } = {},
): Promise<AgencyRow[]> {
  if (codes) return agenciesByCodes(db, { provinceId, codes })
  const all = ofProvince(db)
  const asked = stage == null ? all : all.where('stage', '=', stage)
  return asked.where('province_id', '=', provinceId).execute()
}

const agenciesByCodes = statement((db, value: Places<{ provinceId: number; codes: string[] }>) =>
  ofProvince(db)
    .where('province_id', '=', value('provinceId'))
    .where('code', ...anyOf(db, 'text', value('codes'))),
)

function ofProvince(db: Database) {
  return db.selectFrom('agency').selectAll().orderBy('name_fa').orderBy('code')
}
