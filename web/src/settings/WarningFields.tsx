import { Index, type JSX, Show } from 'solid-js'
import type { SetStoreFunction } from 'solid-js/store'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { Saving } from './createSaving.ts'
import type { PolicyDraft } from './policyDraft.ts'
import { words } from './words.ts'

const MOST = 4

export interface WarningFieldsProps {
  saving: Saving
  warnings: readonly string[]
  setDraft: SetStoreFunction<PolicyDraft>
}

/** At which part of a time limit the owner is warned. */
export function WarningFields(props: WarningFieldsProps): JSX.Element {
  return (
    <section class="panel" aria-labelledby="policy-warnings">
      <div class="panel__head">
        <h2 class="panel__title" id="policy-warnings">
          {words().policy.warnings}
        </h2>
        <p class="panel__note">{words().policy.warningsNote}</p>
      </div>
      <div class="warnings">
        <Index each={props.warnings}>
          {(warning, i) => (
            <div class="with-act">
              <TextField
                id={props.saving.idOf(`warnings.${i}`)}
                label={words().policy.warning(i + 1)}
                class="input--short"
                inputmode="numeric"
                autocomplete="off"
                value={warning()}
                error={props.saving.error(`warnings.${i}`)}
                onValue={(value) => props.setDraft('warnings', i, value)}
              />
              <Button
                class="btn--icon"
                variant="quiet"
                icon="close"
                onClick={() => props.setDraft('warnings', (all) => all.filter((_, other) => other !== i))}
              >
                <span class="visually-hidden">{words().policy.removeWarning(i + 1)}</span>
              </Button>
            </div>
          )}
        </Index>
      </div>
      <Show when={props.warnings.length < MOST}>
        <div class="cluster">
          <Button icon="plus" onClick={() => props.setDraft('warnings', (all) => [...all, ''])}>
            {words().policy.addWarning}
          </Button>
        </div>
      </Show>
    </section>
  )
}
