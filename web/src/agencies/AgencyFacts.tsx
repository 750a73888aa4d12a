import { For, type JSX, Show } from 'solid-js'
import { dateText } from '../data/dateText.ts'
import type { AgencyQuery } from '../gql/graphql.ts'
import { formatNumber } from '../i18n/formatNumber.ts'
import { numberOfRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { Ref } from '../obstacles/Ref.tsx'
import { SlaChip } from '../obstacles/SlaChip.tsx'
import { countsTold } from './countsTold.ts'
import { Stage } from './Stage.tsx'
import { Said } from '../obstacles/Said.tsx'

export interface AgencyFactsProps {
  agency: NonNullable<AgencyQuery['agency']>
  obstacles: AgencyQuery['obstacles']
}

/** An agency's stage, its figures, each of which opens its rows, and what is due first. */
export function AgencyFacts(props: AgencyFactsProps): JSX.Element {
  const rows = (more = ''): string => `/b/all?view=list&agency=${props.agency.code}&status=open${more}`
  const since = (): string | undefined => props.agency.stageChanges[0]?.at
  return (
    <>
      <p class="cluster text-sm">
        <Stage stage={props.agency.stage} />
        <span>
          {t().stages[props.agency.stage]}
          <Show when={since()}>
            {(at) => (
              <>
                {t().comma}
                <time datetime={at()}>{t().agencies.since(dateText(Date.parse(at()), { year: true }))}</time>
              </>
            )}
          </Show>
        </span>
      </p>
      <Show
        when={countsTold(props.agency.code)}
        fallback={<p class="muted text-sm">{t().agencies.notTold}</p>}
      >
        <dl class="figures figures--tight">
          <Figure label={t().agencies.openLabel} value={props.agency.openCount} href={rows()} />
          <Figure
            label={t().agencies.overdueLabel}
            value={props.agency.overdueCount}
            href={rows('&sla=over')}
          />
          <Figure
            label={t().agencies.servicesLabel}
            value={props.agency.services.length}
            href={`/agencies/${props.agency.code}#services`}
          />
        </dl>
        <Show when={props.agency.openByCategory.length > 0}>
          <p class="text-sm muted">{kindsText(props.agency)}</p>
        </Show>
        <Show
          when={props.obstacles.edges.length > 0}
          fallback={<p class="muted text-sm">{t().agencies.nothingOpen}</p>}
        >
          <ul class="peek__list">
            <For each={props.obstacles.edges}>
              {({ node }) => (
                <li>
                  <a href={`/o/${numberOfRef(node.ref)}`}>
                    <Ref of={node.ref} /> <Said text={node.title} />
                  </a>
                  <SlaChip deadline={node.nextDeadline} />
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Show>
      <p class="cluster cluster--apart text-sm">
        <a href={rows()}>{t().agencies.allObstacles}</a>
        <span class="muted">
          {t().agencies.focalPoint} <bdi>{props.agency.focalPoint?.name ?? t().agencies.noFocalPoint}</bdi>
        </span>
      </p>
    </>
  )
}

function Figure(props: { label: string; value: number; href: string }): JSX.Element {
  return (
    <div class="figure">
      <dt class="figure__label">{props.label}</dt>
      <dd class="figure__value">
        <a class="figure__link" href={props.href}>
          {formatNumber(props.value)}
        </a>
      </dd>
    </div>
  )
}

/** What stands in an agency's way: «نرم‌افزار ۳، آموزش ۱ و ۲ مانع دیگر». */
export function kindsText({
  openCount,
  openByCategory,
}: Pick<AgencyQuery['agency'] & object, 'openCount' | 'openByCategory'>): string {
  const shown = openByCategory.slice(0, 3)
  const rest = openCount - shown.reduce((sum, { count }) => sum + count, 0)
  const kinds = shown.map(({ category, count }) => `${t().shortCategories[category]} ${formatNumber(count)}`)
  return [...kinds, ...(rest > 0 ? [t().agencies.others(rest)] : [])].join(t().comma)
}
