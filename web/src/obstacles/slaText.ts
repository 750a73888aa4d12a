import { t } from '../i18n/t.ts'
import type { ClockFacts, SlaShape } from './slaReading.ts'

/** How a deadline stands in words: «۳ روز مانده», «۵ روز تأخیر». Reactive. */
export function slaText(shape: SlaShape, deadline: ClockFacts | null, duration: string): string {
  const { sla } = t()
  if (shape === 'none') return sla.noneShort
  if (shape === 'met') return sla.metShort
  if (shape === 'late') return sla.lateShort
  if (shape === 'over' || shape === 'overPaused') return sla.overdueBy(duration)
  const answers = deadline?.kind === 'ASSIGN' || deadline?.kind === 'ACKNOWLEDGE'
  return answers && shape !== 'paused' ? sla.toAnswer(duration) : sla.left(duration)
}
