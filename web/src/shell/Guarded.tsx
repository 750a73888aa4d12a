import { createEffect, ErrorBoundary, type JSX, on } from 'solid-js'
import { t } from '../i18n/t.ts'
import { address, page } from '../routing/router.ts'
import { Failure } from '../ui/Failure.tsx'

/** A page that can't be shown says so in its place; going elsewhere goes on. */
export function Guarded(props: { children?: JSX.Element }): JSX.Element {
  return (
    <ErrorBoundary fallback={(_, reset) => <PageFailure onLeave={reset} />}>{props.children}</ErrorBoundary>
  )
}

function PageFailure(props: { onLeave(): void }): JSX.Element {
  createEffect(
    on(
      () => [address.pathname, page()],
      () => props.onLeave(),
      { defer: true },
    ),
  )
  return (
    <main class="main" id="main">
      <div class="main__body">
        <Failure message={t().errors.failed} onRetry={() => location.reload()} />
      </div>
    </main>
  )
}
