import type { Moves } from '../records/moveRecords.ts'
import { builder } from './builder.ts'

export const ChangePreview = builder.objectRef<Moves>('ChangePreview').implement({
  fields: (t) => ({
    movedDeadlines: t.exposeInt('movedDeadlines'),
    newBreaches: t.exposeInt('newBreaches'),
    withdrawnBreaches: t.exposeInt('withdrawnBreaches'),
  }),
})
