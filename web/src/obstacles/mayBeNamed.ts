import { sees } from '@goshayesh/shared/permissions'
import type { DossierObstacle } from './DossierObstacle.ts'
import type { Person } from './PeoplePicks.tsx'

/** Whether a comment on an obstacle may name a person: only who sees it is told. */
export function mayBeNamed({ id, role, agency }: Person, obstacle: DossierObstacle): boolean {
  const { status, subjectKind, reporter, owner } = obstacle
  return sees(
    { id: Number(id), role, agencyCode: agency?.code ?? null },
    {
      status,
      subjectKind,
      agencyCode: obstacle.agency?.code ?? null,
      affectedAgencyCodes: obstacle.affectedAgencies.map(({ code }) => code),
      reporterId: Number(reporter.id),
      reporterAgencyCode: reporter.agency?.code ?? null,
      ownerId: owner ? Number(owner.id) : null,
      ownerAgencyCode: owner?.agency?.code ?? null,
    },
  )
}
