import { createEffect, type JSX, Show } from 'solid-js'
import { dateText } from '../data/dateText.ts'
import { connection } from '../data/live.ts'
import { online } from '../data/online.ts'
import { revalidateAll } from '../data/revision.ts'
import { staleSince } from '../data/staleness.ts'
import { t } from '../i18n/t.ts'
import { serverTime } from '../now.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { queue } from '../obstacles/queue.ts'
import { lookForNewVersion, newVersion, takeNewVersion } from './newVersion.ts'

/** How the connection stands, what waits to be sent, a newer version. */
export default function NoticeLines(): JSX.Element {
  const refused = (): number => queue.entries().filter(({ problem }) => problem).length
  const waiting = (): number => queue.entries().length - refused()
  const isCut = (): boolean => !online() || connection() === 'lost' || staleSince() !== undefined
  const retry = (): void => {
    revalidateAll()
    void queue.flush()
  }
  createEffect(() => {
    // A server that comes back may bring a newer client.
    if (connection() === 'open') lookForNewVersion()
  })
  return (
    <>
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
              {t().queue.waiting(waiting())} <a href={LINE}>{t().queue.show}</a>
            </Show>
          </span>
          <Button onClick={retry}>{t().retry}</Button>
        </div>
      </Show>
      <Show when={refused() > 0}>
        <div class="notice">
          <Icon name="over" />
          <span>
            {t().queue.refused(refused())} <a href={LINE}>{t().queue.show}</a>
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
    </>
  )
}

function seenAt(at: number): string {
  const date = dateText(serverTime(at), { time: true, near: true })
  return date && t().connection.seenAt(date)
}

const LINE = '/my-work?as=reporter'
