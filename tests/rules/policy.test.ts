import { describe, expect, it, test } from 'vitest'
import {
  categories,
  matchingRule,
  severities,
  startingPolicy,
  subjectKinds,
  targetFor,
  type Category,
  type DeadlineKind,
  type Severity,
  type SlaPolicy,
  type SlaRule,
  type SubjectKind,
} from '@goshayesh/shared/policy'

const text = (category: Category, severity: Severity, kind: DeadlineKind) => {
  const target = targetFor(startingPolicy, { category, severity, subjectKind: 'AGENCY' }, kind)
  return target && `${target.amount} ${target.unit}`
}

describe('the starting policy', () => {
  it.each<[DeadlineKind, Category, critical: string, high: string, medium: string, low: string]>([
    ['ASSIGN', 'SOFTWARE', '120 WORKING_MINUTES', '1 WORKING_DAYS', '1 WORKING_DAYS', '2 WORKING_DAYS'],
    ['ACKNOWLEDGE', 'SOFTWARE', '240 WORKING_MINUTES', '2 WORKING_DAYS', '2 WORKING_DAYS', '3 WORKING_DAYS'],
    ['RESOLVE', 'SOFTWARE', '5 WORKING_DAYS', '10 WORKING_DAYS', '15 WORKING_DAYS', '30 WORKING_DAYS'],
    ['RESOLVE', 'REGULATION', '15 WORKING_DAYS', '30 WORKING_DAYS', '45 WORKING_DAYS', '60 WORKING_DAYS'],
    ['RESOLVE', 'BUDGET', '15 WORKING_DAYS', '30 WORKING_DAYS', '45 WORKING_DAYS', '60 WORKING_DAYS'],
    ['ASSIGN', 'BUDGET', '120 WORKING_MINUTES', '1 WORKING_DAYS', '1 WORKING_DAYS', '2 WORKING_DAYS'],
    ['VERIFY', 'SOFTWARE', '1 WORKING_DAYS', '3 WORKING_DAYS', '3 WORKING_DAYS', '5 WORKING_DAYS'],
    ['VERIFY', 'REGULATION', '1 WORKING_DAYS', '3 WORKING_DAYS', '3 WORKING_DAYS', '5 WORKING_DAYS'],
  ])('%s, %s', (kind, category, ...expected) => {
    const found = (['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] as const).map((severity) =>
      text(category, severity, kind),
    )
    expect(found).toEqual(expected)
  })
  test('sets every clock for every obstacle', () => {
    for (const category of categories)
      for (const severity of severities)
        for (const subjectKind of subjectKinds)
          expect(
            matchingRule(startingPolicy, { category, severity, subjectKind })?.targets.map(
              ({ kind }) => kind,
            ),
          ).toEqual(['ASSIGN', 'ACKNOWLEDGE', 'RESOLVE', 'VERIFY'])
  })
  test('warns at 75 and 90 percent, and climbs to the working group', () => {
    expect(startingPolicy.warnAtPercent).toEqual([75, 90])
    expect(
      startingPolicy.ladder.map(({ level, afterMinutes, to }) => `${level} ${afterMinutes} ${to}`),
    ).toEqual(['1 0 AGENCY_MANAGER', '2 840 AGENCY_HEAD', '3 2100 SUBCOMMITTEE', '4 3360 WORKING_GROUP'])
  })
})

describe('the first rule that matches decides', () => {
  const rule = (
    category: Category | null,
    severity: Severity | null,
    subjectKind: SubjectKind | null,
    amount: number,
  ): SlaRule => ({
    category,
    severity,
    subjectKind,
    targets: amount === 0 ? [] : [{ kind: 'RESOLVE', amount, unit: 'WORKING_DAYS' }],
  })
  const policy: SlaPolicy = {
    rules: [
      rule('BUDGET', 'HIGH', 'SERVICE', 1),
      rule('BUDGET', null, null, 2),
      rule(null, 'HIGH', null, 3),
      rule('TRAINING', null, null, 0),
      rule(null, null, 'SERVICE', 4),
    ],
    ladder: [],
    warnAtPercent: [],
  }
  it.each<[Category, Severity, SubjectKind, number | null]>([
    ['BUDGET', 'HIGH', 'SERVICE', 1],
    ['BUDGET', 'HIGH', 'AGENCY', 2],
    ['BUDGET', 'LOW', 'SERVICE', 2],
    ['SOFTWARE', 'HIGH', 'SERVICE', 3],
    ['TRAINING', 'HIGH', 'AGENCY', 3],
    ['TRAINING', 'LOW', 'SERVICE', null],
    ['SOFTWARE', 'LOW', 'SERVICE', 4],
    ['SOFTWARE', 'LOW', 'AGENCY', null],
  ])('%s %s %s: %s', (category, severity, subjectKind, amount) => {
    expect(targetFor(policy, { category, severity, subjectKind }, 'RESOLVE')?.amount ?? null).toBe(amount)
  })
  test('a kind that the rule leaves out has no deadline', () => {
    expect(
      targetFor(policy, { category: 'BUDGET', severity: 'LOW', subjectKind: 'AGENCY' }, 'ASSIGN'),
    ).toBeNull()
  })
})
