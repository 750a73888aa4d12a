import { For, type JSX } from 'solid-js'
import { t } from '../i18n/t.ts'

/** What the darkness of a tile means. */
export function HeatKey(): JSX.Element {
  return (
    <section class="heat-key" aria-labelledby="heat">
      <h2 class="stages__title" id="heat">
        {t().agencies.heat}
      </h2>
      <ul class="heat-key__list">
        <For each={Object.entries(t().agencies.heats)}>
          {([heat, word]) => (
            <li class="heat-key__item" data-heat={heat}>
              {word}
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
