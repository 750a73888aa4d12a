import { type JSX, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { revalidate } from '../data/revision.ts'
import { ObstacleDocument } from '../gql/graphql.ts'
import { formatRef, parseRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { address } from '../routing/router.ts'
import { Page } from '../shell/Page.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Dossier } from './Dossier.tsx'

/** One obstacle, found by the number in the address. */
export default function ObstaclePage(): JSX.Element {
  const number = (): string => address.params['number'] ?? ''
  return (
    <Show when={parseRef(number()) ?? number()} keyed>
      {(number) => <ObstacleOf number={number} />}
    </Show>
  )
}

function ObstacleOf(props: { number: string }): JSX.Element {
  const data = createData(ObstacleDocument, () => ({ ref: props.number }))
  const title = (): string => {
    const obstacle = data.value?.obstacle
    return obstacle ? `${formatRef(obstacle.ref)}${t().comma}${obstacle.title}` : t().nav.board
  }
  return (
    <Page title={title()} ownHead={Boolean(data.value?.obstacle)} busy={!data.value && !data.error}>
      <Show when={data.value} fallback={<Waiting error={data.error?.message} />}>
        {(value) => (
          <Show
            when={value().obstacle}
            fallback={
              <div class="main__body">
                <Empty icon="search" title={t().dossier.missingTitle} text={t().dossier.missingText}>
                  <a class="btn" href="/b/single-window">
                    {t().notFound.toBoard}
                  </a>
                </Empty>
              </div>
            }
          >
            {(obstacle) => <Dossier obstacle={obstacle()} ladder={value().slaPolicy.ladder} />}
          </Show>
        )}
      </Show>
    </Page>
  )
}

function Waiting(props: { error: string | undefined }): JSX.Element {
  return (
    <div class="main__body">
      <Show
        when={props.error}
        fallback={
          <div class="dossier">
            <div class="dossier__main">
              <Skeleton height="2.5rem" width="70%" />
              <Skeleton height="5rem" />
              <Skeleton height="14rem" />
            </div>
            <div class="dossier__side">
              <Skeleton height="16rem" />
            </div>
          </div>
        }
      >
        {(message) => <Failure message={message()} onRetry={revalidate} />}
      </Show>
    </div>
  )
}
