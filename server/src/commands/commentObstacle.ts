import { limits } from '@goshayesh/shared/obstacleInput'
import { sees } from '@goshayesh/shared/permissions'
import { invalid } from '@goshayesh/shared/refusal'
import { factsOf } from '../records/ObstacleRecord.ts'
import { changeObstacle, type Step } from './changeObstacle.ts'
import { cleanText } from './cleanText.ts'
import type { Actor } from '../records/Actor.ts'
import type { Store } from './transact.ts'

export interface CommentInput {
  id: number
  text: string
  /** The people whom the comment names: they are told. */
  mentionIds?: number[] | null | undefined
}

export function commentObstacle(
  store: Store,
  actor: Actor,
  input: CommentInput,
  now: number,
): Promise<number> {
  const text = cleanText('input.text', input.text, limits.comment)
  const mentioned = input.mentionIds ?? []
  const { max } = limits.mentions
  if (mentioned.length > max) throw invalid('input.mentionIds', 'TOO_MANY', max)
  return changeObstacle(store, actor, 'COMMENT', 'COMMENTED', input, now, async (step) => {
    await checkMentioned(step, actor, mentioned)
    step.record.obstacle.comment_count += 1
    return { comment: text, mentionIds: [...new Set(mentioned)] }
  })
}

/** Only people of the province who see the obstacle can be named. */
async function checkMentioned({ db, record }: Step, actor: Actor, ids: number[]): Promise<void> {
  if (ids.length === 0) return
  const people = await db
    .selectFrom('user')
    .select(['id', 'role', 'agency_code as agencyCode'])
    .where('province_id', '=', actor.provinceId)
    .where('suspended_at', 'is', null)
    .where('id', 'in', ids)
    .execute()
  ids.forEach((id, index) => {
    const person = people.find((one) => one.id === id)
    if (!person) throw invalid(`input.mentionIds.${index}`, 'UNKNOWN')
    if (!sees(person, factsOf(record))) throw invalid(`input.mentionIds.${index}`, 'NOT_ALLOWED')
  })
}
