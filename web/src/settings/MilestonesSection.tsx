import { createSignal, For, type JSX, Show } from 'solid-js'
import { civilDateText } from '../data/dateText.ts'
import { createData } from '../data/createData.ts'
import { SettingsMilestonesDocument } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { now } from '../now.ts'
import { Loaded } from '../shell/Loaded.tsx'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { MilestoneDialog } from './MilestoneDialog.tsx'
import type { SettledMilestone } from './SettledMilestone.ts'
import { WithdrawMilestoneDialog } from './WithdrawMilestoneDialog.tsx'
import { words } from './words.ts'
import { Said } from '../obstacles/Said.tsx'

/** The days that the province has set itself, and how far it has come towards each. */
export function MilestonesSection(): JSX.Element {
  const [open, setOpen] = createSignal<{ act: 'add' } | { act: 'edit' | 'withdraw'; of: SettledMilestone }>()
  const data = createData(SettingsMilestonesDocument, () => ({}))
  const close = (): void => setOpen(undefined)
  return (
    <>
      <div class="settings__bar">
        <Button variant="primary" icon="plus" onClick={() => setOpen({ act: 'add' })}>
          {words().milestones.add}
        </Button>
      </div>
      <Loaded data={data} height="12rem">
        {(value) => (
          <For
            each={value().milestones}
            fallback={
              <Empty icon="target" title={words().milestones.noneTitle} text={words().milestones.noneText} />
            }
          >
            {(milestone) => (
              <MilestonePanel
                milestone={milestone}
                onEdit={() => setOpen({ act: 'edit', of: { ...milestone } })}
                onWithdraw={() => setOpen({ act: 'withdraw', of: { ...milestone } })}
              />
            )}
          </For>
        )}
      </Loaded>
      <Show when={open()} keyed>
        {(shown) =>
          shown.act === 'add' ? (
            <MilestoneDialog onClose={close} />
          ) : shown.act === 'edit' ? (
            <MilestoneDialog milestone={shown.of} onClose={close} />
          ) : (
            <WithdrawMilestoneDialog milestone={shown.of} onClose={close} />
          )
        }
      </Show>
    </>
  )
}

interface MilestonePanelProps {
  milestone: SettledMilestone
  onEdit(): void
  onWithdraw(): void
}

function MilestonePanel(props: MilestonePanelProps): JSX.Element {
  const percent = (): number =>
    props.milestone.totalCount > 0 ? (100 * props.milestone.doneCount) / props.milestone.totalCount : 0
  return (
    <section class="panel" aria-label={props.milestone.name}>
      <div class="panel__head">
        <h2 class="panel__title">
          <Said text={props.milestone.name} />
        </h2>
        <p class="panel__note">
          {civilDateText(props.milestone.dueDate, { year: true })}
          {t().comma}
          {Date.parse(props.milestone.dueAt) < now()
            ? words().milestones.passed
            : words().milestones.daysLeft(props.milestone.workingDaysLeft)}
        </p>
        <p class="panel__note">
          {props.milestone.subjectKind
            ? words().milestones.allOf(t().subjects[props.milestone.subjectKind])
            : words().milestones.byHand}
        </p>
        <div class="cluster panel__act">
          <Button icon="edit" onClick={() => props.onEdit()}>
            {words().edit} <span class="visually-hidden">{props.milestone.name}</span>
          </Button>
          <Button variant="quiet" onClick={() => props.onWithdraw()}>
            {words().milestones.withdraw} <span class="visually-hidden">{props.milestone.name}</span>
          </Button>
        </div>
      </div>
      <p class="progress">
        <span>{words().milestones.progress(props.milestone.doneCount, props.milestone.totalCount)}</span>
        <Show when={props.milestone.overdueCount > 0}>
          <b class="moves__over">{words().milestones.overdue(props.milestone.overdueCount)}</b>
        </Show>
      </p>
      <div class="progress__track" aria-hidden="true">
        <span class="progress__bar" style={{ '--done': `${percent()}%` }} />
      </div>
    </section>
  )
}
