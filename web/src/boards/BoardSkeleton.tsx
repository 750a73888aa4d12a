import { For, type JSX } from 'solid-js'
import { openStatuses } from '@goshayesh/shared/workflow'
import { t } from '../i18n/t.ts'
import { Skeleton } from '../ui/Skeleton.tsx'

/** A board in the geometry of what replaces it. */
export function BoardSkeleton(): JSX.Element {
  return (
    <div class="board board--with-fold" role="status" aria-label={t().loading}>
      <For each={openStatuses}>
        {(_, column) => (
          <div class="column" classList={{ 'column--shown': column() === 0 }}>
            <div class="column__head">
              <Skeleton width="5rem" />
            </div>
            <div class="column__cards">
              <For each={[1, 2, 3]}>
                {() => (
                  <div class="card card--skeleton">
                    <Skeleton width="30%" />
                    <Skeleton width="96%" height="0.9rem" />
                    <Skeleton width="70%" height="0.9rem" />
                    <Skeleton width="45%" />
                    <Skeleton width="42%" height="1.5rem" />
                  </div>
                )}
              </For>
            </div>
          </div>
        )}
      </For>
    </div>
  )
}
