import { request } from '../data/request.ts'
import {
  AcknowledgeObstacleDocument,
  AssignObstacleDocument,
  type CardFragment,
  CommentObstacleDocument,
  DecideExtensionDocument,
  JoinObstacleDocument,
  LeaveObstacleDocument,
  MergeObstacleDocument,
  RejectObstacleDocument,
  ReopenObstacleDocument,
  RequestExtensionDocument,
  ResolveObstacleDocument,
  ResumeObstacleDocument,
  StartObstacleDocument,
  VerifyObstacleDocument,
  WaitObstacleDocument,
} from '../gql/graphql.ts'
import type { Step, StepAnswers } from './Step.ts'

type Answer = Promise<{ step: { obstacle: CardFragment } }>

/** The request of each step; loaded with the first one taken. */
export const stepRequests: Record<
  Step,
  (base: { id: string; expectedVersion: number }, answers: StepAnswers) => Answer
> = {
  ASSIGN: (base, { ownerId, note }) => request(AssignObstacleDocument, { input: { ...base, ownerId, note } }),
  ACKNOWLEDGE: (base, { note }) => request(AcknowledgeObstacleDocument, { input: { ...base, note } }),
  START: (base, { note }) => request(StartObstacleDocument, { input: { ...base, note } }),
  WAIT: (base, { on, party, reason, until }) =>
    request(WaitObstacleDocument, { input: { ...base, on, party, reason, until } }),
  RESUME: (base, { note }) => request(ResumeObstacleDocument, { input: { ...base, note } }),
  RESOLVE: (base, { solution }) => request(ResolveObstacleDocument, { input: { ...base, solution } }),
  VERIFY: (base, { note }) => request(VerifyObstacleDocument, { input: { ...base, note } }),
  REOPEN: (base, { reason }) => request(ReopenObstacleDocument, { input: { ...base, reason } }),
  REJECT: (base, { reason }) => request(RejectObstacleDocument, { input: { ...base, reason } }),
  MERGE: (base, { intoId }) => request(MergeObstacleDocument, { input: { ...base, intoId } }),
  COMMENT: ({ id }, { text, mentionIds }) =>
    request(CommentObstacleDocument, { input: { id, text, mentionIds: [...mentionIds] } }),
  JOIN: (base, { note }) => request(JoinObstacleDocument, { input: { ...base, note } }),
  LEAVE: (base, { note }) => request(LeaveObstacleDocument, { input: { ...base, note } }),
  REQUEST_EXTENSION: (base, { kind, until, reason }) =>
    request(RequestExtensionDocument, { input: { ...base, kind, until, reason } }),
  DECIDE_EXTENSION: (_, { extensionId, approve, note }) =>
    request(DecideExtensionDocument, { input: { extensionId, approve, note } }),
}
