import type { ObstacleQuery } from '../gql/graphql.ts'

/** An obstacle with all that its own page shows. */
export type DossierObstacle = NonNullable<ObstacleQuery['obstacle']>

export type AttachedFile = DossierObstacle['attachments'][number]
