import { dateText } from '../data/dateText.ts'
import { request } from '../data/request.ts'
import {
  type CardFragment,
  EditChoicesDocument,
  ObstacleSinceDocument,
  type RungFragment,
  type TimelineEventFragment,
} from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { actorOf, changeLines, eventText } from './eventText.ts'

/** An obstacle as it is now, and what happened to it since it was looked at, also in words, line by line. */
export interface ChangesSince {
  obstacle: CardFragment
  events: TimelineEventFragment[]
  lines: string[]
}

/** What was done since an instant, RFC 3339; undefined where the obstacle is not there any more. Throws RequestError. */
export async function changesSince(id: string, since: string): Promise<ChangesSince | undefined> {
  const events: TimelineEventFragment[] = []
  for (let after: string | null = null; ;) {
    const answer: { obstacle: ObstacleSince | null; slaPolicy: { ladder: RungFragment[] } } = await request(
      ObstacleSinceDocument,
      { id, after },
    )
    if (!answer.obstacle) return undefined
    const { timeline, ...obstacle } = answer.obstacle
    events.push(...timeline.edges.map(({ node }) => node))
    after = timeline.pageInfo.hasNextPage ? timeline.pageInfo.endCursor : null
    if (after) continue
    const fresh = events.filter(({ at }) => Date.parse(at) > Date.parse(since))
    return { obstacle, events: fresh, lines: await linesOf(fresh, answer.slaPolicy.ladder) }
  }
}

type ObstacleSince = CardFragment & {
  timeline: {
    pageInfo: { hasNextPage: boolean; endCursor: string | null }
    edges: { node: TimelineEventFragment }[]
  }
}

async function linesOf(
  events: readonly TimelineEventFragment[],
  ladder: readonly RungFragment[],
): Promise<string[]> {
  const namesAgencies = events.some(({ changes }) =>
    changes.some(({ field }) => field === 'affectedAgencyCodes'),
  )
  const agencies = namesAgencies ? (await request(EditChoicesDocument, {})).agencies : []
  const agencyName = (code: string): string => agencies.find((one) => one.code === code)?.name ?? code
  return events.flatMap((event) => [
    t().dossier.didMeanwhile(
      [actorOf(event), eventText(event, ladder)].filter(Boolean).join(' '),
      dateText(Date.parse(event.at), { time: true, near: true }),
    ),
    ...changeLines(event, agencyName),
  ])
}
