import { For, type JSX, Show } from 'solid-js'
import { localText } from '../i18n/localText.ts'
import { t } from '../i18n/t.ts'
import { mentionPieces, type Named } from './mentionAt.ts'
import { directionOf, languageOf } from '../i18n/languageOf.ts'

/** What somebody wrote, with the people whom it names marked. */
export function CommentText(props: { text: string; mentions: readonly Named[] }): JSX.Element {
  const names = (): string[] => props.mentions.map(({ name }) => name)
  const unsaid = (): string[] => names().filter((name) => !props.text.includes(`@${name}`))
  return (
    <>
      <p class="written" lang={languageOf(props.text)} dir={directionOf(props.text)}>
        <For each={mentionPieces(props.text, names())}>
          {(piece) => (
            <Show when={piece.mention} fallback={localText(piece.text)}>
              <b class="mention">
                <bdi>{piece.text}</bdi>
              </b>
            </Show>
          )}
        </For>
      </p>
      <Show when={unsaid().length > 0}>
        <p class="event__changes">{t().events.mentions(unsaid().join(t().comma))}</p>
      </Show>
    </>
  )
}
