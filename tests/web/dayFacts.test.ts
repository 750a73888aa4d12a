import { expect, test } from 'vitest'
import { dayFacts } from '../../web/src/settings/dayFacts.ts'

const facts = dayFacts({
  timezone: 'Asia/Tehran',
  hours: [0, 1, 2, 3, 4].map((weekday) => ({
    from: null,
    to: null,
    weekday,
    opens: '07:30',
    closes: '14:30',
  })),
  closures: [
    { date: '1405-04-03', name: 'تاسوعا', kind: 'HOLIDAY' },
    { date: '1405-04-04', name: 'عاشورا', kind: 'HOLIDAY' },
    { date: '1405-04-04', name: 'گرما', kind: 'AD_HOC' },
    { date: '1405-04-06', name: 'گرما', kind: 'AD_HOC' },
  ],
  dates: [{ date: '1405-04-06', name: 'شیفت ویژه', opens: '08:00', closes: '10:00' }],
})

test.each([
  ['1405-04-20', 'work', []],
  ['1405-04-19', 'weekend', []],
  ['1405-04-03', 'holiday', ['تاسوعا']],
  ['1405-04-04', 'closure', ['گرما']],
  ['1405-04-06', 'dated', ['شیفت ویژه']],
] as const)('%s is %s', (date, kind, names) => {
  expect(facts(date)).toMatchObject({ kind, names })
})
