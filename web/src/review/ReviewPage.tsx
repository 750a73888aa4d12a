import type { JSX } from 'solid-js'
import { t } from '../i18n/t.ts'
import { Page } from '../shell/Page.tsx'

export default function ReviewPage(): JSX.Element {
  return (
    <Page title={t().nav.review}>
      <div class="main__body" />
    </Page>
  )
}
