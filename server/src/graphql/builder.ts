import SchemaBuilder from '@pothos/core'
import type { DatedHours } from '@goshayesh/shared/calendar'
import type { SlaPolicy, SlaRule, SlaTarget, LadderStep } from '@goshayesh/shared/policy'
import type { AgencyRow, MilestoneRow, ServiceRow, StageChangeRow, WaitingRow } from '../database/tables.ts'
import type { Person } from '../queries/peopleByIds.ts'
import type { SeenObstacle } from '../queries/seenObstacles.ts'
import type { Rules } from '../records/Rules.ts'
import type { Context } from './Context.ts'
import type { SeenDeadline, SeenEvent, SeenExtension } from './shapes.ts'

/** Types that lead to each other name each other by these names, so that their files need not. */
export const builder = new SchemaBuilder<{
  Context: Context
  DefaultFieldNullability: false
  Scalars: {
    ID: { Input: string; Output: string | number }
    DateTime: { Input: number; Output: number }
    JalaliDate: { Input: string; Output: string }
  }
  Objects: {
    Obstacle: SeenObstacle
    Deadline: SeenDeadline
    Extension: SeenExtension
    Event: SeenEvent
    Waiting: WaitingRow
    User: Person
    Agency: AgencyRow
    StageChange: StageChangeRow
    Service: ServiceRow
    Milestone: { milestone: MilestoneRow; rules: Rules }
    SlaPolicy: SlaPolicy
    SlaRule: SlaRule
    SlaTarget: SlaTarget
    LadderStep: LadderStep
    WorkingCalendar: Rules
    DatedHours: DatedHours
    PageInfo: {
      hasNextPage: boolean
      hasPreviousPage: boolean
      startCursor: string | null
      endCursor: string | null
    }
  }
}>({ defaultFieldNullability: false })

builder.queryType()
builder.mutationType()
builder.subscriptionType()
