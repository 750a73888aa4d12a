/** What there is to choose from. */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
export const densities = ['usual', 'compact'] as const
export type Density = (typeof densities)[number]
