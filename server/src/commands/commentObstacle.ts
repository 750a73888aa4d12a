import { limits } from '@goshayesh/shared/obstacleInput'
import { changeObstacle } from './changeObstacle.ts'
import { cleanText } from './cleanText.ts'
import type { Actor } from '../records/Actor.ts'
import type { Store } from './transact.ts'

export interface CommentInput {
  id: number
  text: string
}

export function commentObstacle(
  store: Store,
  actor: Actor,
  input: CommentInput,
  now: number,
): Promise<number> {
  const text = cleanText('input.text', input.text, limits.comment)
  return changeObstacle(store, actor, 'COMMENT', 'COMMENTED', input, now, ({ record }) => {
    record.obstacle.comment_count += 1
    return { comment: text }
  })
}
