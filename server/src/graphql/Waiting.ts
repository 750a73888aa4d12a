import { builder } from './builder.ts'
import { WaitingOn } from './enums.ts'

builder.objectType('Waiting', {
  fields: (t) => ({
    on: t.expose('on', { type: WaitingOn }),
    party: t.exposeString('party'),
    reason: t.exposeString('reason'),
    since: t.expose('since', { type: 'DateTime' }),
    until: t.expose('until', { type: 'JalaliDate' }),
  }),
})
