import { type DeadlineKind, type TargetUnit, targetUnits } from '@goshayesh/shared/policy'
import { type JSX, Show } from 'solid-js'
import { t } from '../i18n/t.ts'
import { BareSelect } from '../ui/Select.tsx'
import type { TargetDraft } from './policyDraft.ts'
import { words } from './words.ts'

export interface TargetCellProps {
  id: string
  error: string | undefined
  /** In words. */
  severity: string
  kind: DeadlineKind
  target: TargetDraft
  onTarget(part: Partial<TargetDraft>): void
}

/** How long one deadline is for one severity; empty where there is none. */
export function TargetCell(props: TargetCellProps): JSX.Element {
  return (
    <span class="target">
      <input
        class="input target__amount"
        id={props.id}
        type="text"
        inputmode="numeric"
        autocomplete="off"
        aria-label={words().policy.amount(props.severity, t().deadlines[props.kind])}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={props.error ? `${props.id}-error` : undefined}
        value={props.target.amount}
        onInput={(event) => props.onTarget({ amount: event.currentTarget.value })}
      />
      <BareSelect
        label={words().policy.unit(props.severity, t().deadlines[props.kind])}
        value={props.target.unit}
        options={targetUnits.map((value) => ({ value, label: words().policy.units[value] }))}
        onValue={(unit) => props.onTarget({ unit: unit as TargetUnit })}
      />
      <Show when={props.error}>
        <span class="field__error" id={`${props.id}-error`}>
          {props.error}
        </span>
      </Show>
    </span>
  )
}
