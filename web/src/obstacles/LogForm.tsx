import { type JSX, onMount, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { revisionOfSettings } from '../data/revision.ts'
import { type CardFragment, LogChoicesDocument, PreviewBySeverityDocument } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { createLogForm, type LogFormOptions } from './createLogForm.ts'
import { FurtherFields } from './FurtherFields.tsx'
import { LogFields } from './LogFields.tsx'
import { logFieldId } from './logFieldId.ts'
import { assignBy, previewVariables } from './logPreview.ts'
import { WhatFollows } from './WhatFollows.tsx'

export interface LogFormProps extends LogFormOptions {
  onJoin(obstacle: CardFragment): void
}

/** The form of a new obstacle. */
export function LogForm(props: LogFormProps): JSX.Element {
  const form = createLogForm(props)
  const choices = createData(LogChoicesDocument, () => ({}), revisionOfSettings)
  const previews = createData(PreviewBySeverityDocument, () => previewVariables(form.draft))
  // Who comes here comes to write; a keyboard on the screen waits until it is asked for.
  onMount(() => {
    if (matchMedia('(pointer: fine)').matches) document.getElementById(logFieldId('title'))?.focus()
  })
  return (
    <div class="main__body log">
      <div class="log__form">
        <Show when={form.summary().length > 0 && form.attempt()} keyed>
          {(_) => <ErrorSummary errors={form.summary()} />}
        </Show>
        <form
          class="form"
          onSubmit={form.submit}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void form.submit(event)
          }}
          novalidate
        >
          <LogFields
            form={form}
            choices={choices.value}
            previews={previews.value}
            onJoin={(obstacle) => props.onJoin(obstacle)}
          />
          <FurtherFields form={form} choices={choices.value} />
          <div class="form__foot">
            <Button type="submit" variant="primary" size="large" busy={form.busy()}>
              {t().log.submit}
            </Button>
            <Show when={!form.isQueued}>
              <Button variant="quiet" size="large" class="not-phone" onClick={form.discard}>
                {t().log.discard}
              </Button>
            </Show>
            <span class="muted text-sm not-phone">
              <kbd class="kbd" dir="ltr">
                Ctrl
              </kbd>{' '}
              +{' '}
              <kbd class="kbd" dir="ltr">
                Enter
              </kbd>{' '}
              {t().log.submitKeys} · {t().log.draftKept}
            </span>
          </div>
        </form>
      </div>
      <WhatFollows
        assignBy={form.draft.severity ? assignBy(previews.value?.[form.draft.severity]) : undefined}
      />
    </div>
  )
}
