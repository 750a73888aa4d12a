import type { JSX } from 'solid-js'
import { request } from '../data/request.ts'
import { revalidateAll } from '../data/revision.ts'
import {
  DefineMilestoneDocument,
  PreviewMilestoneWithdrawalDocument,
  WithdrawMilestoneDocument,
} from '../gql/graphql.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { showToast } from '../ui/showToast.ts'
import { createSaving } from './createSaving.ts'
import { FormFoot } from './FormFoot.tsx'
import { MovesPreview } from './MovesPreview.tsx'
import { SavingErrors } from './SavingErrors.tsx'
import type { SettledMilestone } from './SettledMilestone.ts'
import { undoing } from './undoing.ts'
import { words } from './words.ts'

/** Takes a milestone back, having told what becomes of the deadlines. */
export function WithdrawMilestoneDialog(props: {
  milestone: SettledMilestone
  onClose(): void
}): JSX.Element {
  const saving = createSaving('withdraw')
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const { id, name, dueDate, subjectKind } = props.milestone
    await saving.save(
      () => ({}),
      async () => {
        const { withdrawMilestone } = await request(WithdrawMilestoneDocument, { id })
        const again = async (): Promise<void> =>
          void (await request(DefineMilestoneDocument, { input: { name, dueDate, subjectKind } }))
        showToast({
          text: words().milestones.withdrawnDone(name, withdrawMilestone.movedDeadlines),
          // What was put under it by hand would not come back.
          ...(subjectKind ? { undo: () => void undoing(again) } : {}),
        })
        revalidateAll()
        props.onClose()
      },
    )
  }
  return (
    <Dialog title={words().milestones.withdrawOf(props.milestone.name)} onClose={() => props.onClose()}>
      <form class="form" onSubmit={submit} novalidate>
        <SavingErrors saving={saving} />
        <p>{words().milestones.withdrawText(props.milestone.totalCount)}</p>
        <MovesPreview document={PreviewMilestoneWithdrawalDocument} variables={{ id: props.milestone.id }} />
        <FormFoot
          busy={saving.busy()}
          submit={words().milestones.withdrawSubmit}
          onCancel={() => props.onClose()}
        />
      </form>
    </Dialog>
  )
}
