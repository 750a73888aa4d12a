import { For, type JSX, Show } from 'solid-js'
import { dateText } from '../data/dateText.ts'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { showToast } from '../ui/showToast.ts'
import type { Entry } from './outbox.ts'
import { queue } from './queue.ts'

/** What the viewer logged on this device and the server does not have yet. Nothing where nothing waits. */
export function QueuedObstacles(): JSX.Element {
  const discard = async (entry: Entry): Promise<void> => {
    const putBack = await queue.remove(entry.key)
    showToast({ text: t().queue.discarded, undo: () => void putBack() })
  }
  return (
    <Show when={queue.entries().length > 0}>
      <section class="worklist__group" aria-labelledby="queued">
        <div class="worklist__head">
          <h2 class="worklist__title" id="queued">
            {t().queue.title}
          </h2>
          <span class="worklist__note">{t().queue.note}</span>
        </div>
        <ul class="worklist__rows">
          <For each={queue.entries()}>
            {(entry) => (
              <li class="queued">
                <Show
                  when={entry.problem}
                  fallback={
                    <span class="queued__state">
                      <Icon name="offline" />
                      {t().queue.isWaiting}
                    </span>
                  }
                >
                  <span class="queued__state queued__state--refused">
                    <Icon name="over" />
                    {t().queue.isRefused}
                  </span>
                </Show>
                <div class="queued__what">
                  <bdi class="queued__title">{entry.draft.title}</bdi>
                  <p class="muted text-sm">
                    {t().queue.loggedAt(dateText(entry.at, { time: true, near: true }))}
                    <Show when={entry.problem}>{(problem) => <> · {reasonsOf(problem())}</>}</Show>
                  </p>
                </div>
                <span class="queued__act">
                  <Show when={entry.problem}>
                    <a class="btn" href={`/log?queued=${entry.key}`}>
                      {t().queue.correct}
                    </a>
                  </Show>
                  <Button variant="quiet" onClick={() => void discard(entry)}>
                    {t().queue.discard}
                    <span class="visually-hidden">: {entry.draft.title}</span>
                  </Button>
                </span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}

function reasonsOf({ message, fields }: NonNullable<Entry['problem']>): string {
  const reasons = fields.map((field) => field.message)
  return reasons.length > 0 ? reasons.join(t().comma) : message
}
