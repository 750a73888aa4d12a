export const categories = [
  'HARDWARE',
  'SOFTWARE',
  'CONNECTIVITY',
  'INTEGRATION',
  'DATA_QUALITY',
  'TRAINING',
  'RESISTANCE',
  'REGULATION',
  'PROCESS',
  'STAFFING',
  'BUDGET',
  'PUBLIC_AWARENESS',
] as const
export type Category = (typeof categories)[number]

export const severities = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const
export type Severity = (typeof severities)[number]

export const subjectKinds = ['SINGLE_WINDOW', 'AGENCY', 'SERVICE'] as const
export type SubjectKind = (typeof subjectKinds)[number]

export const deadlineKinds = ['ASSIGN', 'ACKNOWLEDGE', 'RESOLVE', 'VERIFY'] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

export const targetUnits = ['WORKING_MINUTES', 'WORKING_DAYS', 'CALENDAR_DAYS'] as const
export type TargetUnit = (typeof targetUnits)[number]

export const escalationParties = [
  'OWNER',
  'AGENCY_MANAGER',
  'AGENCY_HEAD',
  'SECRETARY',
  'SUBCOMMITTEE',
  'WORKING_GROUP',
  'DEPUTY_GOVERNOR',
] as const
export type EscalationParty = (typeof escalationParties)[number]

export interface SlaTarget {
  kind: DeadlineKind
  amount: number
  unit: TargetUnit
}

/** The first rule whose three conditions hold decides; null holds for everything. */
export interface SlaRule {
  category: Category | null
  severity: Severity | null
  subjectKind: SubjectKind | null
  targets: SlaTarget[]
}

/** Level n is reached afterMinutes working minutes past the breach. Levels count from 1. */
export interface LadderStep {
  level: number
  afterMinutes: number
  to: EscalationParty
  label: string
}

export interface SlaPolicy {
  rules: SlaRule[]
  ladder: LadderStep[]
  warnAtPercent: number[]
}

export interface PolicyFacts {
  category: Category
  severity: Severity
  subjectKind: SubjectKind
}

/** The target of the first rule that matches, or null: no rule, or the rule sets no such deadline. */
export function targetFor(policy: SlaPolicy, facts: PolicyFacts, kind: DeadlineKind): SlaTarget | null {
  return matchingRule(policy, facts)?.targets.find((target) => target.kind === kind) ?? null
}

export function matchingRule(policy: SlaPolicy, facts: PolicyFacts): SlaRule | null {
  return (
    policy.rules.find(
      (rule) =>
        (rule.category === null || rule.category === facts.category) &&
        (rule.severity === null || rule.severity === facts.severity) &&
        (rule.subjectKind === null || rule.subjectKind === facts.subjectKind),
    ) ?? null
  )
}

/** What an installation begins with and then changes. */
export const startingPolicy: SlaPolicy = {
  rules: [
    ...(['REGULATION', 'BUDGET'] as const).flatMap((category) => severityRules(category, [15, 30, 45, 60])),
    ...severityRules(null, [5, 10, 15, 30]),
  ],
  ladder: [
    { level: 1, afterMinutes: 0, to: 'AGENCY_MANAGER', label: 'مدیر میانی دستگاه' },
    { level: 2, afterMinutes: 840, to: 'AGENCY_HEAD', label: 'مدیرکل دستگاه' },
    { level: 3, afterMinutes: 2100, to: 'SUBCOMMITTEE', label: 'کمیته فرعی' },
    { level: 4, afterMinutes: 3360, to: 'WORKING_GROUP', label: 'کارگروه استان' },
  ],
  warnAtPercent: [75, 90],
}

/** One rule a severity, from CRITICAL down to LOW, with the days to resolve in that order. */
function severityRules(category: Category | null, resolveDays: [number, number, number, number]): SlaRule[] {
  const [critical, high, medium, low] = resolveDays
  const rule = (
    severity: Severity,
    assign: SlaTarget,
    acknowledge: SlaTarget,
    resolve: number,
    verify: number,
  ) => ({
    category,
    severity,
    subjectKind: null,
    targets: [assign, acknowledge, days('RESOLVE', resolve), days('VERIFY', verify)],
  })
  return [
    rule('CRITICAL', minutes('ASSIGN', 120), minutes('ACKNOWLEDGE', 240), critical, 1),
    rule('HIGH', days('ASSIGN', 1), days('ACKNOWLEDGE', 2), high, 3),
    rule('MEDIUM', days('ASSIGN', 1), days('ACKNOWLEDGE', 2), medium, 3),
    rule('LOW', days('ASSIGN', 2), days('ACKNOWLEDGE', 3), low, 5),
  ]
}

function days(kind: DeadlineKind, amount: number): SlaTarget {
  return { kind, amount, unit: 'WORKING_DAYS' }
}

function minutes(kind: DeadlineKind, amount: number): SlaTarget {
  return { kind, amount, unit: 'WORKING_MINUTES' }
}
