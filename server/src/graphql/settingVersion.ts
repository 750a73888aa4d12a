/** What the schema says of the versions of what is set, and of those that a change expects. */
export const settingVersion = {
  own: 'Another one whenever what can be edited here has changed.',
  expected: 'CONFLICT where it has changed since that version was read.',
  expectedOfCalendar: 'Of the calendar: CONFLICT where it has changed since that was read.',
}
