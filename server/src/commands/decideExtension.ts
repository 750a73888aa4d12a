import { limits } from '@goshayesh/shared/obstacleInput'
import { mayDecideExtension } from '@goshayesh/shared/permissions'
import { Refusal, invalid } from '@goshayesh/shared/refusal'
import { extendClock } from '../records/clocks.ts'
import { extensionFacts } from '../records/extensionFacts.ts'
import { changeObstacle } from './changeObstacle.ts'
import { cleanNote } from './cleanText.ts'
import type { Actor } from '../records/Actor.ts'
import type { Store } from './transact.ts'

export interface DecideExtensionInput {
  extensionId: number
  approve: boolean
  note?: string | null | undefined
}

/** Grants a request, which moves the due date, or refuses it, which takes a reason. */
export async function decideExtension(
  store: Store,
  actor: Actor,
  input: DecideExtensionInput,
  now: number,
): Promise<number> {
  const note = cleanNote('input.note', input.note, limits.note)
  const request = await store.db
    .selectFrom('extension')
    .select('obstacle_id')
    .where('province_id', '=', actor.provinceId)
    .where('id', '=', input.extensionId)
    .executeTakeFirst()
  if (!request) throw new Refusal('NOT_FOUND')
  const step = { id: request.obstacle_id }
  return changeObstacle(
    store,
    actor,
    'DECIDE_EXTENSION',
    'EXTENSION_DECIDED',
    step,
    now,
    ({ rules, record }) => {
      const extension = record.extensions.find(({ id }) => id === input.extensionId)
      const deadline = record.deadlines.find(({ id }) => id === extension?.deadline_id)
      if (!extension || !deadline || extension.decision !== 'PENDING') throw new Refusal('NOT_ALLOWED_NOW')
      const facts = extensionFacts(rules, record, extension)
      if (!mayDecideExtension(actor, facts)) throw new Refusal('FORBIDDEN')
      if (!input.approve && note === null) throw invalid('input.note', 'REQUIRED')
      Object.assign(extension, {
        decision: input.approve ? 'APPROVED' : 'DENIED',
        decided_by: actor.id,
        decided_at: now,
        note,
        past_cap: input.approve && facts.pastMilestone ? 1 : 0,
      })
      return {
        comment: note,
        requesterId: extension.requested_by,
        changes: [{ field: 'until', before: null, after: extension.until }],
        facts: input.approve ? extendClock(rules, record, deadline, now) : [],
      }
    },
  )
}
