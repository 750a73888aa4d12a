import { For, type JSX, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { revalidate, revisionOfSettings } from '../data/revision.ts'
import { WhomToAskDocument } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { maySettle, type SectionName } from './sections.ts'
import { words } from './words.ts'

/** In the place of a section that the viewer may not change: whom to ask. */
export function Closed(props: { section: SectionName }): JSX.Element {
  const data = createData(WhomToAskDocument, () => ({}), revisionOfSettings)
  const people = () => (data.value?.people ?? []).filter(({ role }) => maySettle(role, props.section))
  return (
    <Empty icon="lock" title={words().closedTitle} text={words().closedText}>
      <Show
        when={data.value}
        fallback={
          <Show when={data.error} fallback={<Skeleton height="6rem" />}>
            {(error) => <Failure message={error().message} onRetry={revalidate} />}
          </Show>
        }
      >
        <ul class="settings__ask">
          <For each={people()}>
            {(person) => (
              <li>
                <b>
                  <bdi>{person.name}</bdi>
                </b>
                <span class="muted">{t().roles[person.role]}</span>
                <a class="link" href={`mailto:${person.email}`} dir="ltr">
                  {person.email}
                </a>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Empty>
  )
}
