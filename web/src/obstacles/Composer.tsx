import { createSignal, type JSX, Show } from 'solid-js'
import { RequestError } from '../data/RequestError.ts'
import { revalidate } from '../data/revision.ts'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { takeStep } from './takeStep.ts'

/** Writes a comment. What is typed stays on this device until it is sent. */
export function Composer(props: { obstacle: { id: string; version: number } }): JSX.Element {
  const storedAs = (): string => `goshayesh.comment.${props.obstacle.id}`
  const [text, setText] = createSignal(localStorage.getItem(storedAs()) ?? '')
  const [error, setError] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  let field!: HTMLTextAreaElement
  const type = (value: string): void => {
    setText(value)
    setError('')
    if (value) localStorage.setItem(storedAs(), value)
    else localStorage.removeItem(storedAs())
  }
  const send = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (busy()) return
    if (!text().trim()) {
      setError(t().dossier.commentMissing)
      field.focus()
      return
    }
    setBusy(true)
    try {
      await takeStep('COMMENT', props.obstacle, { text: text() })
      type('')
    } catch (failure) {
      if (!(failure instanceof RequestError)) throw failure
      setError(failure.fields[0]?.message ?? failure.message)
    } finally {
      setBusy(false)
      revalidate()
    }
  }
  return (
    <form class="composer" onSubmit={send} novalidate>
      <label class="visually-hidden" for="comment">
        {t().dossier.comment}
      </label>
      <textarea
        ref={field}
        class="composer__input"
        id="comment"
        rows={2}
        dir="auto"
        placeholder={t().dossier.commentPlaceholder}
        aria-invalid={error() ? 'true' : undefined}
        aria-describedby={error() ? 'comment-error' : undefined}
        value={text()}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send(event)
        }}
      />
      <div class="composer__bar">
        <span class="composer__error" role="alert">
          <Show when={error()}>
            <span class="field__error" id="comment-error">
              <Icon name="over" />
              {error()}
            </span>
          </Show>
        </span>
        <span class="muted text-xs not-phone">
          <kbd class="kbd" dir="ltr">
            Ctrl
          </kbd>{' '}
          +{' '}
          <kbd class="kbd" dir="ltr">
            Enter
          </kbd>
        </span>
        <Button type="submit" busy={busy()}>
          {t().dossier.send}
        </Button>
      </div>
    </form>
  )
}
