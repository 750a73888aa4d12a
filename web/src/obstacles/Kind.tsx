import type { JSX } from 'solid-js'
import type { Category } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { Icon } from '../ui/Icon.tsx'

const icons: Record<Category, string> = {
  HARDWARE: 'kind-hardware',
  SOFTWARE: 'kind-software',
  CONNECTIVITY: 'kind-hardware',
  INTEGRATION: 'kind-data',
  DATA_QUALITY: 'kind-data',
  TRAINING: 'kind-training',
  RESISTANCE: 'users',
  REGULATION: 'kind-rule',
  PROCESS: 'history',
  STAFFING: 'user',
  BUDGET: 'inbox',
  PUBLIC_AWARENESS: 'bulb',
}

/** The category of an obstacle: icon and word, a shorter one where there is little room. */
export function Kind(props: { category: Category; short?: boolean }): JSX.Element {
  return (
    <span class="kind" title={t().categories[props.category]}>
      <Icon name={icons[props.category]} />
      <span class="kind__name">
        {props.short ? t().shortCategories[props.category] : t().categories[props.category]}
      </span>
    </span>
  )
}
