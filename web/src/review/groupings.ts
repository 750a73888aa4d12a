/** What overdue obstacles can be grouped by, as it stands in the address. */
export const groupings = { level: 'LEVEL', agency: 'AGENCY', owner: 'OWNER', category: 'CATEGORY' } as const
export type Grouping = keyof typeof groupings
