import type { ActivationStage } from '../gql/graphql.ts'

/** The stages on the way to success and how many of its four steps each has behind it. */
export const stageSteps: Record<ActivationStage, number> = {
  NOT_LOADED: 0,
  LOADED: 1,
  CONNECTED: 2,
  PILOT: 3,
  OPERATING: 4,
}

/** The stages in their order. */
export const stagesInOrder = Object.keys(stageSteps) as ActivationStage[]

/** The stage's name in the address: "not-loaded". */
export function stageSlug(stage: ActivationStage): string {
  return stage.toLowerCase().replace('_', '-')
}

export function stageNamed(slug: string | undefined): ActivationStage | undefined {
  return stagesInOrder.find((stage) => stageSlug(stage) === slug)
}
