import { toPersianDigits } from '@goshayesh/shared/digits'
import type { DeadlineKind, EscalationParty } from '@goshayesh/shared/policy'
import type { Language } from '@goshayesh/shared/refusal'
import type { EventRow, NoticeRow } from '../database/tables.ts'
import type { Change } from '../records/ObstacleRecord.ts'

/** All that the sentence tells. */
export interface NoticeFacts {
  notice: Pick<NoticeRow, 'kind' | 'count' | 'reason'>
  /** Of the obstacle. */
  number: number | null
  actor: string | null
  event: Pick<EventRow, 'comment' | 'changes_json'> | null
  deadline: DeadlineKind | null
}

/** A notice in one sentence, as an official would write it; of null, that there is nothing more to see. */
export function noticeText(facts: NoticeFacts | null, language: Language): string {
  if (!facts) return hidden[language]
  return language === 'fa' ? persian(facts) : english(facts)
}

const hidden: Record<Language, string> = {
  fa: 'این خبر درباره مانعی است که دیگر به آن دسترسی ندارید.',
  en: 'This is about an obstacle that you no longer have access to.',
}

function persian(facts: NoticeFacts): string {
  const { notice, event } = facts
  const actor = facts.actor ?? 'سامانه'
  const obstacle = facts.number === null ? 'شما' : `مانع م-${digits(facts.number)}`
  const deadline = deadlineNames.fa[facts.deadline ?? 'RESOLVE']
  switch (notice.kind) {
    case 'ASSIGNED':
      return `${actor} ${obstacle} را به شما ارجاع داد.`
    case 'MENTIONED':
      return `${actor} در دیدگاه خود برای ${obstacle} از شما نام برد.`
    case 'COMMENTED':
      return `${actor} برای ${obstacle} دیدگاهی نوشت.`
    case 'WARNED':
      return `${digits(changeOf(event, 'usedPercent') ?? '')} درصد از ${deadline} ${obstacle} گذشته است.`
    case 'BREACHED':
      return `${deadline} ${obstacle} به پایان رسید و مانع معوق شد.`
    case 'ESCALATED':
      return `پیگیری ${obstacle} به «${event?.comment ?? ''}» رسید.`
    case 'WAITING':
      return `${actor} مهلت رفع ${obstacle} را در انتظار «${changeOf(event, 'party') ?? ''}» متوقف کرد.`
    case 'RESUMED':
      return facts.actor === null
        ? `توقف مهلت رفع ${obstacle} به پایان رسید و مهلت از سر گرفته شد.`
        : `${actor} مهلت رفع ${obstacle} را از سر گرفت.`
    case 'RESOLVED':
      return `${actor} رفع ${obstacle} را اعلام کرد.`
    case 'VERIFIED':
      return `${actor} رفع ${obstacle} را تأیید کرد.`
    case 'REOPENED':
      return `${actor} ${obstacle} را بازگشایی کرد.`
    case 'EXTENSION_REQUESTED':
      return `${actor} برای ${obstacle} تمدید مهلت درخواست کرد.`
    case 'EXTENSION_DECIDED':
      return `${actor} با تمدید مهلت ${obstacle} ${isApproved(event) ? 'موافقت' : 'مخالفت'} کرد.`
    case 'DEADLINES_MOVED':
      return facts.number === null
        ? `با ${moveReasons.fa[notice.reason ?? ''] ?? 'تغییر مهلت‌های رسیدگی'}، ${digits(notice.count)} مهلت از موانع شما جابه‌جا شد.`
        : `با ویرایش ${obstacle}، ${deadline} آن جابه‌جا شد.`
    case 'JOINED': {
      const duplicate = changeOf(event, 'mergedFrom')
      if (duplicate) return `${actor} مانع ${persianRef(duplicate)} را تکراری ${obstacle} شناخت.`
      return `دستگاه دیگری به دستگاه‌های متأثر از ${obstacle} پیوست.`
    }
    case 'REJECTED':
      return `${actor} ${obstacle} را خارج از شمول شناخت.`
    case 'MERGED':
      return `${actor} ${obstacle} را تکراری ${persianRef(changeOf(event, 'mergedInto'))} شناخت.`
  }
}

function english(facts: NoticeFacts): string {
  const { notice, event } = facts
  const actor = facts.actor ?? 'The system'
  const obstacle = `OB-${facts.number ?? ''}`
  const deadline = deadlineNames.en[facts.deadline ?? 'RESOLVE']
  switch (notice.kind) {
    case 'ASSIGNED':
      return `${actor} assigned ${obstacle} to you.`
    case 'MENTIONED':
      return `${actor} named you in a comment on ${obstacle}.`
    case 'COMMENTED':
      return `${actor} commented on ${obstacle}.`
    case 'WARNED':
      return `${changeOf(event, 'usedPercent') ?? ''} percent of the ${deadline} of ${obstacle} is used up.`
    case 'BREACHED':
      return `The ${deadline} of ${obstacle} has passed; it is overdue.`
    case 'ESCALATED':
      return `${obstacle} was escalated to ${partyOf(event)}.`
    case 'WAITING':
      return `${actor} paused the deadline to resolve of ${obstacle}: it waits for “${changeOf(event, 'party') ?? ''}”.`
    case 'RESUMED':
      return facts.actor === null
        ? `The deadline to resolve of ${obstacle} runs again: its pause is over.`
        : `${actor} let the deadline to resolve of ${obstacle} run again.`
    case 'RESOLVED':
      return `${actor} declared ${obstacle} resolved.`
    case 'VERIFIED':
      return `${actor} verified that ${obstacle} is resolved.`
    case 'REOPENED':
      return `${actor} reopened ${obstacle}.`
    case 'EXTENSION_REQUESTED':
      return `${actor} asked for an extension of ${obstacle}.`
    case 'EXTENSION_DECIDED':
      return `${actor} ${isApproved(event) ? 'granted' : 'refused'} the extension of ${obstacle}.`
    case 'DEADLINES_MOVED':
      return facts.number === null
        ? `${englishCount(notice.count)} of your obstacles moved with a change of ${moveReasons.en[notice.reason ?? ''] ?? 'the rules'}.`
        : `The ${deadline} of ${obstacle} moved when it was edited.`
    case 'JOINED': {
      const duplicate = changeOf(event, 'mergedFrom')
      if (duplicate) return `${actor} merged ${duplicate} into ${obstacle}.`
      return `Another agency is affected by ${obstacle} too.`
    }
    case 'REJECTED':
      return `${actor} ruled ${obstacle} out of scope.`
    case 'MERGED':
      return `${actor} merged ${obstacle} into ${changeOf(event, 'mergedInto') ?? ''}.`
  }
}

const deadlineNames: Record<Language, Record<DeadlineKind, string>> = {
  fa: {
    ASSIGN: 'مهلت ارجاع',
    ACKNOWLEDGE: 'مهلت پاسخ نخست',
    RESOLVE: 'مهلت رفع',
    VERIFY: 'مهلت تأیید',
  },
  en: {
    ASSIGN: 'deadline to assign',
    ACKNOWLEDGE: 'deadline to answer',
    RESOLVE: 'deadline to resolve',
    VERIFY: 'deadline to verify',
  },
}

const englishParties: Record<EscalationParty, string> = {
  OWNER: 'its owner',
  AGENCY_MANAGER: 'the manager in the agency',
  AGENCY_HEAD: 'the head of the agency',
  SECRETARY: 'the secretary of the working group',
  SUBCOMMITTEE: 'the sub-committee',
  WORKING_GROUP: 'the provincial working group',
  DEPUTY_GOVERNOR: 'the deputy governor',
}

const moveReasons: Record<Language, Record<string, string>> = {
  fa: { CALENDAR: 'تغییر تقویم کاری', POLICY: 'تغییر مهلت‌های رسیدگی', MILESTONE: 'تغییر هدف‌های زمانی' },
  en: { CALENDAR: 'the calendar', POLICY: 'the time limits', MILESTONE: 'the milestones' },
}

function changeOf(event: NoticeFacts['event'], field: string): string | null {
  const changes = JSON.parse(event?.changes_json ?? '[]') as Change[]
  return changes.find((change) => change.field === field)?.after ?? null
}

/** A rung bears the province's own words, which are Persian; what was written down before whom it went to has no others. */
function partyOf(event: NoticeFacts['event']): string {
  const party = changeOf(event, 'escalatedTo')
  return party ? englishParties[party as EscalationParty] : `“${event?.comment ?? ''}”`
}

function isApproved(event: NoticeFacts['event']): boolean {
  return changeOf(event, 'decision') === 'APPROVED'
}

function persianRef(ref: string | null): string {
  return `م-${digits(ref?.replace('OB-', '') ?? '')}`
}

function englishCount(count: number): string {
  return `${count} deadline${count === 1 ? '' : 's'}`
}

function digits(figure: number | string): string {
  return toPersianDigits(String(figure))
}
