import { deadlineStates } from '@goshayesh/shared/deadline'
import { eventKinds } from '@goshayesh/shared/eventKinds'
import { roles } from '@goshayesh/shared/permissions'
import {
  categories,
  deadlineKinds,
  escalationParties,
  severities,
  subjectKinds,
  targetUnits,
} from '@goshayesh/shared/policy'
import { noticeKinds } from '@goshayesh/shared/recipients'
import { obstacleActions, obstacleStatuses, waitingOn } from '@goshayesh/shared/workflow'
import { agencyFields, extensionDecisions, stages } from '../database/tables.ts'
import { obstacleOrders } from '../queries/listObstacles.ts'
import { overdueBy } from '../queries/overdueSummary.ts'
import { slaStates } from '../queries/slaState.ts'
import { builder } from './builder.ts'

export const ObstacleStatus = builder.enumType('ObstacleStatus', { values: obstacleStatuses })
export const Severity = builder.enumType('Severity', { values: severities })
export const Category = builder.enumType('Category', { values: categories })
export const SubjectKind = builder.enumType('SubjectKind', { values: subjectKinds })
export const ActivationStage = builder.enumType('ActivationStage', {
  values: stages,
})
export const AgencyField = builder.enumType('AgencyField', {
  description: 'Field of work, in the order of the grid.',
  values: agencyFields,
})
export const Role = builder.enumType('Role', { values: roles })
export const DeadlineKind = builder.enumType('DeadlineKind', { values: deadlineKinds })
export const DeadlineState = builder.enumType('DeadlineState', { values: deadlineStates })
export const TargetUnit = builder.enumType('TargetUnit', { values: targetUnits })
export const ObstacleAction = builder.enumType('ObstacleAction', { values: obstacleActions })
export const WaitingOn = builder.enumType('WaitingOn', { values: waitingOn })
export const ExtensionDecision = builder.enumType('ExtensionDecision', {
  description: 'LAPSED: the clock ended before anybody had decided.',
  values: extensionDecisions,
})
export const EventKind = builder.enumType('EventKind', { values: eventKinds })
export const NoticeKind = builder.enumType('NoticeKind', { values: noticeKinds })
export const ObstacleOrder = builder.enumType('ObstacleOrder', { values: obstacleOrders })
export const OverdueBy = builder.enumType('OverdueBy', { values: overdueBy })
export const EscalationParty = builder.enumType('EscalationParty', { values: escalationParties })
export const ClosureKind = builder.enumType('ClosureKind', { values: ['HOLIDAY', 'AD_HOC'] as const })
export const SlaState = builder.enumType('SlaState', {
  description: 'Of the next deadline; OVERDUE beats PAUSED.',
  values: slaStates,
})
