import type { JSX } from 'solid-js'
import { t } from '../i18n/t.ts'
import { Page } from '../shell/Page.tsx'

export default function ObstaclePage(): JSX.Element {
  return (
    <Page title={t().nav.board}>
      <div class="main__body" />
    </Page>
  )
}
