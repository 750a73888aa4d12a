import { createSignal, type JSX, Show, untrack } from 'solid-js'
import { dropDraft, keepDraft, keptDraft } from '../data/drafts.ts'
import { RequestError } from '../data/RequestError.ts'
import { revalidate } from '../data/revision.ts'
import { viewer } from '../data/session.ts'
import { t } from '../i18n/t.ts'
import { deviceTime, serverTime } from '../now.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { changesSince } from './changesSince.ts'
import type { DossierObstacle } from './DossierObstacle.ts'
import { isOnRecord, isUnanswered } from './isOnRecord.ts'
import { MentionArea } from './MentionArea.tsx'
import { mayBeNamed } from './mayBeNamed.ts'
import { type Named, namedIn } from './mentionAt.ts'
import { takeStep } from './takeStep.ts'

/** By how much the server's clock may be behind what this device takes it for. */
const CLOCKS_DIFFER_MS = 60_000

/** Writes a comment, in which «@» names people. What is typed stays on this device until it is sent. */
export function Composer(props: { obstacle: DossierObstacle }): JSX.Element {
  const name = (): string => `comment.${props.obstacle.id}`
  const kept = (keptDraft(untrack(name)) ?? {}) as { text?: unknown; named?: unknown; tried?: unknown }
  const [text, setText] = createSignal(typeof kept.text === 'string' ? kept.text : '')
  const [named, setNamed] = createSignal<readonly Named[]>(namesOf(kept.named))
  const [error, setError] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  /** When it was sent first, RFC 3339, of a comment of which no answer tells whether it is on record. */
  let tried = typeof kept.tried === 'string' ? kept.tried : undefined
  let field!: HTMLTextAreaElement
  const type = (value: string): void => {
    setText(value)
    setError('')
    keepNames(namedIn(value, named()))
  }
  const keepNames = (people: readonly Named[]): void => {
    setNamed(people)
    keep()
  }
  const keep = (): void => {
    if (text()) keepDraft(name(), { text: text(), named: named(), tried })
    else dropDraft(name())
  }
  /** Whether it is on record since a try that went unanswered. */
  const isKnown = async (sent: string): Promise<boolean> => {
    if (tried === undefined) return false
    const since = await changesSince(props.obstacle.id, tried)
    return since !== undefined && isOnRecord('COMMENT', viewer()?.id, since.events, sent)
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
    const [sent, at] = [text(), serverTime(deviceTime() - CLOCKS_DIFFER_MS)]
    try {
      if (!(await isKnown(sent)))
        await takeStep('COMMENT', props.obstacle, {
          text: sent,
          mentionIds: namedIn(sent, named()).map(({ id }) => id),
        })
      tried = undefined
      // What was typed while it was on its way is the next one.
      type(text().startsWith(sent) ? text().slice(sent.length) : text())
    } catch (failure) {
      if (!(failure instanceof RequestError)) throw failure
      if (isUnanswered(failure)) tried ??= new Date(at).toISOString()
      keep()
      setError(failure.fields[0]?.message ?? failure.message)
    } finally {
      setBusy(false)
      revalidate()
    }
  }
  return (
    <form
      class="composer"
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send(event)
      }}
      novalidate
    >
      <label class="visually-hidden" for="comment">
        {t().dossier.comment}
      </label>
      <MentionArea
        ref={(element) => (field = element)}
        id="comment"
        class="composer__input"
        placeholder={t().dossier.commentPlaceholder}
        errorId={error() ? 'comment-error' : undefined}
        text={text()}
        mayName={(person) => mayBeNamed(person, props.obstacle)}
        onText={type}
        onName={({ id, name }) => keepNames([...named().filter((one) => one.id !== id), { id, name }])}
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

/** The people whom the kept text names; what is no list of people, as one of an earlier version may be, is left out. */
function namesOf(kept: unknown): Named[] {
  return Array.isArray(kept) ? kept.filter(isNamed) : []
}

function isNamed(value: unknown): value is Named {
  const { id, name } = (value ?? {}) as Partial<Named>
  return typeof id === 'string' && typeof name === 'string'
}
