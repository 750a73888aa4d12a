import { limits } from '@goshayesh/shared/obstacleInput'
import { resumeClock, startClock, stopClock } from '../records/clocks.ts'
import { endWaiting } from '../records/endWaiting.ts'
import { changeObstacle, type StepInput } from './changeObstacle.ts'
import { cleanText } from './cleanText.ts'
import { ownerStep } from './ownerStep.ts'
import type { Actor } from '../records/Actor.ts'
import type { Store } from './transact.ts'

export interface ResolveObstacleInput extends StepInput {
  solution: string
}

/** The owner declares the obstacle removed; the secretariat has to verify it. */
export function resolveObstacle(
  store: Store,
  actor: Actor,
  input: ResolveObstacleInput,
  now: number,
): Promise<number> {
  const solution = cleanText('input.solution', input.solution, limits.solution)
  return changeObstacle(store, actor, 'RESOLVE', 'RESOLVED', input, now, (step) => {
    const { rules, record } = step
    ownerStep(actor, step, 'input.solution', solution.slice(0, limits.note.max))
    endWaiting(record, now)
    const facts = resumeClock(rules, record, 'RESOLVE', now)
    Object.assign(record.obstacle, { solution, resolved_at: now })
    stopClock(rules, record, 'RESOLVE', now)
    startClock(rules, record, 'VERIFY', now)
    return { facts }
  })
}
