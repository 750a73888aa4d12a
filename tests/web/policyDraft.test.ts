import { startingPolicy } from '@goshayesh/shared/policy'
import { describe, expect, test } from 'vitest'
import { checkPolicy, policyDraft, policyInput, type Policy } from '../../web/src/settings/policyDraft.ts'

const policy: Policy = { ...startingPolicy, version: 1 }

describe('the policy as it is typed', () => {
  test('comes back as it was', () => {
    const { rules, ladder, warnAtPercent } = startingPolicy
    expect(policyInput(policyDraft(policy))).toEqual({
      rules,
      ladder: ladder.map(({ afterMinutes, to, label }) => ({ afterMinutes, to, label })),
      warnAtPercent,
    })
  })

  test('puts rules about the same obstacles together, in their order', () => {
    const { groups } = policyDraft(policy)
    expect(groups.map(({ category, rows }) => [category, rows.length])).toEqual([
      ['REGULATION', 4],
      ['BUDGET', 4],
      ['', 4],
    ])
  })

  test('takes digits of any kind, and an empty amount for no deadline', () => {
    const draft = policyDraft(policy)
    const row = draft.groups[2]!.rows[0]!
    row.targets.RESOLVE.amount = '۷'
    row.targets.VERIFY.amount = ' '
    expect(checkPolicy(draft)).toEqual({})
    expect(policyInput(draft).rules[8]?.targets).toEqual([
      { kind: 'ASSIGN', amount: 120, unit: 'WORKING_MINUTES' },
      { kind: 'ACKNOWLEDGE', amount: 240, unit: 'WORKING_MINUTES' },
      { kind: 'RESOLVE', amount: 7, unit: 'WORKING_DAYS' },
    ])
  })

  test('an amount that is none is told what would be one, each unit its own', () => {
    const draft = policyDraft(policy)
    draft.groups[0]!.rows[0]!.targets.ASSIGN.amount = '500001'
    draft.groups[0]!.rows[0]!.targets.RESOLVE.amount = '1001'
    expect(Object.values(checkPolicy(draft))).toEqual([
      'عددی از ۱ تا ۵۰۰٬۰۰۰ بنویسید',
      'عددی از ۱ تا ۱٬۰۰۰ بنویسید',
    ])
  })

  test.each([
    ['a word', '2', '75', '840', 'groups.0.0.ASSIGN'],
    ['0', '2', '75', '840', 'groups.0.0.ASSIGN'],
    ['1', '2.5', '75', '840', 'groups.0.0.RESOLVE'],
    ['1', '1001', '75', '840', 'groups.0.0.RESOLVE'],
    ['1', '2', '90', '840', 'warnings.1'],
    ['1', '2', '100', '840', 'warnings.0'],
    ['1', '2', '75', '3000', 'ladder.2.afterMinutes'],
    ['1', '2', '75', '', 'ladder.1.afterMinutes'],
  ])('refuses %s / %s / %s / %s at %s', (assign, resolve, warning, after, path) => {
    const draft = policyDraft(policy)
    draft.groups[0]!.rows[0]!.targets.ASSIGN.amount = assign
    draft.groups[0]!.rows[0]!.targets.RESOLVE.amount = resolve
    draft.warnings[0] = warning
    draft.ladder[1]!.afterMinutes = after
    expect(Object.keys(checkPolicy(draft))).toContain(path)
  })
})
