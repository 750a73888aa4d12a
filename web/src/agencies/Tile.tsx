import { type JSX, Show } from 'solid-js'
import { session } from '../data/session.ts'
import type { TileFragment } from '../gql/graphql.ts'
import { formatNumber } from '../i18n/formatNumber.ts'
import { t } from '../i18n/t.ts'
import { shortAgencyName } from '../obstacles/shortAgencyName.ts'
import { Icon } from '../ui/Icon.tsx'
import { countsTold } from './countsTold.ts'
import { heatOf } from './heatOf.ts'
import { Stage } from './Stage.tsx'
import { stageSteps } from './stageSteps.ts'

export interface TileProps {
  agency: TileFragment
  current: boolean
  onOpen(event: MouseEvent): void
}

/** One agency: its name, what is open and overdue, and its stage. */
export function Tile(props: TileProps): JSX.Element {
  const name = (): string => shortAgencyName(props.agency.name, session.value?.installation.name ?? '')
  return (
    <a
      class="tile"
      id={`agency-${props.agency.code}`}
      data-heat={heatOf(props.agency)}
      href={`/agencies/${props.agency.code}`}
      aria-current={props.current ? 'true' : undefined}
      title={props.agency.name}
      onClick={(event) => props.onOpen(event)}
    >
      <span class="tile__name">{name()}</span>
      <span class="tile__foot">
        <span class="tile__counts" aria-hidden="true">
          <span>{props.agency.openCount > 0 ? t().agencies.open(props.agency.openCount) : ''}</span>
          <Show when={props.agency.overdueCount > 0}>
            <span class="tile__over">
              <Icon name="over" />
              {formatNumber(props.agency.overdueCount)}
            </span>
          </Show>
        </span>
        <Stage stage={props.agency.stage} />
        <span class="visually-hidden">
          <Show when={countsTold(props.agency.code)}>
            {t().agencies.counts(props.agency.openCount, props.agency.overdueCount)}
          </Show>
          {t().agencies.atStage(stageSteps[props.agency.stage], t().stages[props.agency.stage])}
        </span>
      </span>
    </a>
  )
}
