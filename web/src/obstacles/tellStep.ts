import { RequestError } from '../data/RequestError.ts'
import { revalidate } from '../data/revision.ts'
import type { CardFragment } from '../gql/graphql.ts'
import { formatRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { showToast } from '../ui/showToast.ts'
import type { Step } from './Step.ts'
import { takeStep } from './takeStep.ts'
import { undoOf } from './undoOf.ts'

/** Says that a step was taken, and offers the way back for ten seconds where there is one. */
export function tellStep(step: Step, before: Pick<CardFragment, 'owner'>, after: CardFragment): void {
  const undo = undoOf(step, before, after)
  showToast({
    text: t().steps.done[step](formatRef(after.ref)),
    ...(undo ? { undo: () => void undoing(after.ref, () => takeStep(undo.step, after, undo.answers)) } : {}),
  })
}

/** Says why a step was refused. */
export function tellRefusal(error: unknown, ref: string): void {
  const refused = error instanceof RequestError ? error : undefined
  const text = refused?.code === 'CONFLICT' ? t().steps.conflict : (refused?.message ?? t().errors.failed)
  showToast({ tone: 'error', text: `${formatRef(ref)}: ${text}` })
}

/** Takes back what was done to an obstacle and says so, or why it could not be. */
export async function undoing(ref: string, act: () => Promise<unknown>): Promise<void> {
  try {
    await act()
    showToast({ text: t().steps.undone(formatRef(ref)) })
  } catch (error) {
    tellRefusal(error, ref)
  } finally {
    revalidate()
  }
}
