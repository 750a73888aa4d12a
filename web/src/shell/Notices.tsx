import { type JSX, onCleanup, onMount, Show } from 'solid-js'
import { dateText } from '../data/dateText.ts'
import { connection } from '../data/live.ts'
import { online } from '../data/online.ts'
import { revalidateAll } from '../data/revision.ts'
import { staleSince } from '../data/staleness.ts'
import { t } from '../i18n/t.ts'
import { part } from '../loading/part.ts'
import { serverTime } from '../now.ts'
import { whenQueued } from '../obstacles/whenQueued.ts'
import { Icon } from '../ui/Icon.tsx'
import { newVersion, takeNewVersion } from './newVersion.ts'

const queued = part(() => import('../obstacles/queue.ts'))

/** The lines on top of every page: how the connection stands, what waits to be sent, a newer version. */
export function Notices(): JSX.Element {
  const entries = () => queued()?.queue.entries() ?? []
  const refused = (): number => entries().filter(({ problem }) => problem).length
  const waiting = (): number => entries().length - refused()
  const isCut = (): boolean => !online() || connection() === 'lost' || staleSince() !== undefined
  const retry = (): void => {
    revalidateAll()
    void queued()?.queue.flush()
  }
  onMount(() => onCleanup(whenQueued(() => void queued.now().catch(() => undefined))))
  return (
    <div class="notices" role="status">
      <Show when={isCut() || waiting() > 0}>
        <div class="notice">
          <Icon name="offline" />
          <span>
            <Show when={isCut()}>
              <b>{t().connection.lost}</b>{' '}
              <Show when={staleSince()} fallback={t().connection.lostHint}>
                {(at) => <>{seenAt(at())}</>}
              </Show>{' '}
            </Show>
            <Show when={waiting() > 0}>
              {t().connection.waiting(waiting())} <a href={LINE}>{t().connection.show}</a>
            </Show>
          </span>
          <button type="button" class="btn" onClick={retry}>
            {t().retry}
          </button>
        </div>
      </Show>
      <Show when={refused() > 0}>
        <div class="notice">
          <Icon name="over" />
          <span>
            {t().connection.refused(refused())} <a href={LINE}>{t().connection.show}</a>
          </span>
        </div>
      </Show>
      <Show when={newVersion()}>
        <div class="notice notice--quiet">
          <Icon name="met" />
          <span>{t().newVersion.ready}</span>
          <button type="button" class="btn" onClick={takeNewVersion}>
            {t().newVersion.take}
          </button>
        </div>
      </Show>
    </div>
  )
}

function seenAt(at: number): string {
  const date = dateText(serverTime(at), { time: true, near: true })
  return date && t().connection.seenAt(date)
}

const LINE = '/my-work?as=reporter'
