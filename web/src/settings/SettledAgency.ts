import type { SettingsAgencyQuery } from '../gql/graphql.ts'

/** An agency as its settings show it. */
export type SettledAgency = NonNullable<SettingsAgencyQuery['agency']>

export type SettledService = SettledAgency['services'][number]
