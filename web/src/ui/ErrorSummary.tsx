import { For, type JSX, onMount } from 'solid-js'
import { t } from '../i18n/t.ts'
import { Icon } from './Icon.tsx'

/** The errors of a form after it was sent, each leading to its field. It takes the focus when it appears. */
export function ErrorSummary(props: { errors: readonly { id: string; message: string }[] }): JSX.Element {
  let element!: HTMLDivElement
  onMount(() => element.focus())
  return (
    <div class="error-summary" role="alert" tabindex="-1" ref={element}>
      <h2 class="error-summary__title">
        <Icon name="over" />
        {t().validation.summary(props.errors.length)}
      </h2>
      <ul class="error-summary__list">
        <For each={props.errors}>
          {(error) => (
            <li>
              <a
                href={`#${error.id}`}
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(error.id)?.focus()
                }}
              >
                {error.message}
              </a>
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}
