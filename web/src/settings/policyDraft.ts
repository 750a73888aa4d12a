import { toLatinDigits } from '@goshayesh/shared/digits'
import {
  type Category,
  type DeadlineKind,
  deadlineKinds,
  type EscalationParty,
  type Severity,
  type SubjectKind,
  type TargetUnit,
} from '@goshayesh/shared/policy'
import type { SettingsPolicyQuery, SlaPolicyInput } from '../gql/graphql.ts'
import { localDigits } from '../i18n/formatNumber.ts'
import type { Problems } from './createSaving.ts'
import { words } from './words.ts'

export type Policy = SettingsPolicyQuery['slaPolicy']

/** A time limit as it is typed; no amount means no deadline of the kind. */
export interface TargetDraft {
  amount: string
  unit: TargetUnit
}

export interface RowDraft {
  severity: Severity | ''
  targets: Record<DeadlineKind, TargetDraft>
}

/** Rules that follow each other and are about the same obstacles; '' holds for all. */
export interface GroupDraft {
  category: Category | ''
  subjectKind: SubjectKind | ''
  rows: RowDraft[]
}

export interface RungDraft {
  afterMinutes: string
  to: EscalationParty
  label: string
}

export interface PolicyDraft {
  groups: GroupDraft[]
  warnings: string[]
  ladder: RungDraft[]
}

/** Levels of the ladder; the owner is the rung below the first. */
export const ladderLevels = { least: 2, most: 4 }

const typed = (amount: number): string => localDigits(String(amount))

/** A policy as it can be typed over. */
export function policyDraft({ rules, warnAtPercent, ladder }: Policy): PolicyDraft {
  const groups: GroupDraft[] = []
  for (const { severity, targets, ...rule } of rules) {
    const category = rule.category ?? ''
    const subjectKind = rule.subjectKind ?? ''
    const last = groups.at(-1)
    const row = { severity: severity ?? ('' as const), targets: targetDrafts(targets) }
    if (last && last.category === category && last.subjectKind === subjectKind) last.rows.push(row)
    else groups.push({ category, subjectKind, rows: [row] })
  }
  return {
    groups,
    warnings: warnAtPercent.map(typed),
    ladder: ladder.map(({ afterMinutes, to, label }) => ({ afterMinutes: typed(afterMinutes), to, label })),
  }
}

/** The policy that a draft without problems states. */
export function policyInput({ groups, warnings, ladder }: PolicyDraft): SlaPolicyInput {
  return {
    rules: groups.flatMap(({ category, subjectKind, rows }) =>
      rows.map(({ severity, targets }) => ({
        category: category || null,
        subjectKind: subjectKind || null,
        severity: severity || null,
        targets: deadlineKinds.flatMap((kind) => {
          const { amount, unit } = targets[kind]
          return amount.trim() === '' ? [] : [{ kind, amount: wholeOf(amount), unit }]
        }),
      })),
    ),
    warnAtPercent: warnings.map(wholeOf),
    ladder: ladder.map(({ afterMinutes, to, label }) => ({
      afterMinutes: wholeOf(afterMinutes),
      to,
      label: label.trim(),
    })),
  }
}

/** What keeps a draft from being saved, by the place of the field. */
export function checkPolicy({ groups, warnings, ladder }: PolicyDraft): Problems {
  const problems: Problems = {}
  const { badNumber, badPercent, badAfter } = words().policy
  groups.forEach(({ rows }, g) =>
    rows.forEach(({ targets }, r) => {
      for (const kind of deadlineKinds) {
        const { amount, unit } = targets[kind]
        const value = wholeOf(amount)
        const most = unit === 'WORKING_MINUTES' ? 500_000 : 1_000
        if (amount.trim() !== '' && !(value >= 1 && value <= most)) {
          problems[`groups.${g}.${r}.${kind}`] = badNumber(most)
        }
      }
    }),
  )
  warnings.forEach((text, i) => {
    const value = wholeOf(text)
    const before = i === 0 ? 0 : wholeOf(warnings[i - 1] ?? '')
    if (!(value >= 1 && value <= 99) || value <= before) problems[`warnings.${i}`] = badPercent
  })
  ladder.forEach(({ afterMinutes, label }, i) => {
    const value = wholeOf(afterMinutes)
    const before = i === 0 ? 0 : wholeOf(ladder[i - 1]?.afterMinutes ?? '')
    if (!(value >= 0 && value <= 500_000) || value < before) problems[`ladder.${i}.afterMinutes`] = badAfter
    if (label.trim() === '') problems[`ladder.${i}.label`] = words().required
  })
  return problems
}

/** A row without any deadline. */
export function emptyRow(severity: Severity | ''): RowDraft {
  return { severity, targets: targetDrafts([]) }
}

/** A whole number in digits of any kind; NaN for anything else. */
export function wholeOf(text: string): number {
  const latin = toLatinDigits(text).trim()
  return /^\d{1,9}$/.test(latin) ? Number(latin) : Number.NaN
}

function targetDrafts(
  targets: readonly { kind: DeadlineKind; amount: number; unit: TargetUnit }[],
): Record<DeadlineKind, TargetDraft> {
  const draftOf = (kind: DeadlineKind): TargetDraft => {
    const target = targets.find((other) => other.kind === kind)
    return target ? { amount: typed(target.amount), unit: target.unit } : { amount: '', unit: 'WORKING_DAYS' }
  }
  return {
    ASSIGN: draftOf('ASSIGN'),
    ACKNOWLEDGE: draftOf('ACKNOWLEDGE'),
    RESOLVE: draftOf('RESOLVE'),
    VERIFY: draftOf('VERIFY'),
  }
}
