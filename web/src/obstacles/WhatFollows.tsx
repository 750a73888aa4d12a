import { For, type JSX } from 'solid-js'
import { t } from '../i18n/t.ts'

/** What happens once an obstacle is logged. `assignBy`: when the secretariat answers, if that is known. */
export function WhatFollows(props: { assignBy: string | undefined }): JSX.Element {
  const steps = () => [
    [t().log.triage, props.assignBy ? t().log.triageBy(props.assignBy) : t().log.triageText],
    [t().log.clock, t().log.clockText],
    [t().log.verify, t().log.verifyText],
  ]
  return (
    <aside class="log__aside" aria-labelledby="what-follows">
      <h2 class="panel__title" id="what-follows">
        {t().log.next}
      </h2>
      <ol class="next">
        <For each={steps()}>
          {([name, text]) => (
            <li class="next__step">
              <b>{name}</b>
              <span>{text}</span>
            </li>
          )}
        </For>
      </ol>
    </aside>
  )
}
