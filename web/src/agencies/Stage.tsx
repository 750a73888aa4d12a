import { For, type JSX } from 'solid-js'
import type { ActivationStage } from '../gql/graphql.ts'
import { stageSteps } from './stageSteps.ts'

const STEPS = [1, 2, 3, 4]

/** How far an agency has come, as four small boxes; words stand beside them. */
export function Stage(props: { stage: ActivationStage }): JSX.Element {
  return (
    <span class="stage" data-stage={stageSteps[props.stage]} aria-hidden="true">
      <For each={STEPS}>{() => <i />}</For>
    </span>
  )
}
