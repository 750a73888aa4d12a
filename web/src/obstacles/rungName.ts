import type { RungFragment } from '../gql/graphql.ts'
import { language } from '../i18n/language.ts'
import { t } from '../i18n/t.ts'

/** Whom a rung of the ladder goes to: the province's own words in Persian, the office elsewhere. */
export function rungName({ label, to }: Pick<RungFragment, 'label' | 'to'>): string {
  return language() === 'fa' ? label : t().parties[to]
}
