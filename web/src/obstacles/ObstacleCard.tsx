import { type JSX, Show } from 'solid-js'
import { session } from '../data/session.ts'
import type { CardFragment } from '../gql/graphql.ts'
import { formatNumber } from '../i18n/formatNumber.ts'
import { numberOfRef } from '../i18n/formatRef.ts'
import { languageOf } from '../i18n/languageOf.ts'
import { localText } from '../i18n/localText.ts'
import { t } from '../i18n/t.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Kind } from './Kind.tsx'
import { Level } from './Level.tsx'
import { placeOf } from './placeOf.ts'
import { Ref } from './Ref.tsx'
import { shortAgencyName } from './shortAgencyName.ts'
import { SlaChip } from './SlaChip.tsx'

/** An obstacle as a file with its number on the tab. The whole card is the link; `menu` stands above it. */
export function ObstacleCard(props: { obstacle: CardFragment; menu?: JSX.Element }): JSX.Element {
  const affected = (): number => props.obstacle.affectedAgencies.length
  return (
    <>
      <div class="card__head">
        <span class="card__tab">
          <Ref of={props.obstacle.ref} />
        </span>
        <Kind category={props.obstacle.category} short />
        <Show when={props.obstacle.escalationLevel > 0}>
          <Level level={props.obstacle.displayLevel} />
        </Show>
      </div>
      <h3 class="card__title">
        <a
          class="card__link"
          href={`/o/${numberOfRef(props.obstacle.ref)}`}
          lang={languageOf(props.obstacle.title)}
          draggable="false"
        >
          {localText(props.obstacle.title)}
        </a>
      </h3>
      <div class="card__agency">
        <span title={placeOf(props.obstacle)}>
          {shortAgencyName(placeOf(props.obstacle), session.value?.installation.name ?? '')}
        </span>
        <Show when={affected() > 0}>
          <span class="card__tally" title={t().obstacle.affected(affected())}>
            <Icon name="agency" />
            <span aria-hidden="true">{formatNumber(affected())}</span>
            <span class="visually-hidden">{t().obstacle.affected(affected())}</span>
          </span>
        </Show>
        {props.menu}
      </div>
      <div class="card__foot">
        <SlaChip deadline={props.obstacle.nextDeadline} />
        <Show when={props.obstacle.commentCount > 0}>
          <span class="card__tally">
            <Icon name="comment" />
            <span aria-hidden="true">{formatNumber(props.obstacle.commentCount)}</span>
            <span class="visually-hidden">{t().obstacle.comments(props.obstacle.commentCount)}</span>
          </span>
        </Show>
        <span class="card__owner" title={props.obstacle.owner?.name ?? t().obstacle.noOwner}>
          <Avatar name={props.obstacle.owner?.name} />
          <span class="visually-hidden">
            {props.obstacle.owner ? t().obstacle.ownerIs(props.obstacle.owner.name) : t().obstacle.noOwner}
          </span>
        </span>
      </div>
    </>
  )
}
