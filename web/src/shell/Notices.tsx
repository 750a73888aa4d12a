import { A } from '@solidjs/router'
import { createSignal, type JSX, onMount, Show } from 'solid-js'
import { dateText } from '../data/dateText.ts'
import { connection } from '../data/live.ts'
import { loadModule } from '../data/loadModule.ts'
import { online } from '../data/online.ts'
import { revalidateAll } from '../data/revision.ts'
import { staleSince } from '../data/staleness.ts'
import { t } from '../i18n/t.ts'
import { serverTime } from '../now.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { queue as outbox } from '../obstacles/queue.ts'
import { newVersion, takeNewVersion } from './newVersion.ts'

/** The lines on top of every page: how the connection stands, what waits to be sent, a newer version. */
export function Notices(): JSX.Element {
  const queue = createQueue()
  const refused = (): number =>
    queue()
      ?.entries()
      .filter(({ problem }) => problem).length ?? 0
  const waiting = (): number => (queue()?.entries().length ?? 0) - refused()
  const isCut = (): boolean => !online() || connection() === 'lost' || staleSince() !== undefined
  const retry = (): void => {
    revalidateAll()
    void queue()?.flush()
  }
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
              {t().queue.waiting(waiting())} <A href={LINE}>{t().queue.show}</A>
            </Show>
          </span>
          <Button onClick={retry}>{t().retry}</Button>
        </div>
      </Show>
      <Show when={refused() > 0}>
        <div class="notice">
          <Icon name="over" />
          <span>
            {t().queue.refused(refused())} <A href={LINE}>{t().queue.show}</A>
          </span>
        </div>
      </Show>
      <Show when={newVersion()}>
        <div class="notice notice--quiet">
          <Icon name="met" />
          <span>{t().newVersion.ready}</span>
          <Button onClick={takeNewVersion}>{t().newVersion.take}</Button>
        </div>
      </Show>
    </div>
  )
}

/** The line of what waits to be sent; its code comes after the page's own. */
function createQueue() {
  const [queue, setQueue] = createSignal<typeof outbox>()
  onMount(() => {
    loadModule(() => import('../obstacles/queue.ts')).then(
      (module) => setQueue(() => module.queue),
      () => undefined,
    )
  })
  return queue
}

function seenAt(at: number): string {
  const date = dateText(serverTime(at), { time: true, near: true })
  return date && t().connection.seenAt(date)
}

const LINE = '/my-work?as=reporter'
