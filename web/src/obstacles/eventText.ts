import { dateText, civilDateText } from '../data/dateText.ts'
import type { EventKind, RungFragment, TimelineEventFragment } from '../gql/graphql.ts'
import { localDigits } from '../i18n/formatNumber.ts'
import { formatRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { rungName } from './rungName.ts'

type Change = TimelineEventFragment['changes'][number]

/** What happened, to be read after the name of who did it; a sentence of its own where nobody did. */
export function eventText(event: TimelineEventFragment, ladder: readonly RungFragment[]): string {
  const { events } = t()
  const { system } = events
  const deadline = event.deadline ? t().deadlines[event.deadline.kind] : t().obstacle.deadline
  switch (event.kind) {
    case 'ASSIGNED':
      return events.ASSIGNED(after(event, 'owner'))
    case 'WAITING':
      return events.WAITING(after(event, 'party'))
    case 'MERGED':
      return events.MERGED(formatRef(after(event, 'mergedInto')))
    case 'JOINED': {
      const duplicate = after(event, 'mergedFrom')
      return duplicate ? events.MERGED_HERE(formatRef(duplicate)) : events.JOINED
    }
    case 'EXTENSION_REQUESTED':
      return events.EXTENSION_REQUESTED(civilDateText(after(event, 'until')))
    case 'EXTENSION_DECIDED': {
      const word = after(event, 'decision') === 'APPROVED' ? 'EXTENSION_APPROVED' : 'EXTENSION_DENIED'
      return events[word](civilDateText(after(event, 'until')))
    }
    case 'RESUMED':
      return event.actor ? events.RESUMED : system.RESUMED
    case 'WARNED':
      return system.WARNED(deadline, localDigits(after(event, 'usedPercent')))
    case 'BREACHED':
    case 'BREACH_WITHDRAWN':
      return system[event.kind](deadline)
    case 'ESCALATED':
      return system.ESCALATED(deadline, partyOf(event, ladder), t().obstacle.level((event.level ?? 0) + 1))
    case 'DEADLINE_MOVED':
      return events.DEADLINE_MOVED(deadline)
    default:
      return events[event.kind]
  }
}

/** Kinds that happen by themselves, whoever's request brought them to light. */
const byItself: readonly EventKind[] = [
  'WARNED',
  'BREACHED',
  'BREACH_WITHDRAWN',
  'ESCALATED',
  'DEADLINE_MOVED',
]

/** Who did it; undefined for what the clock does by itself. */
export function actorOf(event: TimelineEventFragment): string | undefined {
  return byItself.includes(event.kind) ? undefined : event.actor?.name
}

/** What somebody wrote with it: a comment, a reason, a solution. */
export function wordsOf(event: TimelineEventFragment): string | undefined {
  if (event.kind === 'ESCALATED') return undefined
  if (event.kind === 'DEADLINE_MOVED' || event.kind === 'BREACH_WITHDRAWN') return reasonOf(event.comment)
  return event.comment ?? (after(event, 'solution') || after(event, 'rejectionReason') || undefined)
}

/** The facts that changed, before and after, line by line. `agencyName` finds an agency by its code. */
export function changeLines(event: TimelineEventFragment, agencyName: (code: string) => string): string[] {
  const { dossier } = t()
  return event.changes.flatMap((change) => {
    if (change.field === 'decision') return change.after === 'LAPSED' ? [dossier.requestLapsed] : []
    if (!Object.hasOwn(dossier.fields, change.field) || isTold(event, change)) return []
    const field = dossier.fields[change.field as keyof typeof dossier.fields]
    if (change.field === 'affectedAgencyCodes') return agencyLines(field, change, agencyName)
    if (change.field === 'solutionSteps') return stepLines(field, change)
    const before = valueText(change.field, change.before)
    const now = valueText(change.field, change.after)
    if (before && now) return [dossier.change(field, before, now)]
    if (now) return [dossier.changeTo(field, now)]
    return before ? [dossier.changeFrom(field, before)] : []
  })
}

/** Of a list it is told what came and what went. */
function agencyLines(
  field: string,
  { before, after }: Change,
  agencyName: (code: string) => string,
): string[] {
  const [was, is] = [codesOf(before), codesOf(after)]
  const names = (codes: string[]): string => codes.map(agencyName).join(t().comma)
  const added = names(is.filter((code) => !was.includes(code)))
  const removed = names(was.filter((code) => !is.includes(code)))
  return [
    ...(added ? [t().dossier.changeTo(field, added)] : []),
    ...(removed ? [t().dossier.changeFrom(field, removed)] : []),
  ]
}

/** Of the steps of a solution, those that came, changed or were ticked, and those that went. */
function stepLines(field: string, { before, after }: Change): string[] {
  const [was, is] = [(before ?? '').split('\n'), (after ?? '').split('\n')]
  const wordsOfStep = (line: string): string => line.replace(/^[☐☑] /, '')
  const come = is.filter((line) => line && !was.includes(line))
  const gone = was.filter((line) => line && !is.some((one) => wordsOfStep(one) === wordsOfStep(line)))
  return [
    ...come.map((line) => t().dossier.changeTo(field, line)),
    ...gone.map((line) => t().dossier.changeFrom(field, wordsOfStep(line))),
  ]
}

function codesOf(text: string | null): string[] {
  return (text ?? '').split(' ').filter((code) => code !== '')
}

/** Whether the sentence itself says it already. */
function isTold(event: TimelineEventFragment, { field, after: now }: Change): boolean {
  if (field === 'status') return true
  if (field === 'waitingOn') return valueText(field, now) === after(event, 'party')
  return event.kind.startsWith('EXTENSION') && field === 'until'
}

function valueText(field: string, value: string | null): string {
  if (!value) return ''
  switch (field) {
    case 'category':
      return wordOf(t().categories, value)
    case 'severity':
      return wordOf(t().severities, value)
    case 'waitingOn':
      return wordOf(t().waitingOn, value)
    case 'dueAt':
      return dateText(Date.parse(value), { time: true })
    case 'until':
    case 'letterDate':
      return civilDateText(value, { year: true })
    default:
      return value
  }
}

/** Whom it went to then; the ladder may be another one by now. */
function partyOf({ level, comment }: TimelineEventFragment, ladder: readonly RungFragment[]): string {
  const rung = ladder.find((one) => one.level === level && one.label === comment)
  return rung ? rungName(rung) : (comment ?? '')
}

function wordOf(words: Readonly<Record<string, string>>, key: string): string {
  return words[key] ?? key
}

function reasonOf(comment: string | null): string | undefined {
  return comment === null ? undefined : wordOf(t().events.reasons, comment)
}

function after(event: { changes: readonly Change[] }, field: string): string {
  return event.changes.find((change) => change.field === field)?.after ?? ''
}
