import { limits, checkText } from '@goshayesh/shared/obstacleInput'
import { createSignal, createUniqueId, type JSX, Show, untrack } from 'solid-js'
import { civilDateText, dateText } from '../data/dateText.ts'
import { dropDraft, fitting, keepDraft, keptDraft } from '../data/drafts.ts'
import { viewer } from '../data/session.ts'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import type { DossierObstacle } from './DossierObstacle.ts'
import { Said } from './Said.tsx'

export interface PendingExtensionProps {
  extension: DossierObstacle['extensions'][number]
  mayDecide: boolean
  /** Answers whether the decision was taken. */
  onDecide(approve: boolean, note: string | null): Promise<boolean>
}

/** A request to extend a deadline, decided on where it stands. */
export function PendingExtension(props: PendingExtensionProps): JSX.Element {
  const [titleId, reasonId] = [createUniqueId(), createUniqueId()]
  const name = untrack(() => `deny.${props.extension.id}`)
  const kept = fitting(keptDraft(name), { reason: '' })
  const [isDenying, setDenying] = createSignal(kept.reason !== '')
  const [reason, setReason] = createSignal(kept.reason)
  const [error, setError] = createSignal<string>()
  const [busy, setBusy] = createSignal(false)
  const decidedBy = (): string =>
    viewer()?.role === 'SECRETARY' ? t().dossier.decidedByChair : t().dossier.decidedBySecretary
  const decide = async (approve: boolean, note: string | null): Promise<void> => {
    setBusy(true)
    const isDecided = await props.onDecide(approve, note).finally(() => setBusy(false))
    if (isDecided) dropDraft(name)
  }
  const write = (text: string): void => {
    setReason(text)
    keepDraft(name, { reason: text })
  }
  const deny = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (busy()) return
    const [problem] = checkText('note', reason(), { min: 1, max: limits.note.max })
    setError(
      problem &&
        (problem.rule === 'TOO_LONG' ? t().validation.tooLong(limits.note.max) : t().validation.required),
    )
    if (problem) document.getElementById(reasonId)?.focus()
    else await decide(false, reason())
  }
  return (
    <section class="callout callout--soon" aria-labelledby={titleId}>
      <h2 class="callout__title" id={titleId}>
        <Icon name="calendar-clock" />
        {t().dossier.extensionAsked(
          t().deadlines[props.extension.deadline.kind],
          civilDateText(props.extension.until),
        )}
      </h2>
      <p>
        «<Said text={props.extension.reason} />» <bdi>{props.extension.requestedBy.name}</bdi>
        {t().comma}
        <time datetime={props.extension.requestedAt}>
          {dateText(Date.parse(props.extension.requestedAt), { time: true, near: true })}
        </time>
      </p>
      <Show when={props.mayDecide} fallback={<p class="text-sm">{decidedBy()}</p>}>
        <Show
          when={isDenying()}
          fallback={
            <div class="cluster">
              <Button variant="primary" busy={busy()} onClick={() => void decide(true, null)}>
                {t().steps.approve}
              </Button>
              <Button
                onClick={() => {
                  setDenying(true)
                  document.getElementById(reasonId)?.focus()
                }}
              >
                {t().dossier.deny}
              </Button>
            </div>
          }
        >
          <form class="stack" onSubmit={deny} novalidate>
            <TextArea
              id={reasonId}
              label={t().dossier.denyReason}
              rows={2}
              value={reason()}
              error={error()}
              onValue={write}
            />
            <div class="cluster">
              <Button type="submit" variant="primary" busy={busy()}>
                {t().dossier.denySubmit}
              </Button>
              <Button variant="quiet" onClick={() => setDenying(false)}>
                {t().cancel}
              </Button>
            </div>
          </form>
        </Show>
      </Show>
    </section>
  )
}
