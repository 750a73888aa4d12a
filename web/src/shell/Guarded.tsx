import { useLocation } from '@solidjs/router'
import { createEffect, ErrorBoundary, type JSX, on } from 'solid-js'
import { t } from '../i18n/t.ts'
import { Failure } from '../ui/Failure.tsx'

/** A page that can't be shown says so in its place; going elsewhere goes on. */
export function Guarded(props: { children?: JSX.Element }): JSX.Element {
  return (
    <ErrorBoundary fallback={(_, reset) => <PageFailure onLeave={reset} />}>{props.children}</ErrorBoundary>
  )
}

function PageFailure(props: { onLeave(): void }): JSX.Element {
  const location = useLocation()
  createEffect(
    on(
      () => location.pathname,
      () => props.onLeave(),
      { defer: true },
    ),
  )
  return (
    <main class="main" id="main">
      <div class="main__body">
        <Failure message={t().errors.failed} onRetry={() => window.location.reload()} />
      </div>
    </main>
  )
}
