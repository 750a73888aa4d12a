import type { JSX } from 'solid-js'
import { t } from '../i18n/t.ts'
import { Empty } from '../ui/Empty.tsx'
import { Page } from './Page.tsx'

export default function NotFoundPage(): JSX.Element {
  return (
    <Page title={t().notFound.title}>
      <div class="main__body">
        <Empty icon="search" title={t().notFound.title} text={t().notFound.text}>
          <a class="btn" href="/">
            {t().notFound.toBoard}
          </a>
        </Empty>
      </div>
    </Page>
  )
}
