import { post } from '../helpers/prepareOffice.ts'

const [url = '', cookie = '', query = ''] = process.argv.slice(2)
const told = { answered: 0, refused: 0 }
/** An address of its own, as a proxy tells it. */
const elsewhere = { 'x-forwarded-for': '192.0.2.7' }

/** A process of its own that asks without end, in sixteen loops, until it is told to stop; then it says how it fared. */
process.on('SIGTERM', () => {
  console.log(JSON.stringify(told))
  process.exit(0)
})
await Promise.all(
  Array.from({ length: 16 }, async () => {
    for (;;) {
      const { errors } = await post({ url }, cookie, query, {}, elsewhere)
      if (errors?.[0]?.extensions.code === 'TOO_MANY') told.refused++
      else told.answered++
    }
  }),
)
