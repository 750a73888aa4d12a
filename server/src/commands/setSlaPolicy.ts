import { limits } from '@goshayesh/shared/obstacleInput'
import { mayInProvince } from '@goshayesh/shared/permissions'
import type { LadderStep, SlaPolicy, SlaRule, SlaTarget } from '@goshayesh/shared/policy'
import { invalid, Refusal } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import { moveRecords, type Moves } from '../records/moveRecords.ts'
import { outOfReach } from '../records/outOfReach.ts'
import type { Rules } from '../records/Rules.ts'
import { checkVersion, versionOf } from '../records/versionOf.ts'
import { changeRules } from './changeRules.ts'
import { cleanText } from './cleanText.ts'
import type { Actor } from '../records/Actor.ts'
import type { Store } from './transact.ts'

export interface SlaPolicyInput {
  rules: {
    category?: SlaRule['category'] | undefined
    severity?: SlaRule['severity'] | undefined
    subjectKind?: SlaRule['subjectKind'] | undefined
    targets: SlaTarget[]
  }[]
  ladder: Omit<LadderStep, 'level'>[]
  warnAtPercent: number[]
  /** Of what the change was written for; null: whatever stands there. */
  expectedVersion?: number | null | undefined
}

/** Puts a policy in force and moves every running deadline. Answers with their number. */
export async function setSlaPolicy(
  store: Store,
  actor: Actor,
  input: SlaPolicyInput,
  now: number,
): Promise<number> {
  const policy = checkedPolicy(input)
  const { movedDeadlines } = await changeRules(
    store,
    actor,
    'SET_SLA_POLICY',
    'POLICY',
    now,
    async (db, rules) => {
      checkVersion(input.expectedVersion, versionOf.policy(rules.policy))
      const policy_json = JSON.stringify(policyAfter(rules, policy, now).policy)
      const row = { province_id: actor.provinceId, set_at: now, set_by: actor.id, policy_json }
      await db.insertInto('sla_policy').values(row).execute()
    },
  )
  return movedDeadlines
}

/** What the policy would move; nothing is written. */
export async function previewSlaPolicy(
  db: Database,
  actor: Actor,
  rules: Rules,
  input: SlaPolicyInput,
  now: number,
): Promise<Moves> {
  if (!mayInProvince(actor, 'SET_SLA_POLICY')) throw new Refusal('FORBIDDEN')
  const next = policyAfter(rules, checkedPolicy(input), now)
  return moveRecords(db, rules, next, 'POLICY', null, now)
}

/** The rules as they would be; INVALID where the office hours there are would never come to an end of it. */
function policyAfter(rules: Rules, policy: SlaPolicy, now: number): Rules {
  const next = { ...rules, policy }
  const beyond = outOfReach(next, now)
  if (beyond !== null) throw invalid(`input.${beyond}`, 'BAD_VALUE')
  return next
}

const most = { rules: 200, ladder: 10, warnings: 10, minutes: 500_000, days: 1_000 }

/** The policy that the input states; INVALID with the path of the first rule that is broken. */
function checkedPolicy(input: SlaPolicyInput): SlaPolicy {
  if (input.rules.length > most.rules) throw invalid('input.rules', 'TOO_MANY', most.rules)
  if (input.ladder.length > most.ladder) throw invalid('input.ladder', 'TOO_MANY', most.ladder)
  if (input.warnAtPercent.length > most.warnings)
    throw invalid('input.warnAtPercent', 'TOO_MANY', most.warnings)
  input.warnAtPercent.forEach((percent, index) => {
    checkRange(`input.warnAtPercent.${index}`, percent, 1, 99)
    if (percent <= (input.warnAtPercent[index - 1] ?? 0))
      throw invalid(`input.warnAtPercent.${index}`, 'ORDER')
  })
  return {
    rules: input.rules.map((rule, index) => ({
      category: rule.category ?? null,
      severity: rule.severity ?? null,
      subjectKind: rule.subjectKind ?? null,
      targets: checkedTargets(`input.rules.${index}.targets`, rule.targets),
    })),
    ladder: input.ladder.map((step, index) => checkedStep(input, step, index)),
    warnAtPercent: [...input.warnAtPercent],
  }
}

function checkedTargets(path: string, targets: SlaTarget[]): SlaTarget[] {
  return targets.map(({ kind, amount, unit }, index) => {
    checkRange(`${path}.${index}.amount`, amount, 1, unit === 'WORKING_MINUTES' ? most.minutes : most.days)
    if (targets.findIndex((other) => other.kind === kind) < index)
      throw invalid(`${path}.${index}.kind`, 'SAME')
    return { kind, amount, unit }
  })
}

function checkedStep(
  input: SlaPolicyInput,
  { afterMinutes, to, label }: Omit<LadderStep, 'level'>,
  index: number,
): LadderStep {
  const path = `input.ladder.${index}`
  checkRange(`${path}.afterMinutes`, afterMinutes, 0, most.minutes)
  if (afterMinutes < (input.ladder[index - 1]?.afterMinutes ?? 0))
    throw invalid(`${path}.afterMinutes`, 'ORDER')
  return { level: index + 1, afterMinutes, to, label: cleanText(`${path}.label`, label, limits.party) }
}

function checkRange(path: string, value: number, min: number, max: number): void {
  if (value < min) throw invalid(path, 'TOO_SMALL', min)
  if (value > max) throw invalid(path, 'TOO_LARGE', max)
}
