import { openStatuses, type ObstacleStatus } from '@goshayesh/shared/workflow'
import { acknowledgeObstacle } from '../../../server/src/commands/acknowledgeObstacle.ts'
import { assignObstacle } from '../../../server/src/commands/assignObstacle.ts'
import { resolveObstacle } from '../../../server/src/commands/resolveObstacle.ts'
import { waitObstacle } from '../../../server/src/commands/waitObstacle.ts'
import { tokenHash } from '../../../server/src/queries/viewerOf.ts'
import { copyObstacle } from '../../helpers/copyObstacle.ts'
import { openDatabaseAt } from '../../helpers/engines.ts'
import { Office } from '../../helpers/office.ts'

/** Obstacles in every column, of several agencies and owners, as the commands leave them; the clock stands at 04-22 09:00. */
export async function fillOffice(location: string, size: number, token: string): Promise<Office> {
  const office = await Office.in(await openDatabaseAt(location))
  const templates: number[] = []
  for (const agencyCode of ['ict', 'sabt', 'maliat', 'tamin'] as const)
    for (const status of openStatuses) templates.push(await template(office, agencyCode, status))
  await office.live('04-22 08:00')
  for (const id of templates) await copyObstacle(office.db, id, size / templates.length - 1)
  await signIn(office, token)
  return office.at('04-22 09:00')
}

/** An office in which `count` obstacles are breached at one instant, which is the clock's: each breach is also a step of the ladder. */
export async function fillDue(location: string, count: number, token: string): Promise<Office> {
  const office = await Office.in(await openDatabaseAt(location))
  const id = await office.at('04-27 10:15').log({ severity: 'CRITICAL' })
  await office.live('04-27 12:14')
  await copyObstacle(office.db, id, count - 1)
  await signIn(office, token)
  office.now = (await office.clock(id, 'ASSIGN')).next_at ?? 0
  return office
}

async function signIn(office: Office, token: string): Promise<void> {
  const session = { token_hash: tokenHash(token), user_id: office.people.secretary.id, created_at: 0 }
  await office.db
    .insertInto('session')
    .values({ ...session, expires_at: office.now * 2 })
    .execute()
}

async function template(office: Office, agencyCode: string, status: ObstacleStatus): Promise<number> {
  const id = await office.at('04-20 10:15').log({ agencyCode, severity: 'HIGH' })
  if (status === 'LOGGED') return id
  const ownerId = office.people[agencyCode === 'sabt' ? 'sabt' : 'ict'].id
  await office.do(assignObstacle, 'secretary', { id, ownerId })
  if (status === 'ASSIGNED') return id
  await office.do(acknowledgeObstacle, 'secretary', { id, note: 'تلفنی' })
  const wait = { on: 'BUDGET', party: 'سازمان برنامه', reason: 'تخصیص', until: '1405-05-10' } as const
  if (status === 'WAITING') await office.do(waitObstacle, 'secretary', { id, ...wait })
  if (status === 'RESOLVED') await office.do(resolveObstacle, 'secretary', { id, solution: 'راه‌اندازی شد' })
  return id
}
