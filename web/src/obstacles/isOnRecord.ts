import { normalizePersian } from '@goshayesh/shared/persianText'
import type { RequestError } from '../data/RequestError.ts'
import type { EventKind, TimelineEventFragment } from '../gql/graphql.ts'
import type { Step } from './Step.ts'

const kinds: Record<Step, EventKind> = {
  ASSIGN: 'ASSIGNED',
  ACKNOWLEDGE: 'ACKNOWLEDGED',
  START: 'STARTED',
  WAIT: 'WAITING',
  RESUME: 'RESUMED',
  RESOLVE: 'RESOLVED',
  VERIFY: 'VERIFIED',
  REOPEN: 'REOPENED',
  REJECT: 'REJECTED',
  MERGE: 'MERGED',
  COMMENT: 'COMMENTED',
  JOIN: 'JOINED',
  LEAVE: 'LEFT',
  REQUEST_EXTENSION: 'EXTENSION_REQUESTED',
  DECIDE_EXTENSION: 'EXTENSION_DECIDED',
}

/** Whether it is unknown what became of a request: it was lost on its way, or its answer was. */
export function isUnanswered({ code }: RequestError): boolean {
  return code === 'UNREACHABLE' || code === 'FAILED'
}

/** Whether a step that went unanswered was taken all the same; `text`: what it said, where that tells it from another. */
export function isOnRecord(
  step: Step,
  personId: string | undefined,
  events: readonly Pick<TimelineEventFragment, 'kind' | 'actor' | 'comment'>[],
  text?: string,
): boolean {
  return events.some(
    ({ kind, actor, comment }) =>
      kind === kinds[step] &&
      actor?.id === personId &&
      (text === undefined || comment === normalizePersian(text)),
  )
}
