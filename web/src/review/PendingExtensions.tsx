import { For, type JSX, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { PendingExtensionsDocument } from '../gql/graphql.ts'
import { formatNumber } from '../i18n/formatNumber.ts'
import { numberOfRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { createSteps } from '../obstacles/createSteps.tsx'
import { PendingExtension } from '../obstacles/PendingExtension.tsx'
import { Ref } from '../obstacles/Ref.tsx'
import { Loaded } from '../shell/Loaded.tsx'
import { type ReviewTrack, reviewTracks, rowsHref } from './reviewTracks.ts'
import { Said } from '../obstacles/Said.tsx'

/** Requests to extend a deadline that nobody has decided on yet, decided on where they stand. */
export function PendingExtensions(props: { track: ReviewTrack }): JSX.Element {
  const data = createData(PendingExtensionsDocument, () => ({ kinds: [...reviewTracks[props.track]] }))
  const obstacles = () => (data.value?.obstacles.edges ?? []).map(({ node }) => node)
  const steps = createSteps((id) => obstacles().find((obstacle) => obstacle.id === id))
  return (
    <section class="panel" aria-labelledby="extensions">
      <div class="panel__head">
        <h2 class="panel__title" id="extensions">
          {t().review.extensions}
        </h2>
        <Show when={data.value}>
          {(value) => (
            <a class="panel__note" href={rowsHref(props.track, { extension: 'pending' })}>
              {formatNumber(value().obstacles.totalCount)}
              <span class="visually-hidden"> {t().review.items}</span>
            </a>
          )}
        </Show>
      </div>
      <Loaded data={data} height="4rem">
        <Show
          when={obstacles().length > 0}
          fallback={<p class="muted text-sm">{t().review.extensionsNone}</p>}
        >
          <ul class="pending">
            <For each={obstacles()}>
              {(obstacle) => (
                <li class="pending__item">
                  <a class="table__title" href={`/o/${numberOfRef(obstacle.ref)}`}>
                    <Ref of={obstacle.ref} /> <Said text={obstacle.title} />
                  </a>
                  <For each={obstacle.extensions.filter(({ decision }) => decision === 'PENDING')}>
                    {(extension) => (
                      <PendingExtension
                        extension={extension}
                        mayDecide={obstacle.actions.includes('DECIDE_EXTENSION')}
                        onDecide={(approve, note) =>
                          steps.takeNow('DECIDE_EXTENSION', obstacle, {
                            extensionId: extension.id,
                            approve,
                            note,
                          })
                        }
                      />
                    )}
                  </For>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Loaded>
    </section>
  )
}
