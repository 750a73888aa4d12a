import { For, type JSX } from 'solid-js'
import type { ActivationStage, TileFragment } from '../gql/graphql.ts'
import { formatNumber } from '../i18n/formatNumber.ts'
import { t } from '../i18n/t.ts'
import { setQuery } from '../routing/router.ts'
import { Stage } from './Stage.tsx'
import { stageSlug, stagesInOrder } from './stageSteps.ts'

export interface StageFilterProps {
  agencies: readonly TileFragment[]
  chosen: ActivationStage | undefined
}

/** How many agencies stand at each stage; a press shows only those. */
export function StageFilter(props: StageFilterProps): JSX.Element {
  const countOf = (stage: ActivationStage): number =>
    props.agencies.filter((agency) => agency.stage === stage).length
  const shown = () => stagesInOrder.filter((stage) => stage !== 'NOT_LOADED' || countOf(stage) > 0)
  return (
    <section class="stages" aria-labelledby="stages">
      <h2 class="stages__title" id="stages">
        {t().agencies.stages}
      </h2>
      <ul class="stages__bar">
        <For each={shown()}>
          {(stage) => (
            <li class="stages__part" style={{ '--n': countOf(stage) }}>
              <button
                type="button"
                class="stages__btn"
                classList={{ 'stages__btn--done': stage === 'OPERATING' }}
                aria-pressed={props.chosen === stage}
                onClick={() => setQuery({ stage: props.chosen === stage ? '' : stageSlug(stage) })}
              >
                <Stage stage={stage} />
                <b>{formatNumber(countOf(stage))}</b>
                {t().stages[stage]}
              </button>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
