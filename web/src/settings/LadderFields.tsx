import { escalationParties, type EscalationParty } from '@goshayesh/shared/policy'
import { Index, type JSX, Show } from 'solid-js'
import type { SetStoreFunction } from 'solid-js/store'
import { calendar } from '../data/session.ts'
import { formatDuration } from '../i18n/formatDuration.ts'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { Saving } from './createSaving.ts'
import { ladderLevels, type PolicyDraft, type RungDraft, wholeOf } from './policyDraft.ts'
import { words } from './words.ts'

export interface LadderFieldsProps {
  saving: Saving
  ladder: readonly RungDraft[]
  setDraft: SetStoreFunction<PolicyDraft>
}

/** Who is told, one after the other, when a deadline has passed. The owner is rung 1. */
export function LadderFields(props: LadderFieldsProps): JSX.Element {
  const afterText = (text: string): string | undefined => {
    const minutes = wholeOf(text)
    const days = calendar()
    if (!days || Number.isNaN(minutes)) return undefined
    return minutes === 0
      ? words().policy.atOnce
      : words().policy.afterIs(formatDuration(minutes, days.minutesPerDay, 2))
  }
  const add = (): void => {
    const last = props.ladder.at(-1)
    props.setDraft('ladder', (all) => [
      ...all,
      { afterMinutes: last?.afterMinutes ?? '', to: 'WORKING_GROUP' as const, label: '' },
    ])
  }
  return (
    <section class="panel" aria-labelledby="policy-ladder">
      <div class="panel__head">
        <h2 class="panel__title" id="policy-ladder">
          {words().policy.ladder}
        </h2>
        <p class="panel__note">{words().policy.ladderNote}</p>
      </div>
      <Index each={props.ladder}>
        {(step, i) => (
          <div class="rung" role="group" aria-label={words().policy.rung(i + 2)}>
            <b class="rung__no">{words().policy.rung(i + 2)}</b>
            <Select
              id={props.saving.idOf(`ladder.${i}.to`)}
              label={words().policy.to}
              value={step().to}
              options={escalationParties
                .filter((value) => value !== 'OWNER')
                .map((value) => ({ value, label: t().parties[value] }))}
              onValue={(value) => props.setDraft('ladder', i, 'to', value as EscalationParty)}
            />
            <TextField
              id={props.saving.idOf(`ladder.${i}.label`)}
              label={words().policy.label}
              value={step().label}
              error={props.saving.error(`ladder.${i}.label`)}
              onValue={(value) => props.setDraft('ladder', i, 'label', value)}
            />
            <TextField
              id={props.saving.idOf(`ladder.${i}.afterMinutes`)}
              label={words().policy.after}
              hint={afterText(step().afterMinutes)}
              inputmode="numeric"
              autocomplete="off"
              value={step().afterMinutes}
              error={props.saving.error(`ladder.${i}.afterMinutes`)}
              onValue={(value) => props.setDraft('ladder', i, 'afterMinutes', value)}
            />
            <Show when={props.ladder.length > ladderLevels.least}>
              <Button
                variant="quiet"
                class="rung__act btn--icon"
                icon="close"
                onClick={() => props.setDraft('ladder', (all) => all.filter((_, other) => other !== i))}
              >
                <span class="visually-hidden">{words().policy.removeRung(i + 2)}</span>
              </Button>
            </Show>
          </div>
        )}
      </Index>
      <Show when={props.ladder.length < ladderLevels.most}>
        <div class="cluster">
          <Button icon="plus" onClick={add}>
            {words().policy.addRung}
          </Button>
        </div>
      </Show>
    </section>
  )
}
