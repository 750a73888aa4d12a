import { assignObstacle } from '../../server/src/commands/assignObstacle.ts'
import { defineMilestone } from '../../server/src/commands/defineMilestone.ts'
import { waitObstacle } from '../../server/src/commands/waitObstacle.ts'
import { MINUTE } from './calendars.ts'
import type { Office } from './office.ts'

/** Obstacles of every kind of clock, some waiting, some under a milestone. */
export async function fillClocks(office: Office): Promise<void> {
  const milestone = { name: 'پایان تیر', dueDate: '1405-04-31', subjectKind: 'SINGLE_WINDOW' as const }
  await office.at('04-20 09:00').do(defineMilestone, 'secretary', milestone)
  for (const severity of ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] as const) {
    office.now += 13 * MINUTE + 777
    await office.log({ severity })
    await office.log({ severity, subjectKind: 'SINGLE_WINDOW', agencyCode: null })
    const waiting = await office.inProgress({ severity, subjectKind: 'SINGLE_WINDOW', agencyCode: null })
    const until = severity === 'LOW' ? '1405-05-10' : '1405-04-23'
    const wait = { on: 'BUDGET', party: 'سازمان برنامه', reason: 'تخصیص', until } as const
    await office.do(waitObstacle, 'secretary', { id: waiting, ...wait })
    const assigned = await office.log({ severity })
    await office.do(assignObstacle, 'secretary', { id: assigned, ownerId: office.people.ict.id })
  }
}

/** What was done with obstacles, without when it was written down, and without what was said. */
export async function doneOn({ db }: Pick<Office, 'db'>): Promise<string[]> {
  const rows = await db
    .selectFrom('event')
    .select(['obstacle_id', 'kind', 'at', 'level', 'deadline_id', 'actor_id', 'changes_json'])
    .where('kind', '<>', 'COMMENTED')
    .orderBy('obstacle_id')
    .orderBy('id')
    .execute()
  return rows.map((row) => JSON.stringify(row))
}

export async function clocks({ db }: Pick<Office, 'db'>): Promise<string> {
  return JSON.stringify(await db.selectFrom('deadline').selectAll().orderBy('id').execute())
}
