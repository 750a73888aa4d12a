/** What it takes to reckon and write dates: comes beside the first screen, not before it. */
export { createCalendar } from '@goshayesh/shared/calendar'
export { formatJalali, formatTargetDay, formatTime } from '../i18n/formatJalali.ts'
