import { createEffect, createRoot, on } from 'solid-js'
import { connection } from '../data/live.ts'
import { loadModule } from '../loading/loadModule.ts'
import { online } from '../data/online.ts'
import { personId } from '../data/person.ts'
import { requestOnce } from '../data/request.ts'
import { revalidate } from '../data/revision.ts'
import { whenSignedIn } from '../data/signInGate.ts'
import { LogObstacleDocument, WhoDocument } from '../gql/graphql.ts'
import { formatRef, numberOfRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { showToast } from '../ui/showToast.ts'
import { createOutbox } from './outbox.ts'

/** What was logged on this device and is not yet sent: sent at the start, on focus, and whenever the network is back. */
export const queue = createRoot(() => {
  const outbox = createOutbox({
    personId,
    whenSignedIn,
    signedInAs: async () => (await requestOnce(WhoDocument, {})).viewer?.id ?? null,
    send: async ({ input }) => (await requestOnce(LogObstacleDocument, { input })).logObstacle.obstacle,
    async attach({ id }, file) {
      const { uploadOnce } = await loadModule(() => import('../data/uploadFile.ts'))
      await uploadOnce(id, file)
    },
    onFileRefused({ ref }, { name }, error) {
      showToast({
        tone: 'error',
        text: `${formatRef(ref)}${t().comma}${name}: ${error.fields[0]?.message ?? error.message}`,
      })
    },
    onSent({ ref }) {
      revalidate()
      showToast({
        text: t().queue.sent(formatRef(ref)),
        link: { href: `/o/${numberOfRef(ref)}`, text: t().queue.open },
      })
    },
    onRefused({ draft, key }) {
      showToast({
        tone: 'error',
        text: t().queue.refusedOne(draft.title),
        link: { href: `/log?queued=${key}`, text: t().queue.correct },
      })
    },
  })
  createEffect(
    on([personId, online, connection], ([person]) => {
      if (person === undefined) return
      void outbox.refresh().then(() => outbox.flush())
    }),
  )
  addEventListener('focus', () => void outbox.flush())
  return outbox
})
