import { A } from '@solidjs/router'
import { For, type JSX, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { civilDateText, dateText } from '../data/dateText.ts'
import { PendingExtensionsDocument } from '../gql/graphql.ts'
import { formatNumber } from '../i18n/formatNumber.ts'
import { numberOfRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { Ref } from '../obstacles/Ref.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

/** Requests to extend a deadline that nobody has decided on yet. */
export function PendingExtensions(): JSX.Element {
  const data = createData(PendingExtensionsDocument, () => ({}))
  const pending = () =>
    (data.value?.obstacles.edges ?? []).flatMap(({ node }) =>
      node.extensions
        .filter(({ decision }) => decision === 'PENDING')
        .map((extension) => ({ ref: node.ref, extension })),
    )
  return (
    <section class="panel" aria-labelledby="extensions">
      <div class="panel__head">
        <h2 class="panel__title" id="extensions">
          {t().review.extensions}
        </h2>
        <Show when={data.value}>
          <span class="panel__note">{formatNumber(pending().length)}</span>
        </Show>
      </div>
      <Show when={data.value} fallback={<Skeleton height="4rem" />}>
        <Show when={pending().length > 0} fallback={<p class="muted text-sm">{t().review.extensionsNone}</p>}>
          <ul class="pending">
            <For each={pending()}>
              {({ ref, extension }) => (
                <li class="pending__item">
                  <A class="table__title" href={`/o/${numberOfRef(ref)}`}>
                    <Ref of={ref} /> {t().review.extensionUntil(civilDateText(extension.until))}
                  </A>
                  <span class="muted text-xs">
                    <bdi>{extension.requestedBy.name}</bdi>
                    {t().comma}
                    <time datetime={extension.requestedAt}>
                      {dateText(Date.parse(extension.requestedAt), { time: true, near: true })}
                    </time>
                  </span>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Show>
    </section>
  )
}
