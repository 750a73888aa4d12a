import type { SettingsMilestonesQuery } from '../gql/graphql.ts'

/** A milestone as the settings show it. */
export type SettledMilestone = SettingsMilestonesQuery['milestones'][number]
