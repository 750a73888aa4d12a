import type { CardFragment } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import type { Step, StepAnswers } from './Step.ts'

export interface Undo {
  step: Step
  answers: Partial<StepAnswers>
}

/**
 * The step that takes a step back, where there is one and it is open to the viewer. `before` is who owned the obstacle
 * then, `after` what the server answered.
 */
export function undoOf(
  step: Step,
  before: Pick<CardFragment, 'owner'>,
  after: Pick<CardFragment, 'actions' | 'owner'>,
): Undo | undefined {
  const undo = reverseOf(step, before, after)
  return undo && after.actions.includes(undo.step) ? undo : undefined
}

function reverseOf(
  step: Step,
  before: Pick<CardFragment, 'owner'>,
  after: Pick<CardFragment, 'owner'>,
): Undo | undefined {
  if (step === 'WAIT') return { step: 'RESUME', answers: {} }
  if (step === 'JOIN') return { step: 'LEAVE', answers: {} }
  if (step === 'RESOLVE') return { step: 'REOPEN', answers: { reason: t().steps.undoReason } }
  if (step === 'ASSIGN' && before.owner && before.owner.id !== after.owner?.id)
    return { step: 'ASSIGN', answers: { ownerId: before.owner.id } }
  return undefined
}
