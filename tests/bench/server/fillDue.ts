import { copyObstacle } from '../../helpers/copyObstacle.ts'
import { openDatabaseAt } from '../../helpers/engines.ts'
import { fillInBulk } from '../../helpers/fillInBulk.ts'
import { Office } from '../../helpers/office.ts'

/** An office of `size` obstacles, of which `due` breach at one instant (see dueAt): each breach is also a step of the ladder. */
export async function fillDue(location: string, due: number, size: number): Promise<number> {
  const office = await Office.in(await openDatabaseAt(location))
  try {
    const [urgent, other] = [
      await office.log({ severity: 'CRITICAL' }),
      await office.log({ severity: 'LOW' }),
    ]
    await fillInBulk(office.db, ['obstacle', 'deadline', 'event', 'obstacle_agency'], async () => {
      await copyObstacle(office.db, urgent, due - 1)
      await copyObstacle(office.db, other, Math.max(0, size - due - 1))
    })
    return Math.max(size, due + 1)
  } finally {
    await office.close()
  }
}
