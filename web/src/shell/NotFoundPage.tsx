import type { JSX } from 'solid-js'
import { t } from '../i18n/t.ts'
import { Empty } from '../ui/Empty.tsx'
import { Page } from './Page.tsx'

export default function NotFoundPage(): JSX.Element {
  return (
    <Page title={t().errors.notFoundTitle}>
      <div class="main__body">
        <Empty icon="search" title={t().errors.notFoundTitle} text={t().errors.notFoundText}>
          <a class="btn" href="/">
            {t().errors.toBoard}
          </a>
        </Empty>
      </div>
    </Page>
  )
}
